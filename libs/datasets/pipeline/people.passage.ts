import type { StudyPeriod } from '#deidentification';
import type { ReadSnapshot } from '#read-models';
import { z } from 'zod';
import type { Cell } from '#formats';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import { ruleOf } from '../specification/dataset.checks.ts';
import { PEOPLE_TABLES } from '../tables/table.catalogue.ts';
import type { TableSource } from '../tables/table.source.ts';
import { treatedColumn, type TreatedColumn } from './column.treatment.ts';
import type { DatasetSources, Erasures, LogPrefix } from './dataset.sources.ts';
import { ExportRefused } from './export.refused.ts';
import { type RowsRequest, therapistNames, treatedRows } from './people.rows.ts';
import { decide, type PersonDecision } from './person.assessment.ts';
import { PersonFlattening, type TextCell } from './person.flattening.ts';
import { releasePeople, type ReleasePerson } from './release.people.ts';

/** A table of people that leaves, and how its cells are made. */
export interface LeavingTable {
  readonly source: TableSource;
  readonly columns: readonly TreatedColumn[];
}

/** Who leaves and what would be told of each, before anything is decided. */
interface FlattenedPeople {
  readonly request: RowsRequest;
  readonly people: readonly ReleasePerson[];
  readonly places: ReadonlyMap<string, number>;
  readonly tables: readonly LeavingTable[];
  readonly study: { readonly title: string; readonly protocolVersion: number };
  readonly flat: PersonFlattening;
}

/** Everything decided before the first row is written. */
export interface PeoplePassage extends Omit<FlattenedPeople, 'flat'> {
  readonly decision: PersonDecision;
  /** The course of each person as it would leave, before any was withheld. */
  readonly courses: readonly string[];
}

/** The day of the last event up to an index, UTC. */
export interface LastDay {
  readonly log: (index: number) => Promise<Pick<LogPrefix, 'date'>>;
}

export interface PassageRequest {
  readonly snapshot: ReadSnapshot;
  readonly specification: DatasetSpecification;
  readonly sources: Pick<DatasetSources, 'releaseKey' | 'openArms'> & LastDay;
  readonly erasures: Erasures;
  readonly signal: AbortSignal;
}

/** Selects, pseudonymises, coarsens, flattens to one row a person, and decides what is suppressed. @throws ExportRefused */
export async function peoplePassage(passage: PassageRequest): Promise<PeoplePassage> {
  const { flat, ...rest } = await flattenPeople(passage);
  return { ...rest, decision: decide(flat.table(), passage.specification), courses: flat.courses };
}

/** Selects, pseudonymises, coarsens and flattens to one row a person. @throws ExportRefused */
export async function flattenPeople(passage: PassageRequest): Promise<FlattenedPeople> {
  const { snapshot, specification, sources, erasures, signal } = passage;
  const { studyId } = specification;
  const study = await studyOf(snapshot, specification);
  const people = await releasePeople(snapshot, specification, sources);
  const { date } = await sources.log(specification.index);
  const request: RowsRequest = {
    ...{ snapshot, specification, people, signal, erased: erasures.people },
    period: periodOf(people, date, specification),
    therapists: await therapistNames(snapshot, studyId, await sources.releaseKey(studyId, specification.releaseKeyId)),
    primaryInstrument: await primaryInstrumentOf(snapshot, studyId),
  };
  const tables = leavingTables(specification);
  const places = new Map(people.map(({ participantId }, place) => [participantId, place]));
  const flat = new PersonFlattening(specification, people.length);
  for (const { source, columns } of tables.filter(isLookedAt)) {
    const { name } = source.definition;
    flat.begin(
      name,
      columns.map(({ released }) => released.name),
    );
    for await (const rows of treatedRows(request, source, columns))
      for (const { person, cells } of rows) flat.take(name, places.get(person.participantId) ?? 0, cells.map(textOf));
  }
  return { request, people, places, tables, study, flat };
}

/** Whether the rows of a table tell anything that is counted of a person: the others need not be read for it. */
function isLookedAt({ source: { definition }, columns }: LeavingTable): boolean {
  if (definition.name === 'participants' || definition.name === 'sessions') return true;
  return columns.some(
    ({ released: { name, rule } }) => rule.role === 'quasi' || rule.role === 'sensitive' || name === 'therapist_pid',
  );
}

/** A cell as a reader of CSV has it: an empty text is none. */
export function textOf(cell: Cell): TextCell {
  return cell === null || cell === '' ? null : String(cell);
}

/** Tables of people that the specification names, in the order of the catalogue, with the columns that leave. */
function leavingTables(specification: DatasetSpecification): LeavingTable[] {
  return PEOPLE_TABLES.filter(({ definition }) => Object.hasOwn(specification.tables, definition.name)).map(
    (source) => {
      const columns = source.columns.flatMap((column, index) => {
        const rule = ruleOf(specification, source.definition.name, column.definition.name);
        if (rule === undefined) {
          const problem = `tables.${source.definition.name}.columns.${column.definition.name} is in the table and has no rule`;
          throw new ExportRefused('classify', 'unclassified', [problem]);
        }
        return treatedColumn(column, rule, index, specification) ?? [];
      });
      return { source, columns };
    },
  );
}

async function studyOf(
  snapshot: ReadSnapshot,
  { studyId, protocol }: DatasetSpecification,
): Promise<PeoplePassage['study']> {
  const [study] = await snapshot.sql<{ title: string; version: number }>(
    'SELECT title, protocol_version AS version FROM studies WHERE study_id = $1',
    [studyId],
  );
  if (study === undefined)
    throw new ExportRefused('select', 'no-study', [`study ${studyId} is not there at this index`]);
  const wanted = /@(\d+)$/.exec(protocol)?.[1];
  if (wanted === undefined || Number(wanted) !== study.version)
    throw new ExportRefused('select', 'protocol', [
      `protocol: is ${protocol}; version ${study.version} is in force at this index, and hierarchies are fixed by it`,
    ]);
  return { title: study.title, protocolVersion: study.version };
}

function periodOf(people: readonly ReleasePerson[], last: string, { time }: DatasetSpecification): StudyPeriod {
  const first = people.reduce((least, { origin }) => (origin < least ? origin : least), last);
  if (time.mode === 'shift-and-truncate' && Date.parse(last) - Date.parse(first) < time.maxShiftDays * 86_400_000)
    throw new ExportRefused('pseudonymise', 'time', [
      `time.maxShiftDays: ${time.maxShiftDays} days are longer than the study's data`,
    ]);
  return { first, last };
}

const primary = z.object({ analysis: z.object({ primary: z.object({ instrumentId: z.string() }) }) });

/** The instrument of the protocol's primary outcome. */
async function primaryInstrumentOf(snapshot: ReadSnapshot, studyId: string): Promise<string | null> {
  const [newest] = await snapshot.sql<{ protocol: string | null }>(
    'SELECT protocol FROM protocol_amendments WHERE study_id = $1 ORDER BY version DESC LIMIT 1',
    [studyId],
  );
  if (newest?.protocol == null) return null;
  const found = primary.safeParse(JSON.parse(newest.protocol));
  return found.success ? found.data.analysis.primary.instrumentId : null;
}
