import { attributes, type Markup, markup } from '../markup/markup.ts';
import { oids } from './odm.metadata.ts';

/** How a row came to be: one entry of the record's history. */
export interface OdmAuditEntry {
  /** Of the table, from 0. */
  readonly row: number;
  readonly change: 'recorded' | 'corrected' | 'voided';
  /** Of whoever entered it. Nobody's name or id. */
  readonly role: string;
  readonly source: string;
  readonly reason: string | null;
  /** As the times of the data set: a number of days, weeks or sessions, an ISO date, or null where none leaves. */
  readonly when: string | number | null;
}

/** What a number in `when` counts. */
export type OdmClock = 'day' | 'week' | 'session';

const [NOMINAL_DAY, DAY] = [Date.UTC(1900, 0, 1), 86_400_000];
const STEP: Readonly<Record<OdmClock, number>> = { day: 1, week: 7, session: 1 };

/**
 * A moment for `DateTimeStamp`, which ODM demands: a date as it is; a number as so many days, weeks or sessions after
 * 1 January 1900, a day that no study has; that day where nothing may be told. What really leaves stands in `SourceID`.
 */
export function odmMoment(when: OdmAuditEntry['when'], clock: OdmClock): string {
  if (typeof when === 'string' && /^\d{4}-\d\d-\d\d$/.test(when)) return `${when}T00:00:00Z`;
  const steps = typeof when === 'number' && Number.isFinite(when) ? Math.trunc(when) * STEP[clock] : 0;
  return `${new Date(NOMINAL_DAY + steps * DAY).toISOString().slice(0, 19)}Z`;
}

/** An `AuditRecord`. */
export function auditRecord({ role, source, reason, when, change }: OdmAuditEntry, clock: OdmClock): Markup {
  const told = when === null ? '' : `; ${typeof when === 'number' ? `${clock} ${when}` : when}`;
  return markup`<AuditRecord EditPoint="DataManagement"><UserRef${attributes({ UserOID: oids.user(role) })}/><LocationRef${attributes({ LocationOID: oids.location })}/><DateTimeStamp>${odmMoment(when, clock)}</DateTimeStamp>${
    reason === null || reason === '' ? null : markup`<ReasonForChange>${reason}</ReasonForChange>`
  }<SourceID>${`${change}; ${source}${told}`}</SourceID></AuditRecord>`;
}

/** Entries by row: asked for ascending rows, it holds one batch of entries. */
export class AuditByRow {
  private waiting: readonly OdmAuditEntry[] = [];
  private at = 0;
  private ended = false;

  constructor(private readonly batches: AsyncIterator<readonly OdmAuditEntry[]> | undefined) {}

  async of(row: number): Promise<OdmAuditEntry[]> {
    const found: OdmAuditEntry[] = [];
    for (let next = await this.peek(); next !== undefined && next.row <= row; next = await this.peek()) {
      if (next.row === row) found.push(next);
      this.at += 1;
    }
    return found;
  }

  private async peek(): Promise<OdmAuditEntry | undefined> {
    while (this.at >= this.waiting.length && !this.ended) {
      const next = await this.batches?.next();
      this.ended = next === undefined || next.done === true;
      if (next !== undefined && next.done !== true) [this.waiting, this.at] = [next.value, 0];
    }
    return this.waiting[this.at];
  }
}
