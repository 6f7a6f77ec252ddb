import { coarsenDates, pseudonyms, SUPPRESSED, type StudyPeriod } from '#deidentification';
import type { Cell } from '#formats';
import {
  AssignmentRow,
  OutcomeRow,
  type ReadSnapshot,
  SessionRow,
  STANDARD_INTERVALS,
  TherapistRow,
} from '#read-models';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import { storedRows, studyRows } from '../tables/stored.rows.ts';
import { compare, type PersonContext, type RowRecord, type TableSource } from '../tables/table.source.ts';
import type { TreatedColumn, TreatedPerson } from './column.treatment.ts';
import { ExportRefused } from './export.refused.ts';
import { hmac, type ReleasePerson } from './release.people.ts';

/** People asked for together: their rows are held, nobody else’s. */
const CHUNK = 100;

/** A row as it leaves, before suppression. */
export interface TreatedRow {
  readonly person: ReleasePerson;
  readonly cells: readonly Cell[];
  readonly record: RowRecord | null;
  readonly dayOf: TreatedPerson['dayOf'];
}

export interface RowsRequest {
  readonly snapshot: ReadSnapshot;
  readonly specification: DatasetSpecification;
  readonly people: readonly ReleasePerson[];
  readonly erased: ReadonlySet<string>;
  readonly period: StudyPeriod;
  readonly therapists: ReadonlyMap<string, string>;
  /** The instrument that intervals are related to; none without a protocol that names one. */
  readonly primaryInstrument: string | null;
  readonly signal: AbortSignal;
}

/** Pseudonyms of those therapists who agreed that their data are shared; nobody else has one. */
export async function therapistNames(
  snapshot: ReadSnapshot,
  studyId: string,
  key: Uint8Array,
): Promise<ReadonlyMap<string, string>> {
  const therapists = await studyRows(snapshot, studyId, TherapistRow);
  const sharing = therapists.filter(({ consentScopes }) => consentScopes.includes('data-sharing'));
  return pseudonyms(
    hmac,
    key,
    'therapist',
    sharing.map(({ therapistId }) => therapistId),
  );
}

/** Rows of one table as they leave, people by people in the order given, a few of them in memory at a time. */
export async function* treatedRows(
  request: RowsRequest,
  source: TableSource,
  columns: readonly TreatedColumn[],
): AsyncGenerator<readonly TreatedRow[]> {
  const { snapshot, specification, people, signal } = request;
  const { studyId, adherence } = specification;
  const definition = adherence ?? { definitionId: STANDARD_INTERVALS, version: 0 };
  for (let from = 0; from < people.length; from += CHUNK) {
    signal.throwIfAborted();
    const chunk = people.slice(from, from + CHUNK);
    const participantIds = chunk.map(({ participantId }) => participantId);
    const contexts = await contextsOf(request, chunk);
    const personOf = (participantId: string): PersonContext => contexts(participantId).context;
    const rows = await source.rows({ snapshot, studyId, participantIds, personOf, definition });
    const order = new Map(participantIds.map((id, index) => [id, index]));
    const sorted = [...rows].sort((one, other) => place(order, one.participantId) - place(order, other.participantId));
    yield sorted.map(({ participantId, cells, record }) => {
      const { person, treated } = contexts(participantId);
      const left = columns.map(({ index, treat }) => treat(cells[index] ?? null, treated));
      return { person, cells: left, record, dayOf: treated.dayOf };
    });
  }
}

const place = (order: ReadonlyMap<string, number>, id: string): number => order.get(id) ?? 0;

interface Contexts {
  readonly person: ReleasePerson;
  readonly context: PersonContext;
  readonly treated: TreatedPerson;
}

async function contextsOf(
  request: RowsRequest,
  chunk: readonly ReleasePerson[],
): Promise<(participantId: string) => Contexts> {
  const { snapshot, specification, primaryInstrument } = request;
  const ids = { snapshot, studyId: specification.studyId, participantIds: chunk.map((person) => person.participantId) };
  const assignments = [...(await storedRows(ids, AssignmentRow))].sort(
    (one, other) =>
      compare(one.assignedAt ?? one.proposedAt ?? '~', other.assignedAt ?? other.proposedAt ?? '~') ||
      compare(one.assignmentId, other.assignmentId),
  );
  const held = await storedRows(ids, SessionRow, `state = 'held'`);
  const scores =
    primaryInstrument === null ? [] : await storedRows(ids, OutcomeRow, 'instrument_id = $3', [primaryInstrument]);
  const contexts = new Map(
    chunk.map((person) => [person.participantId, contextOf(request, person, { assignments, held, scores })] as const),
  );
  return (participantId) => {
    const found = contexts.get(participantId);
    if (found === undefined)
      throw new ExportRefused('select', 'stray-row', ['a row belongs to nobody who was asked for']);
    return found;
  };
}

interface ChunkRows {
  /** In the order in which they were made. */
  readonly assignments: readonly AssignmentRow[];
  readonly held: readonly SessionRow[];
  readonly scores: readonly OutcomeRow[];
}

function contextOf(request: RowsRequest, person: ReleasePerson, rows: ChunkRows): Contexts {
  const { erased, therapists } = request;
  const isTheirs = (row: { readonly participantId: string }) => row.participantId === person.participantId;
  const numbers = new Map(
    rows.assignments.filter(isTheirs).map(({ assignmentId }, index) => [assignmentId, index + 1]),
  );
  const scores = rows.scores.filter(isTheirs).flatMap(({ localDate: date, total, occurredAt }) => {
    return total === null ? [] : [{ date, value: total, occurredAt }];
  });
  const sessions = rows.held.filter(isTheirs).map(({ localDate }) => localDate);
  return {
    person,
    context: {
      arm: person.arm,
      assignmentNumber: (assignmentId) => numbers.get(assignmentId) ?? null,
      origin: person.origin,
      scores: scores.sort((one, other) => compare(one.occurredAt, other.occurredAt)),
    },
    treated: {
      pseudonym: person.pseudonym,
      isErased: erased.has(person.participantId),
      therapistOf: (therapistId) => therapists.get(therapistId) ?? SUPPRESSED,
      dayOf: dayOf(request, person, sessions),
    },
  };
}

/** A person’s dates, made coarser; those met before are looked up. */
function dayOf(
  { specification: { time }, period }: RowsRequest,
  { origin, shiftDays }: ReleasePerson,
  sessions: readonly string[],
): TreatedPerson['dayOf'] {
  const known = new Map<string, number | string | null>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const [coarse = null] = coarsenDates([date], time, { origin, sessions, shiftDays }, period);
    known.set(date, coarse);
    return coarse;
  };
}
