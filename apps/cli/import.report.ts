import type { ImportSummary, OfferedCorrection, Reject } from '#imports';

const SHOWN = 5;

/** What an import did or would do, for people. Values of cells are in the report files only. */
export function importReport(summary: ImportSummary): string {
  const { dryRun, rows, seconds, eventsWritten } = summary;
  const rate = seconds > 0 ? Math.round(rows / seconds) : rows;
  return [
    ...(dryRun ? ['Dry run: no event was written. An import would have this outcome.'] : []),
    ...(summary.complete ? [] : ['Stopped before the end. Import again to go on from there.']),
    ...summary.preparations.map((sentence) => (dryRun ? `would have ${sentence}` : sentence)),
    ...counts(summary).map(([name, value]) => `${name.padEnd(26)}${grouped(value).padStart(12)}`),
    ...ranges(summary),
    ...(dryRun ? [] : [`${'events written'.padEnd(26)}${grouped(eventsWritten).padStart(12)}`]),
    `${'duration'.padEnd(26)}${duration(seconds).padStart(12)}   ${grouped(rate)} rows/s`,
    ...rejects(summary.firstRejects, summary.rejected),
    ...corrections(summary.firstCorrections),
  ].join('\n');
}

function counts(summary: ImportSummary): (readonly [string, number])[] {
  const optional = [
    ['  merged into a mean', summary.merged],
    ['  corrected', summary.corrected],
    ['  corrections offered', summary.correctionsOffered],
    ['  changed here and there', summary.conflicts],
  ] as const;
  return [
    ['rows read', summary.rows],
    ['  imported', summary.imported],
    ['  already there', summary.alreadyThere],
    ['  rejected', summary.rejected],
    ...optional.filter(([, value]) => value > 0),
    ['participants in the file', summary.participants],
    ['  enrolled', summary.participantsEnrolled],
    ['  assignments constructed', summary.assignmentsConstructed],
  ];
}

function ranges({ ranges: found }: ImportSummary): string[] {
  if (found === undefined) return [];
  const { firstStart, lastStart, shortest, longest } = found;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const length =
    shortest === undefined || longest === undefined
      ? []
      : [`${'lengths'.padEnd(26)}${minutes(shortest)} to ${minutes(longest)}`];
  return [`${'starts'.padEnd(26)}${day(firstStart)} to ${day(lastStart)} (UTC)`, ...length];
}

function rejects(first: readonly Reject[], rejected: number): string[] {
  if (first.length === 0) return [];
  const lines = first.slice(0, SHOWN).map(({ table, line, column, reason }) => {
    return `  ${table === undefined ? '' : `${table}, `}line ${line}${column === '' ? '' : `, column ${JSON.stringify(column)}`}: ${reason}`;
  });
  return [
    '',
    `Rejected rows (${grouped(rejected)}), the first of them:`,
    ...lines,
    '  --rejects FILE writes all of them, with their values.',
  ];
}

function corrections(first: readonly OfferedCorrection[]): string[] {
  if (first.length === 0) return [];
  const lines = first.slice(0, SHOWN).map(({ table, line, event, field, status }) => {
    return `  ${table === undefined ? '' : `${table}, `}line ${line}, ${event}${field === '' ? '' : `, ${field}`}: ${status}`;
  });
  const open = first.some(({ status }) => status === 'offered');
  return [
    '',
    'Rows that changed since they were imported, the first of them:',
    ...lines,
    '  --corrections FILE writes all of them, with both values.',
    ...(open ? ['  --correct corrects the entries that nobody has changed meanwhile.'] : []),
  ];
}

const grouped = (value: number) => value.toLocaleString('en');
const minutes = (milliseconds: number) => `${(milliseconds / 60_000).toFixed(1)} min`;

/** Hours, minutes and seconds, as far as needed. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)} h` : `${m}:${two(s)} min`;
}
