import type { ReadSnapshot } from '#read-models';
import type { TakenMeasure } from '#safety';

interface Answered {
  readonly participantId: string;
  readonly measureId: string;
  readonly instrumentId: string;
  readonly answeredAt: Date;
  readonly total: number | null;
  readonly items: Readonly<Record<string, number | null>> | null;
}

const TAKEN = `SELECT o.participant_id AS "participantId", o.measure_id AS "measureId", o.instrument_id AS "instrumentId",
    o.occurred_at AS "answeredAt", o.total,
    (SELECT json_object_agg(i.item, i.value) FROM outcome_items i
      WHERE i.participant_id = o.participant_id AND i.measure_id = o.measure_id) AS items
  FROM outcomes o WHERE o.instrument_id = $1`;
const IN_ORDER = 'ORDER BY o.occurred_at, o.measure_id';

/** Every occasion on which a person answered an instrument, oldest first, as corrected. */
export async function takenBy(
  snapshot: ReadSnapshot,
  participantId: string,
  instrumentId: string,
): Promise<readonly TakenMeasure[]> {
  const rows = await snapshot.sql<Answered>(`${TAKEN} AND o.participant_id = $2 ${IN_ORDER}`, [
    instrumentId,
    participantId,
  ]);
  return rows.map(taken);
}

/** The same of everybody in a study, by participant. */
export async function takenIn(
  snapshot: ReadSnapshot,
  studyId: string,
  instrumentId: string,
): Promise<ReadonlyMap<string, readonly TakenMeasure[]>> {
  const people = new Map<string, TakenMeasure[]>();
  for (const row of await snapshot.sql<Answered>(`${TAKEN} AND o.study_id = $2 ${IN_ORDER}`, [instrumentId, studyId])) {
    const known = people.get(row.participantId);
    if (known === undefined) people.set(row.participantId, [taken(row)]);
    else known.push(taken(row));
  }
  return people;
}

function taken({ measureId, instrumentId, answeredAt, total, items }: Answered): TakenMeasure {
  return { measureId, instrumentId, answeredAt: answeredAt.toISOString(), total, items: items ?? {} };
}
