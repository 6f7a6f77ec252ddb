import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { canonicalJson } from '../execute/canonical-json.ts';
import { type AccessAct, type AccessEntry, accessEntry } from './access.entry.ts';

/** An entry as it was recorded. */
export interface RecordedAccess extends AccessEntry {
  /** Counted from 1, without gaps. */
  readonly entry: number;
  /** In hexadecimal. */
  readonly hash: string;
}

/** Which entries. Every condition given must hold; newest first. */
export interface AccessQuestion {
  readonly studyId?: string | undefined;
  readonly participantId?: string | undefined;
  /** One of these; nobody: no entry. */
  readonly participantIds?: readonly string[] | undefined;
  readonly accountId?: string | undefined;
  /** Whose own doings are left out. */
  readonly exceptAccountId?: string | undefined;
  readonly acts?: readonly AccessAct[] | undefined;
  /** Only entries that opened content of this event. */
  readonly eventId?: string | undefined;
  /** ISO 8601, UTC, milliseconds; both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only entries before this one. */
  readonly before?: number | undefined;
  /** At most 1,000. */
  readonly limit: number;
}

/** Where the chain of hashes does not hold. */
export interface BrokenChain {
  readonly entry: number;
  readonly fault: 'missing' | 'changed';
}

interface AccessRow {
  readonly entry: string;
  readonly content: string;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/** Who opened what, and who signed in: a table that is only ever added to, each entry holding the hash of the last. */
export class AccessLog {
  constructor(private readonly pool: Pool) {}

  /** Durable once this returns. @throws where it cannot be kept; what it would have recorded must then not happen */
  async record(entries: readonly AccessEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const contents = entries.map((entry) => canonicalJson(accessEntry.parse(entry)));
    await this.pool.query(
      `INSERT INTO access_log (content) SELECT content FROM unnest($1::text[]) WITH ORDINALITY AS given (content, at) ORDER BY at`,
      [contents],
    );
  }

  async find(question: AccessQuestion): Promise<readonly RecordedAccess[]> {
    const { condition, values } = conditionOf(question);
    const limit = Math.min(Math.max(1, question.limit), 1_000);
    const { rows } = await this.pool.query<AccessRow>(
      `SELECT entry, content, previous_hash, hash FROM access_log WHERE ${condition} ORDER BY entry DESC LIMIT ${limit}`,
      [...values],
    );
    return rows.map(recorded);
  }

  /**
   * For everybody who opened something of a participant, when they did so first.
   * @param kind what was opened, such as `arm`
   * @returns in the order in which they did; who could not be told is left out
   */
  async firstToOpen(participantId: string, kind: string): Promise<readonly RecordedAccess[]> {
    const { rows } = await this.pool.query<AccessRow>(
      `SELECT DISTINCT ON (content::jsonb ->> 'subjectId') entry, content, previous_hash, hash FROM access_log
       WHERE participant_id = $1 AND act = 'read' AND jsonb_exists(content::jsonb -> 'opened', $2)
         AND content::jsonb ->> 'subjectId' IS NOT NULL AND content::jsonb ->> 'outcome' = 'done'
       ORDER BY content::jsonb ->> 'subjectId', entry`,
      [participantId, kind],
    );
    return rows.map(recorded).sort((one, other) => one.entry - other.entry);
  }

  /** How many there are and the last one's hash: whoever keeps both elsewhere can tell later what was changed since. */
  async head(): Promise<{ readonly entry: number; readonly hash: string }> {
    const { rows } = await this.pool.query<AccessRow>(
      'SELECT entry, content, previous_hash, hash FROM access_log ORDER BY entry DESC LIMIT 1',
    );
    const [last] = rows;
    return last === undefined ? { entry: 0, hash: '' } : { entry: Number(last.entry), hash: last.hash.toString('hex') };
  }

  /** Computes the chain anew. @returns where it first does not hold; undefined where it does */
  async verify(): Promise<BrokenChain | undefined> {
    let entry = 0;
    let hash: Buffer = Buffer.alloc(0);
    for (;;) {
      const { rows } = await this.pool.query<AccessRow>(
        'SELECT entry, content, previous_hash, hash FROM access_log WHERE entry > $1 ORDER BY entry LIMIT 5000',
        [entry],
      );
      for (const row of rows) {
        entry += 1;
        if (Number(row.entry) !== entry) return { entry, fault: 'missing' };
        const expected = createHash('sha256').update(hash).update(`${entry} ${row.content}`, 'utf8').digest();
        if (!expected.equals(row.hash) || !row.previous_hash.equals(hash)) return { entry, fault: 'changed' };
        hash = row.hash;
      }
      if (rows.length === 0) return undefined;
    }
  }
}

function recorded({ entry, content, hash }: AccessRow): RecordedAccess {
  return { ...accessEntry.parse(JSON.parse(content)), entry: Number(entry), hash: hash.toString('hex') };
}

function conditionOf(question: AccessQuestion): { condition: string; values: readonly unknown[] } {
  const { studyId, participantId, participantIds, accountId, exceptAccountId, acts, eventId } = question;
  const { from, to, before } = question;
  const values: unknown[] = [];
  const conditions = [
    ['study_id =', studyId],
    ['participant_id =', participantId],
    ['account_id =', accountId],
    ['account_id IS DISTINCT FROM', exceptAccountId],
    ['recorded_at >=', from],
    ['recorded_at <=', to],
    ['entry <', before],
  ].flatMap(([text, value]) => (value === undefined ? [] : [`${text} $${values.push(value)}`]));
  if (participantIds !== undefined) conditions.push(`participant_id = ANY($${values.push(participantIds)})`);
  if (acts !== undefined) conditions.push(`act = ANY($${values.push(acts)})`);
  if (eventId !== undefined) {
    conditions.push(
      `jsonb_path_exists(content::jsonb, '$.opened.*[*] ? (@ == $id)', jsonb_build_object('id', $${values.push(eventId)}::text))`,
    );
  }
  return { condition: conditions.length === 0 ? 'true' : conditions.join(' AND '), values };
}
