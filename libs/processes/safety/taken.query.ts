import type { ReadSnapshot } from '#read-models';
import type { TakenMeasure } from '#safety';

interface Answered {
  readonly measureId: string;
  readonly instrumentId: string;
  readonly answeredAt: Date;
  readonly total: number | null;
  readonly items: Readonly<Record<string, number | null>> | null;
}

const TAKEN = `SELECT o.measure_id AS "measureId", o.instrument_id AS "instrumentId", o.occurred_at AS "answeredAt", o.total,
    (SELECT json_object_agg(i.item, i.value) FROM outcome_items i
      WHERE i.participant_id = o.participant_id AND i.measure_id = o.measure_id) AS items
  FROM outcomes o WHERE o.participant_id = $1 AND o.instrument_id = $2 ORDER BY o.occurred_at, o.measure_id`;

/** Every occasion on which a person answered an instrument, oldest first, as corrected. */
export async function takenBy(
  snapshot: ReadSnapshot,
  participantId: string,
  instrumentId: string,
): Promise<readonly TakenMeasure[]> {
  const rows = await snapshot.sql<Answered>(TAKEN, [participantId, instrumentId]);
  return rows.map(({ answeredAt, items, ...row }) => ({
    ...row,
    answeredAt: answeredAt.toISOString(),
    items: items ?? {},
  }));
}
