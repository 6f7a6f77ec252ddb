import { type EventType, type Fact, effective } from '#domain';
import { canonicalJson } from './canonical-json.ts';

/** JSON content of an entry. */
export type Content = Readonly<Record<string, unknown>>;

/** One field that the file tells otherwise than the log. */
export interface Difference {
  readonly field: string;
  readonly logged: unknown;
  readonly filed: unknown;
}

/** How a row of the file stands to what an earlier import made of it. */
export type Comparison =
  | { readonly standing: 'absent' }
  | { readonly standing: 'same' }
  | {
      /** The row changed since it was imported, and the entry did not. */
      readonly standing: 'changed';
      readonly entryId: string;
      /** The event that last said what the file said. */
      readonly lastWordId: string;
      readonly replacement: Content;
      readonly differences: readonly Difference[];
    }
  /** The row changed and so did the entry, by another hand: nobody but a person can tell which holds. */
  | { readonly standing: 'conflict'; readonly entryId: string; readonly because: 'voided' | 'corrected' };

/**
 * Compares what a row says now with what it said when it was imported and with what the log holds now. A row that did not
 * change leaves the entry alone, whatever people made of it since.
 * @param filed content by the file; fields that only the log knows (the assignment version) are taken from the entry
 */
export function compareEntry(
  history: readonly Fact[],
  type: EventType,
  commandId: string,
  filed: Content,
  logOnly: readonly string[],
): Comparison {
  const entry = history.find((fact) => fact.type === type && fact.metadata.commandId === commandId);
  if (entry === undefined) return { standing: 'absent' };
  const lastWord = lastWordOfFile(history, entry);
  const original = contentOf(entry.data);
  const replacement = { ...filed, ...Object.fromEntries(logOnly.map((field) => [field, original[field]])) };
  if (sameContent(replacement, lastWord.content)) return { standing: 'same' };
  const present = effective(history).find((fact) => fact.id === entry.id);
  if (present === undefined) return { standing: 'conflict', entryId: entry.id, because: 'voided' };
  const logged = contentOf(present.data);
  if (sameContent(replacement, logged)) return { standing: 'same' };
  if (!sameContent(logged, lastWord.content)) return { standing: 'conflict', entryId: entry.id, because: 'corrected' };
  const differences = differencesOf(logged, replacement);
  return { standing: 'changed', entryId: entry.id, lastWordId: lastWord.id, replacement, differences };
}

/** The entry itself, or the last correction that an import made to it. */
function lastWordOfFile(history: readonly Fact[], entry: Fact): { readonly id: string; readonly content: Content } {
  const correction = history.findLast(
    (fact) => fact.type === 'EntryCorrected' && fact.data.entryId === entry.id && fact.metadata.source === 'import',
  );
  return correction?.type === 'EntryCorrected'
    ? { id: correction.id, content: correction.data.replacement }
    : { id: entry.id, content: contentOf(entry.data) };
}

function contentOf(data: object): Content {
  return { ...data };
}

function differencesOf(logged: Content, filed: Content): Difference[] {
  const fields = [...new Set([...Object.keys(logged), ...Object.keys(filed)])];
  return fields
    .filter((field) => !sameContent(logged[field], filed[field]))
    .map((field) => ({ field, logged: logged[field], filed: filed[field] }));
}

function sameContent(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}
