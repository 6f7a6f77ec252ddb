import type { ArchiveDifference, ExportedArchive, Verification } from '#datasets';
import type { ReleaseRow } from '#read-models';

/** What an export made, for people. */
export function exportReport({ manifest, manifestHash, risk }: ExportedArchive, place: string): string {
  const rows = manifest.files.reduce((sum, file) => sum + (file.path.endsWith('.csv') ? (file.rows ?? 0) : 0), 0);
  const { output } = risk;
  return [
    `Release ${manifest.releaseId}`,
    '',
    `archive     ${place}`,
    `manifest    ${manifestHash}`,
    `log index   ${manifest.logIndex}`,
    `people      ${risk.people}`,
    `rows        ${rows} in ${Object.keys(manifest.order).length} tables`,
    `k           ${output.anonymity.k}   (asked for: ${risk.k.wanted})`,
    `uniques     ${output.anonymity.uniques}`,
    `suppressed  ${(100 * risk.suppressedShare).toFixed(1)} % of the cells that others may know`,
    ...(manifest.earlierReleases.length === 0 ? [] : [`earlier     ${manifest.earlierReleases.join(', ')}`]),
    '',
    'Not a legal determination: read the risk report before it is handed over.',
  ].join('\n');
}

const OUTCOMES: Readonly<Record<Verification['outcome'], string>> = {
  identical: 'Every byte is made again from the log.',
  damaged: 'The archive is not what its manifest says.',
  'erasure-epoch': 'The archive differs by erasure epoch.',
  differs: 'The archive is made otherwise today.',
};

export function verificationReport(
  { outcome, releaseId, files, explanations }: Verification,
  { logIndex }: { readonly logIndex: number },
  recalled: string | null,
): string {
  return [
    `Release ${releaseId}, log index ${logIndex}: ${OUTCOMES[outcome]}`,
    ...explanations.map((text) => `  ${text}`),
    ...files.map((path) => `  ${path}`),
    ...(recalled === null ? [] : [`It was recalled: ${recalled}`]),
  ].join('\n');
}

export function differenceReport({ cells, total, onlyBefore, onlyAfter }: ArchiveDifference): string {
  const lines = cells.map(({ table, person, row, column, before, after, events }) => {
    const where = [table, person, row === '' ? null : `row ${row}`, column].filter((part) => part !== null).join(' ');
    const why = events.map(({ logIndex, type }) => `${logIndex} ${type}`).join(', ');
    return `${where}: ${before ?? '(missing)'} → ${after ?? '(missing)'}${why === '' ? '' : `   [${why}]`}`;
  });
  return [
    total === 0
      ? 'No cell differs.'
      : `${total} cells differ${total > cells.length ? `; the first ${cells.length}:` : ':'}`,
    ...lines,
    ...(onlyBefore.length === 0 ? [] : [`only before: ${onlyBefore.join(', ')}`]),
    ...(onlyAfter.length === 0 ? [] : [`only after: ${onlyAfter.join(', ')}`]),
  ].join('\n');
}

export function releasesReport(rows: readonly ReleaseRow[]): string {
  if (rows.length === 0) return 'Nothing has left this study.';
  return rows
    .map(({ releaseId, status, recipient, purpose, logIndex, tier, k, expires, reason }) =>
      [
        `${releaseId}  ${status}${reason === null ? '' : ` (${reason})`}`,
        `  ${tier}, to ${recipient}, at log index ${logIndex}${k === null ? '' : `, k ${k}`}${expires === null ? '' : `, until ${expires}`}`,
        `  ${purpose}`,
      ].join('\n'),
    )
    .join('\n');
}
