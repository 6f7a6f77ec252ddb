import { decode, effective, type EventMetadata, type Fact, UnreadableEvent } from '#domain';
import { recordIdOf } from '../kernel/fact.columns.ts';
import type { SealedText } from '../kernel/row.columns.ts';
import type { FactRow } from './fact.row.ts';

/** What later entries have made of an entry. Corrections and voids themselves are `as-recorded`. */
export type EntryStanding = 'as-recorded' | 'corrected' | 'voided';

/** One event of a history: what, when it happened and when it was stored, who, why, and what became of it. */
export interface HistoryEntry {
  readonly eventId: string;
  readonly logIndex: number;
  readonly stream: string;
  readonly category: string;
  readonly recordId: string;
  readonly revision: number;
  /** Today's name of the type. */
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** Actor, source, calendar, command and causation. */
  readonly metadata: EventMetadata;
  /** Everyone it speaks of. */
  readonly participantIds: readonly string[];
  /** As written, in today's shape, with envelopes for sealed content; null when this software cannot read it. */
  readonly data: Fact['data'] | null;
  readonly why: { readonly code: string | null; readonly note: SealedText | null };
  readonly standing: EntryStanding;
  /** Event ids of the entries that corrected or voided it, in order; some may themselves be voided. */
  readonly amendedBy: readonly string[];
  /** Why it cannot be read. */
  readonly unreadable: string | null;
}

/** @param amendments the EntryCorrected and EntryVoided events of the row's stream, in order */
export function historyEntry(row: FactRow, amendments: readonly Fact[]): HistoryEntry {
  const { eventId, logIndex, stream, revision, occurredAt, recordedAt, participantIds } = row;
  const read = readFact(row);
  const naming = amendments.filter((fact) => entryNamedIn(fact) === eventId);
  return {
    ...{ eventId, logIndex, stream, revision, occurredAt, recordedAt, participantIds },
    category: stream.slice(0, stream.indexOf('-')),
    recordId: recordIdOf(stream),
    type: 'fact' in read ? read.fact.type : row.type,
    metadata: 'fact' in read ? read.fact.metadata : metadataOf(row),
    data: 'fact' in read ? read.fact.data : null,
    why: 'fact' in read ? whyOf(read.fact) : { code: null, note: null },
    standing: 'fact' in read && naming.length > 0 ? standingOf(read.fact, amendments) : 'as-recorded',
    amendedBy: naming.map(({ id }) => id),
    unreadable: 'fact' in read ? null : read.problem,
  };
}

function entryNamedIn(fact: Fact): string | undefined {
  return fact.type === 'EntryCorrected' || fact.type === 'EntryVoided' ? fact.data.entryId : undefined;
}

function standingOf(fact: Fact, amendments: readonly Fact[]): EntryStanding {
  if (entryNamedIn(fact) !== undefined) return 'as-recorded';
  const [kept]: readonly Fact[] = effective([fact, ...amendments]);
  if (kept === undefined) return 'voided';
  return kept.data === fact.data ? 'as-recorded' : 'corrected';
}

function whyOf({ data }: Fact): HistoryEntry['why'] {
  const code =
    'reason' in data ? data.reason : 'trigger' in data ? data.trigger : 'whyNot' in data ? data.whyNot : null;
  return { code: code ?? null, note: ('note' in data ? data.note : null) ?? null };
}

function readFact(row: FactRow): { readonly fact: Fact } | { readonly problem: string } {
  const { eventId: id, stream, revision, type, data, metadata, recordedAt } = row;
  try {
    return { fact: decode({ id, stream, revision, type, data, metadata, recordedAt }) };
  } catch (error) {
    if (error instanceof UnreadableEvent) return { problem: error.message };
    throw error;
  }
}

function metadataOf({ metadata }: FactRow): EventMetadata {
  return JSON.parse(metadata) as EventMetadata;
}
