/** An entry as the audit needs it. */
export interface AuditedEntry {
  readonly eventId: string;
  readonly revision: number;
  readonly type: string;
  readonly data: unknown;
}

type Content = Readonly<Record<string, unknown>>;

export interface Change {
  /** A path, such as `terms.difficulty`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What stood before an entry and what stands after it. A correction has the entry that it corrects before it – as the correction before
 * that left it – and nothing after a voided one; any other entry has the one of its kind before it in the record.
 * @param record every entry of the record, in its order
 */
export function contentsOf(
  entry: AuditedEntry,
  record: readonly AuditedEntry[],
): { readonly before: Content | undefined; readonly after: Content | undefined } {
  const data = isContent(entry.data) ? entry.data : {};
  const earlier = record.filter(({ revision }) => revision < entry.revision);
  if (entry.type !== 'EntryCorrected' && entry.type !== 'EntryVoided') {
    const before = earlier.findLast(({ type }) => type === entry.type || startsWith(entry.type, type))?.data;
    return { before: isContent(before) ? before : undefined, after: data };
  }
  const entryId = data['entryId'];
  const corrected = earlier.findLast(
    (each) => each.type === 'EntryCorrected' && isContent(each.data) && each.data['entryId'] === entryId,
  );
  const first = earlier.find(({ eventId }) => eventId === entryId)?.data;
  const before = isContent(corrected?.data) ? corrected.data['replacement'] : first;
  const after = entry.type === 'EntryCorrected' ? data['replacement'] : undefined;
  return { before: isContent(before) ? before : undefined, after: isContent(after) ? after : undefined };
}

/** Terms are first said when homework is assigned or proposed. */
function startsWith(type: string, earlier: string): boolean {
  return type === 'AssignmentAdjusted' && (earlier === 'HomeworkAssigned' || earlier === 'HomeworkProposed');
}

/** Fields that differ, by their paths; every field where there was nothing before. */
export function changesOf(before: Content | undefined, after: Content | undefined): readonly Change[] {
  return differences('', before, after);
}

function differences(path: string, before: unknown, after: unknown): readonly Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [one, other] = [isContent(before) ? before : {}, isContent(after) ? after : {}];
  const deep = (isContent(before) || isContent(after)) && !isSealed(before) && !isSealed(after);
  if (!deep) return [{ field: path, before, after }];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) => differences(path === '' ? name : `${path}.${name}`, one[name], other[name]));
}

const isSealed = (value: unknown): boolean => isContent(value) && ('sealed' in value || 'erased' in value);
