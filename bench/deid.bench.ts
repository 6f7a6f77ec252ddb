import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anonymity,
  type Column,
  CsvColumns,
  diversity,
  equivalenceClasses,
  searchLattice,
  sensitiveClasses,
  suppressLocally,
  tCloseness,
} from '#deidentification';
import { adultLike, people, peopleLattice, smallStudy, writeCsv } from './deid.data.ts';
import { classesOf, diversityOf, type DuckDb, openDuckDb } from './duckdb.rival.ts';
import { reportPeak, runTrials, type Trial, type Work } from './time-trial.ts';

const ROWS = 1_000_000;

export interface DeidSettings {
  readonly rounds: number;
  /** Only this work, once, for its peak memory. */
  readonly peak: string | undefined;
}

/** Columns as text, and as the integers they are encoded by. */
interface Files {
  readonly text: string;
  readonly codes: string;
}

async function filesIn(folder: string): Promise<Files> {
  const files = { text: join(folder, 'people.csv'), codes: join(folder, 'codes.csv') };
  if (existsSync(files.text)) return files;
  const { quasi, sensitive } = people(ROWS);
  await writeCsv(files.text, quasi);
  const encoded = [...quasi, sensitive].map((column): Column => ({
    ...column,
    values: column.values.map((_, code) => String(code)),
  }));
  await writeCsv(files.codes, encoded);
  return files;
}

async function classesFromCsv(path: string): Promise<number> {
  const columns = new CsvColumns();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) columns.push(chunk as Buffer);
  return anonymity(columns.end().columns, 'own-value').k;
}

function rivalOf(duckdb: DuckDb | undefined, open: (own: DuckDb) => Promise<Work>): Trial['rival'] {
  return { name: 'DuckDB', open: async () => (duckdb === undefined ? undefined : open(duckdb)) };
}

function classTrials(folder: string, duckdb: DuckDb | undefined): Trial[] {
  return [
    {
      name: 'k and class histogram, 1M × 6, encoded',
      aim: { seconds: 0.15 },
      open: async () => {
        const { quasi } = people(ROWS);
        return () => anonymity(quasi, 'own-value');
      },
      rival: rivalOf(duckdb, async (own) => {
        const { codes } = await filesIn(folder);
        await own.run(`create or replace table people as select * from read_csv('${codes}')`);
        return () => own.run(classesOf('people'));
      }),
    },
    {
      name: 'the same from CSV',
      aim: { seconds: 1.5 },
      open: async () => {
        const { text } = await filesIn(folder);
        return () => classesFromCsv(text);
      },
      rival: rivalOf(duckdb, async (own) => {
        const { text } = await filesIn(folder);
        return () => own.run(classesOf(`read_csv('${text}')`));
      }),
    },
  ];
}

function diversityTrial(folder: string, duckdb: DuckDb | undefined): Trial {
  return {
    name: 'entropy l-diversity and t, 1M',
    aim: { seconds: 0.8 },
    open: async () => {
      const { quasi, sensitive } = people(ROWS);
      return () => {
        const classes = sensitiveClasses(equivalenceClasses(quasi), sensitive);
        return [diversity(classes), tCloseness(classes, { kind: 'equal' })];
      };
    },
    rival: rivalOf(duckdb, async (own) => {
      const { codes } = await filesIn(folder);
      await own.run(`create or replace table people as select * from read_csv('${codes}')`);
      return () => own.run(diversityOf('people'));
    }),
  };
}

function searchTrials(): Trial[] {
  return [
    {
      name: 'lattice of 720 nodes, 1M rows, k = 5',
      aim: { seconds: 1 },
      open: async () => {
        const columns = peopleLattice(people(ROWS).quasi);
        return () => searchLattice(columns, { k: 5, maxSuppressed: 0.05 });
      },
    },
    {
      name: 'Adult-like, 12,960 nodes, k = 5, 4 % suppressed',
      aim: { seconds: 2 },
      open: async () => {
        const columns = adultLike();
        return () => searchLattice(columns, { k: 5, maxSuppressed: 0.04 });
      },
    },
    {
      name: 'local suppression to k = 5, 30k rows',
      aim: { seconds: 2 },
      open: async () => {
        const columns = smallStudy();
        return () => suppressLocally(columns, { k: 5, missing: 'wildcard' });
      },
    },
  ];
}

const trialsOf = (folder: string, duckdb: DuckDb | undefined): Trial[] => [
  ...classTrials(folder, duckdb),
  diversityTrial(folder, duckdb),
  ...searchTrials(),
];

/** Both must have counted the same before their times are compared. */
async function compareAnswers(folder: string, duckdb: DuckDb | undefined): Promise<void> {
  if (duckdb === undefined) return;
  const { codes } = await filesIn(folder);
  const { quasi, sensitive } = people(ROWS);
  await duckdb.run(`create or replace table people as select * from read_csv('${codes}')`);
  const theirs = await duckdb.run(classesOf('people'));
  const ours = anonymity(quasi, 'own-value').histogram.map(({ size, rows }) => `${size}: ${rows / size}`);
  if (ours.join() !== theirs.map(({ n, classes }) => `${String(n)}: ${String(classes)}`).join())
    throw new Error('DuckDB counts other classes');
  const [values] = await duckdb.run(diversityOf('people'));
  const classes = sensitiveClasses(equivalenceClasses(quasi), sensitive);
  const own = [diversity(classes).entropy, tCloseness(classes, { kind: 'equal' })];
  if ([values?.['entropy'], values?.['t']].some((value, index) => Math.abs(Number(value) - (own[index] ?? 0)) > 1e-9))
    throw new Error('DuckDB measures another diversity');
}

export async function benchDeid({ rounds, peak }: DeidSettings): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'intersession-bench-'));
  try {
    if (peak !== undefined) {
      await reportPeak(trialsOf(folder, undefined), peak);
      return;
    }
    const duckdb = await openDuckDb();
    await compareAnswers(folder, duckdb);
    await runTrials(trialsOf(folder, duckdb), {
      name: 'deid',
      rounds,
      settings: { rows: ROWS, duckdb: duckdb?.version ?? 'not installed' },
      notes: [
        'Before timing, class histogram, entropy and t were compared with DuckDB’s and found equal.',
        'The Adult set is not shipped: a made-up one of its size, numbers of values and usual hierarchies stands for it.',
        'Real characteristics hang together and fall into fewer classes than these independent ones: this is the harder case.',
        'DuckDB has no lattice search and no local suppression. It uses all processors, ours one.',
        'Processor time is ours, all threads. “busy”: the aim is missed by the clock and held by processor time; others held the processors.',
        'Peak memory is of a process that makes the data, then does the work once.',
      ],
    });
    duckdb?.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
