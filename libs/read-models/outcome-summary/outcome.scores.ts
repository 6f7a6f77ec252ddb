import type { Informant } from '#domain';
import { builtInInstruments, type Instrument, instrument as schema } from '#instruments';
import { InstrumentRow } from '../instruments/instrument.row.ts';
import { equals } from '../snapshot/condition.ts';
import { readPage } from '../snapshot/list.ts';
import { boundedRows, type BoundedStatement } from '../snapshot/bounded.rows.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import type { PersonScore } from './score.pairs.ts';

/** Whose scores on what: informants are never mixed. */
export interface ScoreChoice {
  readonly studyId: string;
  readonly instrumentId: string;
  /** The newest where left out. */
  readonly instrumentVersion?: number | undefined;
  readonly informant: Informant;
}

/** An instrument as chosen, and whose it is. */
export interface ChosenInstrument {
  readonly instrument: Instrument;
  readonly source: 'built-in' | 'study';
}

/** The instrument a study means by an id. @throws InvalidRead where neither the study nor the platform has it */
export async function chosenInstrument(
  snapshot: ReadSnapshot,
  { studyId, instrumentId, instrumentVersion }: ScoreChoice,
): Promise<ChosenInstrument> {
  const page = await readPage(
    snapshot,
    { entity: InstrumentRow, orders: ['version'], orderBy: { field: 'version', direction: 'desc' } },
    [
      ...equals<InstrumentRow>('studyId', studyId),
      ...equals<InstrumentRow>('instrumentId', instrumentId),
      ...equals<InstrumentRow>('version', instrumentVersion),
    ],
    { first: 1 },
  );
  const [edge] = page.edges;
  const parsed = edge && schema.safeParse(edge.row.instrument);
  if (parsed?.success === true) return { instrument: parsed.data, source: 'study' };
  const builtIn = builtInInstruments.find(
    ({ id, version }) => id === instrumentId && (instrumentVersion === undefined || version === instrumentVersion),
  );
  if (builtIn !== undefined) return { instrument: builtIn, source: 'built-in' };
  throw new InvalidRead('instrumentId', 'names no instrument that this study has published or the platform brings');
}

interface RawScore {
  readonly participant_id: string;
  readonly occasion: string;
  readonly total: number;
  readonly day: number;
}

const ENROLLED: BoundedStatement = {
  ...{ what: 'people enrolled', columns: 'participant_id' },
  ...{ from: 'flow WHERE study_id = $1 AND enrolled_at IS NOT NULL', tail: 'ORDER BY 1' },
};
const TOTALS: BoundedStatement = {
  ...{ what: 'totals of the questionnaire', columns: 'participant_id, occasion, total, day' },
  from: `outcomes WHERE study_id = $1 AND instrument_id = $2 AND instrument_version = $3 AND informant = $4
    AND total IS NOT NULL`,
  tail: 'ORDER BY occurred_at, measure_id',
};

/** The totals of everybody enrolled, in order of time; an empty list for those without any. @throws TooManyRows */
export async function scoresOf(
  snapshot: ReadSnapshot,
  { studyId, informant }: ScoreChoice,
  { id, version }: Instrument,
): Promise<ReadonlyMap<string, readonly PersonScore[]>> {
  const people = await boundedRows<{ participant_id: string }>(snapshot, ENROLLED, [studyId]);
  const scores = new Map<string, PersonScore[]>(people.map(({ participant_id: person }) => [person, []]));
  const rows = await boundedRows<RawScore>(snapshot, TOTALS, [studyId, id, version, informant]);
  for (const { participant_id: person, occasion, total, day } of rows)
    scores.get(person)?.push({ occasion, total, day });
  return scores;
}

/** Why people have no total on an occasion: person → code, for those of whom it is known. */
export async function missingReasons(
  snapshot: ReadSnapshot,
  { studyId, informant }: ScoreChoice,
  { id, version }: Instrument,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await snapshot.sql<{ participant_id: string; occasion: string; code: string }>(
    `SELECT m.participant_id, m.occasion, CASE
       WHEN m.status = 'missed' THEN 'missed-' || m.reason
       WHEN m.status IN ('pending', 'overdue') THEN m.status
       WHEN o.informant <> $4 THEN 'other-informant'
       WHEN o.instrument_version <> $3 THEN 'other-version'
       ELSE 'no-total' END AS code
     FROM missingness m LEFT JOIN outcomes o USING (participant_id, measure_id)
     WHERE m.study_id = $1 AND m.instrument_id = $2 ORDER BY m.measure_id`,
    [studyId, id, version, informant],
  );
  const reasons = new Map<string, Map<string, string>>();
  for (const { participant_id: person, occasion, code } of rows) {
    const own = reasons.get(occasion) ?? new Map<string, string>();
    reasons.set(occasion, own.set(person, code));
  }
  return reasons;
}
