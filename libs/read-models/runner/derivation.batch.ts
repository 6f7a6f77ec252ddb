import { type EventType, storedNames } from '#domain';
import type { Position } from '#event-store';
import { namesOf, personFacts, type Sql, streamFacts } from '../facts/fact.source.ts';
import { lastDays } from '../facts/study.day.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';
import type { Derivation } from '../kernel/projection.ts';
import { AMENDMENTS } from '../kernel/standing.ts';
import type { Connection } from '../storage/connection.ts';
import { deleteWhere, insertRows } from '../storage/table.writer.ts';
import type { LogEvent } from './log.event.ts';
import type { TableRegistry } from './table.registry.ts';

/** People whose facts are held in memory at a time. */
const PEOPLE_PER_CHUNK = 200;

const cancellations: ReadonlySet<string> = new Set(storedNames('SessionCancelled'));

/** Derives again the rows of everyone whom these events, or a new day, concern. */
export async function deriveBatch(
  connection: Connection,
  tables: TableRegistry,
  derivation: Derivation,
  events: readonly LogEvent[],
  span: { readonly from: Position; readonly upTo: Position },
): Promise<void> {
  const people = await dirtyPeople(sqlOf(connection), derivation, events, span);
  await derivePeople(connection, tables, derivation, [...people], span.upTo);
}

/** Derives everyone's rows, into an empty table. */
export async function deriveAll(
  connection: Connection,
  tables: TableRegistry,
  derivation: Derivation,
  upTo: Position,
): Promise<void> {
  const rows = await connection.sql<{ participant_id: string }>(
    'SELECT DISTINCT participant_id FROM fact_people ORDER BY 1',
  );
  const people = rows.map(({ participant_id: person }) => person);
  await derivePeople(connection, tables, derivation, people, upTo);
}

async function dirtyPeople(
  sql: Sql,
  derivation: Derivation,
  events: readonly LogEvent[],
  { from, upTo }: { readonly from: Position; readonly upTo: Position },
): Promise<ReadonlySet<string>> {
  const names = new Set(namesOf(subscribedTypes(derivation)));
  const own = events.filter(({ stored }) => names.has(stored.type));
  const people = new Set(own.flatMap(({ participantIds }) => participantIds));
  const streams = [...new Set(own.map(({ stream }) => stream))];
  const studies = new Set(streams.filter((stream) => stream.startsWith('study-')).map(recordIdOf));
  if (derivation.daily) for (const study of await studiesInNewDay(sql, events, from, upTo)) studies.add(study);
  // An amendment concerns everyone its record ever spoke of; so does a session called off, which names nobody.
  const amended = own
    .filter(({ stored }) => AMENDMENTS.has(stored.type) || cancellations.has(stored.type))
    .map(({ stream }) => stream);
  for (const person of await peopleOfStreams(sql, amended)) people.add(person);
  for (const person of await peopleOfStudies(sql, [...studies])) people.add(person);
  return people;
}

async function studiesInNewDay(
  sql: Sql,
  events: readonly LogEvent[],
  from: Position,
  upTo: Position,
): Promise<readonly string[]> {
  const studies = [...new Set(events.flatMap(({ studyId }) => studyId ?? []))];
  const [before, after] = [await lastDays(sql, studies, from), await lastDays(sql, studies, upTo)];
  return studies.filter((study) => before.get(study) !== after.get(study));
}

async function peopleOfStreams(sql: Sql, streams: readonly string[]): Promise<readonly string[]> {
  if (streams.length === 0) return [];
  const rows = await sql<{ participant_id: string }>(
    'SELECT DISTINCT participant_id FROM fact_people WHERE stream = ANY($1::text[])',
    [streams],
  );
  return rows.map(({ participant_id: person }) => person);
}

async function peopleOfStudies(sql: Sql, studies: readonly string[]): Promise<readonly string[]> {
  if (studies.length === 0) return [];
  const rows = await sql<{ stream: string }>(
    `SELECT DISTINCT stream FROM facts WHERE stream >= 'participant-' AND stream < 'participant.'
     AND study_id = ANY($1::text[]) AND type = ANY($2::text[])`,
    [studies, storedNames('ParticipantEnrolled')],
  );
  return rows.map(({ stream }) => recordIdOf(stream));
}

async function derivePeople(
  connection: Connection,
  tables: TableRegistry,
  derivation: Derivation,
  people: readonly string[],
  upTo: Position,
): Promise<void> {
  const table = tables.of<object>(derivation.entity);
  for (let start = 0; start < people.length; start += PEOPLE_PER_CHUNK) {
    const chunk = people.slice(start, start + PEOPLE_PER_CHUNK);
    const rows = await derivedRows(sqlOf(connection), derivation, chunk, upTo);
    await deleteWhere(connection, table, derivation.owner, chunk);
    await insertRows(connection, table, rows);
  }
}

/** Enrolment says which study a person's rows belong to, whatever else a derivation asks for. */
function subscribedTypes({ types }: Derivation): readonly EventType[] {
  return types.includes('ParticipantEnrolled') ? types : [...types, 'ParticipantEnrolled'];
}

async function derivedRows(
  sql: Sql,
  derivation: Derivation,
  people: readonly string[],
  upTo: Position,
): Promise<readonly object[]> {
  const factsOf = await personFacts(sql, people, subscribedTypes(derivation), upTo);
  const studyOf = new Map(
    [...factsOf].map(([person, facts]) => [
      person,
      facts.findLast((fact) => fact.type === 'ParticipantEnrolled')?.data.studyId,
    ]),
  );
  const studies = [...new Set([...studyOf.values()].filter((study) => study !== undefined))];
  const studyStreams = studies.map((study) => `study-${study}`);
  const studyFacts = await streamFacts(sql, studyStreams, derivation.types, upTo);
  const days = await lastDays(sql, studies, upTo);
  return [...factsOf].flatMap(([participantId, facts]) => {
    const study = studyOf.get(participantId);
    if (study === undefined) return [];
    const knownUntil = days.get(study) ?? '';
    return derivation.derive({ participantId, facts, study: studyFacts.get(`study-${study}`) ?? [], knownUntil });
  });
}

function sqlOf(connection: Connection): Sql {
  return (text, parameters) => connection.sql(text, parameters);
}
