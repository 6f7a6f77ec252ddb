import type { TableDigest } from '#read-models';

/** What the tables held at one index of the log. */
export interface TablesAt {
  readonly logIndex: number;
  readonly tables: readonly TableDigest[];
}

export interface Rebuilt {
  readonly generation: number;
  readonly events: number;
  readonly seconds: number;
  /** Undefined where there were no tables that this version can read. */
  readonly before: TablesAt | undefined;
  readonly after: TablesAt;
  /** Participants whose private content no rebuild brings back. */
  readonly erased: number;
}

/** What a rebuild did, for people: rows of every table, and whether they are those from before. */
export function rebuildReport(rebuilt: Rebuilt): string {
  const { generation, events, seconds, after } = rebuilt;
  const rate = seconds > 0 ? Math.round(events / seconds) : events;
  const width = Math.max(...after.tables.map(({ table }) => table.length));
  return [
    `Rebuilt the read models (generation ${generation}) from ${grouped(events)} events in ${seconds.toFixed(1)} s, ${grouped(rate)} events/s.`,
    '',
    `${'table'.padEnd(width)}${'rows'.padStart(14)}   before`,
    ...after.tables.map(
      (table) => `${table.table.padEnd(width)}${grouped(table.rows).padStart(14)}   ${was(table, rebuilt)}`,
    ),
    '',
    verdict(rebuilt),
    ...missing(rebuilt),
  ].join('\n');
}

/** What is not in the tables, because it is nowhere any more. */
function missing({ erased }: Rebuilt): readonly string[] {
  if (erased === 0) return [];
  const people = erased === 1 ? '1 participant' : `${grouped(erased)} participants`;
  return [
    `Missing for good: the private content of ${people}, whose keys were destroyed. What remains of them is pseudonymous, not anonymous.`,
  ];
}

/** Whether rows can be expected to be the same: the log has not grown in between. */
export function isComparable({ before, after }: Rebuilt): boolean {
  return before?.logIndex === after.logIndex;
}

/** Tables that hold other rows than before though the log has not grown. */
export function changedTables(rebuilt: Rebuilt): readonly TableDigest[] {
  return isComparable(rebuilt) ? rebuilt.after.tables.filter((table) => was(table, rebuilt) !== 'the same') : [];
}

function was({ table, rows, digest }: TableDigest, { before }: Rebuilt): string {
  const earlier = before?.tables.find((candidate) => candidate.table === table);
  if (earlier === undefined) return 'none';
  if (earlier.digest === digest && earlier.rows === rows) return 'the same';
  return earlier.rows === rows ? 'other content' : `${grouped(earlier.rows)} rows`;
}

function verdict(rebuilt: Rebuilt): string {
  const { before, after } = rebuilt;
  if (before === undefined) return 'There were no tables before.';
  if (before.logIndex < after.logIndex) {
    return `Before, the tables had come to log index ${grouped(before.logIndex)}; now to ${grouped(after.logIndex)}. What differs may be that.`;
  }
  const changed = changedTables(rebuilt);
  if (changed.length === 0)
    return `Every table holds the rows it held before, as of log index ${grouped(after.logIndex)}.`;
  return `${changed.length} of ${after.tables.length} tables differ from before at the same log index, ${grouped(after.logIndex)}: the rows before were not what this version makes of the log.`;
}

const grouped = (value: number) => value.toLocaleString('en');
