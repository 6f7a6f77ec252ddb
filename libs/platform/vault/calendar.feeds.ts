import type { Pool } from 'pg';
import { randomToken, tokenDigest } from '../accounts/account.secrets.ts';

/** Whose feed it is. */
export interface CalendarFeed {
  readonly participantId: string;
  readonly studyId: string;
}

interface Stored {
  readonly participant_id: string;
  readonly study_id: string;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Secret addresses of participants’ calendars: one each, of which only a digest is kept. */
export class CalendarFeeds {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** Makes a new address; the one before leads nowhere from then on. @returns the token, told this once */
  async open({ participantId, studyId }: CalendarFeed): Promise<string> {
    const token = randomToken();
    await this.pool.query(
      `INSERT INTO calendar_feeds (participant_id, study_id, token_digest, made_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (participant_id) DO UPDATE SET study_id = EXCLUDED.study_id, token_digest = EXCLUDED.token_digest,
       made_at = EXCLUDED.made_at`,
      [participantId, studyId, tokenDigest(token), this.clock()],
    );
    return token;
  }

  /** Whose calendar an address is. @returns nothing for what never was one, or is one no longer */
  async feedOf(token: string): Promise<CalendarFeed | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const { rows } = await this.pool.query<Stored>(
      'SELECT participant_id, study_id FROM calendar_feeds WHERE token_digest = $1',
      [tokenDigest(token)],
    );
    const [found] = rows;
    return found && { participantId: found.participant_id, studyId: found.study_id };
  }

  /** Since when there is an address; nothing where there is none. */
  async since(participantId: string): Promise<Date | undefined> {
    const { rows } = await this.pool.query<{ made_at: Date }>(
      'SELECT made_at FROM calendar_feeds WHERE participant_id = $1',
      [participantId],
    );
    return rows[0]?.made_at;
  }

  /** @returns whether there was one */
  async close(participantId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('DELETE FROM calendar_feeds WHERE participant_id = $1', [participantId]);
    return rowCount !== null && rowCount > 0;
  }
}
