import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { ReminderWishRow } from './reminder-wish.row.ts';

export type ReminderWish = Omit<ReminderWishRow, 'stream' | 'studyId' | 'siteId'>;

/** How a participant wants to be reminded; none where they said nothing. */
export class ReminderWishesOf extends Query<ReminderWish | undefined> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantId: string,
  ) {
    super();
  }
}

const WISHES = `SELECT participant_id AS "participantId", channels, times, quiet_from AS "quietFrom", quiet_to AS "quietTo",
    paused_from::text AS "pausedFrom", paused_to::text AS "pausedTo" FROM reminder_wishes WHERE participant_id = $1`;

@QueryHandler(ReminderWishesOf)
export class ReminderWishesOfHandler implements IQueryHandler<ReminderWishesOf> {
  async execute({ snapshot, participantId }: ReminderWishesOf): Promise<ReminderWish | undefined> {
    const [found] = await snapshot.sql<ReminderWish>(WISHES, [participantId]);
    return found;
  }
}
