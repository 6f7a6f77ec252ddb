import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Batch,
  type Cell,
  csvWriter,
  type FileColumn,
  measure,
  parquetWriter,
  savWriter,
  type TableWriter,
} from '#formats';
import { type DuckDb, openDuckDb } from './duckdb.rival.ts';
import { readHostile } from './hostile.reading.ts';
import { reportPeak, runTrials, type Trial } from './time-trial.ts';

const [ROWS, BATCH] = [1_000_000, 10_000];

export interface FormatsSettings {
  readonly rounds: number;
  /** Only this work, once, for its peak memory. */
  readonly peak: string | undefined;
}

const column = (name: string, type: FileColumn['type']): FileColumn => ({ name, label: name, type });
const COLUMNS: readonly FileColumn[] = [
  column('pid', 'text'),
  column('site', 'text'),
  column('session', 'integer'),
  column('week', 'integer'),
  column('attended', 'boolean'),
  column('minutes', 'number'),
  column('quantity', 'number'),
  column('type', 'text'),
  column('phq9_total', 'integer'),
  column('rating', 'integer'),
  column('visit', 'date'),
  column('reason', 'text'),
];

/** A batch of sessions, its cells as an export has them; one in seven missing in some columns. */
function batch(): Batch {
  const rows = Array.from({ length: BATCH }, (_, row) => row);
  const of = (cell: (row: number) => Cell) => rows.map(cell);
  const date = (row: number) => new Date(Date.UTC(2024, 0, 1 + (row % 900))).toISOString().slice(0, 10);
  const columns = [
    of((row) => `P-${(row * 2_654_435_761).toString(32).toUpperCase().padStart(12, '0')}`),
    of((row) => ['Leeds', 'York', 'Bath', 'Hull'][row % 4] ?? null),
    of((row) => row % 24),
    of((row) => row % 60),
    of((row) => (row % 7 === 0 ? null : row % 3 > 0)),
    of((row) => (row % 7 === 0 ? null : (row % 600) / 10)),
    of((row) => (row % 101) / 101),
    of((row) => ['behavioural', 'cognitive', 'self-monitoring'][row % 3] ?? null),
    of((row) => (row % 7 === 0 ? null : row % 28)),
    of((row) => row % 6),
    of(date),
    of((row) => (row % 5 === 0 ? 'forgot, then "ran out" of time' : null)),
  ];
  return { rows: BATCH, columns };
}

/** As an export does it: one batch is on its way while the next is made. */
async function writeFile(path: string, writer: TableWriter, own: Batch): Promise<void> {
  const file = await open(path, 'w');
  let written: Promise<unknown> = file.write(writer.begin());
  for (let from = 0; from < ROWS; from += BATCH) {
    const chunk = writer.write(own);
    await written;
    written = file.write(chunk);
  }
  await written;
  await file.write(writer.end());
  await file.close();
}

function trial(
  name: string,
  rowsPerSecond: number,
  path: string,
  writer: () => TableWriter,
  rival: Trial['rival'],
): Trial {
  return {
    name,
    rows: ROWS,
    aim: { rowsPerSecond },
    peakAim: 256,
    open: async () => {
      const own = batch();
      return () => writeFile(path, writer(), own);
    },
    rival,
  };
}

function copyTo(duckdb: DuckDb | undefined, path: string, csv: string, options: string): Trial['rival'] {
  return {
    name: 'DuckDB',
    open: async () => {
      if (duckdb === undefined) return undefined;
      await writeFile(csv, csvWriter(COLUMNS), batch());
      await duckdb.run(`create or replace table sessions as select * from read_csv('${csv}')`);
      return () => duckdb.run(`copy sessions to '${path}' (${options})`);
    },
  };
}

function trialsOf(folder: string, duckdb: DuckDb | undefined): Trial[] {
  const at = (name: string) => join(folder, name);
  const rival = (name: string, options: string) => copyTo(duckdb, at(name), at('source.csv'), options);
  const sav = () => savWriter(measure(COLUMNS, [batch()]), { title: 'Bench', cases: ROWS });
  return [
    trial('CSV, 1M × 12', 600_000, at('ours.csv'), () => csvWriter(COLUMNS), rival('theirs.csv', 'format csv, header')),
    trial(
      'Parquet, 1M × 12',
      450_000,
      at('ours.parquet'),
      () => parquetWriter(COLUMNS),
      rival('theirs.parquet', 'format parquet'),
    ),
    trial('SPSS .sav, 1M × 12', 350_000, at('ours.sav'), sav, undefined),
  ];
}

/** DuckDB must find in our files what we wrote, before anything is timed. */
async function readBack(folder: string, duckdb: DuckDb | undefined): Promise<void> {
  if (duckdb === undefined) return;
  await readHostile(folder, duckdb);
  const sums =
    'count(*) as n, count(minutes) as present, sum(phq9_total) as total, count(distinct pid) as people, max(visit) as last';
  const answers: string[] = [];
  for (const [name, writer] of [
    ['read.csv', csvWriter(COLUMNS)],
    ['read.parquet', parquetWriter(COLUMNS)],
  ] as const) {
    const path = join(folder, name);
    await writeFile(path, writer, batch());
    const [found] = await duckdb.run(`select ${sums} from '${path}'`);
    answers.push(
      Object.values(found ?? {})
        .map(String)
        .join(),
    );
  }
  if (answers[0] !== answers[1] || !answers[0]?.startsWith(`${ROWS},`))
    throw new Error(`DuckDB reads ${answers.join(' and ')}`);
}

export async function benchFormats({ rounds, peak }: FormatsSettings): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'intersession-bench-'));
  try {
    if (peak !== undefined) {
      await reportPeak(trialsOf(folder, undefined), peak);
      return;
    }
    const duckdb = await openDuckDb();
    await readBack(folder, duckdb);
    await runTrials(trialsOf(folder, duckdb), {
      name: 'formats',
      rounds,
      settings: { rows: ROWS, batch: BATCH, duckdb: duckdb?.version ?? 'not installed' },
      notes: [
        'To a file, checked cell by cell; one batch of 10,000 rows is written a hundred times, so peak memory is of one batch.',
        'Processor time is ours, all threads. “busy”: the aim is missed by the clock and held by processor time; others held the processors.',
        'Before timing, DuckDB read our CSV and Parquet files: hostile values cell by cell, then the same rows, sums and dates in both.',
        'DuckDB writes its own table, on all processors. It writes no .sav.',
      ],
    });
    duckdb?.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
