import { csvPath, type DatasetDescription, type DescribedTable, measure, columnsIn } from '#formats';
import type { DatasetRelease } from '../contract/archive.contract.ts';
import type { ReleasedTable } from '../contract/table.definition.ts';

/** A release as documents describe it: columns by what they are, files by path and hash, the facts all of it follows from. */
export function describeRelease(release: DatasetRelease): DatasetDescription {
  const { releaseId, specification, study, logIndex, ledgerRoot, asOfDate, erasureEpoch, software } = release;
  return {
    id: releaseId
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 63),
    title: specification.title,
    description: specification.purpose,
    languages: specification.languages,
    version: `${study.protocolVersion}.${logIndex}.${erasureEpoch}`,
    keywords: ['psychotherapy', 'homework'],
    provenance: {
      release: releaseId,
      study: study.title,
      protocol: specification.protocol,
      'log index': logIndex,
      'ledger root': ledgerRoot,
      'as of': asOfDate,
      'erasure epoch': erasureEpoch,
      'release key': specification.releaseKeyId,
      times: specification.time.mode,
      software: `${software.name} ${software.version}`,
    },
    tables: release.tables.map((table) => describeTable(table, release)),
  };
}

function describeTable(table: ReleasedTable, release: DatasetRelease): DescribedTable {
  const { name, title, grain, key, references, columns, rows } = table;
  const subject = columns.find(({ rule }) => rule.role === 'pseudonym' && rule.unit === 'participant');
  const leaving = new Set(release.tables.map((other) => other.name));
  return {
    name,
    title,
    grain,
    key,
    ...(subject === undefined ? {} : { subject: subject.name }),
    references: references.filter((reference) => leaving.has(reference.table)),
    columns,
    rows,
    file: csvOf(name, release),
  };
}

/** The CSV file of a table, as it was written. */
function csvOf(table: string, { files, specification }: DatasetRelease): DescribedTable['file'] {
  const names = [csvPath(specification.studyId, table), `data/${table}.csv`];
  const written = files.find(({ path }) => names.includes(path));
  if (written === undefined) throw new Error(`${table}: its CSV file is not among those written`);
  return { path: written.path, bytes: written.bytes, sha256: written.sha256 };
}

/** Bytes of the longest text of each column, for programs that want widths: one pass over the rows. */
export async function textWidths(table: ReleasedTable): Promise<Record<string, number>> {
  const columns = columnsIn(table, 'en').filter(({ type }) => type === 'text');
  const at = table.columns.flatMap(({ type }, index) => (type === 'text' ? [index] : []));
  const widths = new Map<string, number>();
  const widen = (measured: ReturnType<typeof measure>) => {
    for (const { name, bytes = 1 } of measured) widths.set(name, Math.max(widths.get(name) ?? 1, bytes));
  };
  widen(measure(columns, []));
  for await (const batch of table.read())
    widen(measure(columns, [{ rows: batch.rows, columns: at.map((index) => batch.columns[index] ?? []) }]));
  return Object.fromEntries(widths);
}
