import type { EntryEvent } from '../entry/entry.events.ts';
import type { AnyEvent, Recorded } from './event.ts';

/**
 * One stream's history as it should have been: corrections put in place, voided entries and the correcting entries
 * themselves left out. An entry may be corrected again and a correction voided in turn; the last word stands. Order, ids
 * and both times stay those of the original entry. Applied once, before deciders and projections.
 */
export function effective<Event extends AnyEvent>(events: readonly Recorded<Event | EntryEvent>[]): Recorded<Event>[] {
  const standing = lastWords(events);
  const kept: Recorded<Event>[] = [];
  for (const event of events as readonly Recorded<AnyEvent>[]) {
    if (isEntryEvent(event)) continue;
    const word = standing.get(event.id);
    if (word === 'voided') continue;
    kept.push((word === undefined ? event : { ...event, data: word.replacement }) as Recorded<Event>);
  }
  return kept;
}

export function isEntryEvent(event: AnyEvent): event is EntryEvent {
  return changesEntry(event) || MARKS.includes(event.type);
}

/** What is said of a record as a whole, and changes nothing that stands in it. */
const MARKS: readonly string[] = ['RecordSigned', 'RecordFrozen', 'RecordReleased'];

/** A correction or a void: it speaks of one entry. */
export function changesEntry(
  event: AnyEvent,
): event is Extract<EntryEvent, { type: 'EntryCorrected' | 'EntryVoided' }> {
  return event.type === 'EntryCorrected' || event.type === 'EntryVoided';
}

type LastWord = 'voided' | { readonly replacement: unknown };

/** Entry id → what stands of it. Read backwards, so that a void silences the correction (or void) it names. */
function lastWords(events: readonly Recorded<AnyEvent>[]): Map<string, LastWord> {
  const words = new Map<string, LastWord>();
  for (const event of [...events].reverse()) {
    if (!changesEntry(event)) continue;
    const { entryId } = event.data;
    if (words.get(event.id) === 'voided' || words.has(entryId)) continue;
    words.set(entryId, event.type === 'EntryVoided' ? 'voided' : { replacement: event.data.replacement });
  }
  return words;
}
