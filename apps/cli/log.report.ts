import type { CopyReport } from '#ledger';

/** What a copy did, for people, and what is left to do. */
export function logCopyReport({ events, copied, root, grown }: CopyReport, from: string, to: string): string {
  return [
    `Copied ${grouped(copied)} events${copied < events ? ` (${grouped(events - copied)} were there already)` : ''}.`,
    '',
    `from        ${from}`,
    `to          ${to}`,
    `log index   ${grouped(events)}`,
    `root        ${root}   of both, read again`,
    '',
    grown
      ? 'The source has grown meanwhile: stop the programs that write to it and run the command again.'
      : 'Both hold the same events, in the same order, at the same log indexes.',
    'The keys of sealed content are in PostgreSQL, not in the log, and were not copied: docs/kurrentdb.md says what to do.',
  ].join('\n');
}

const grouped = (value: number) => value.toLocaleString('en');
