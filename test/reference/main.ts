/** `npm run reference -- [data set]`: published results beside ours. Exit code 1 when a line disagrees. */
import 'reflect-metadata';
import { Command, InvalidArgumentError } from 'commander';
import { BEGINNING, openEventStore } from '#event-store';
import { TestServer } from '../kurrentdb/test.server.ts';
import { BTHEB_FILE, BTHEB_SOURCE, compareBtheB } from './btheb.reference.ts';
import { FORMULAS, formulaLines } from './formulas.lines.ts';
import { G_ICBT_FILE, G_ICBT_SOURCE, compareGIcbt } from './g-icbt.reference.ts';
import { STORE_VARIABLE } from './imported.platform.ts';
import { compareInstruments, instrumentsReport } from './instruments.reference.ts';
import { missingData, referenceFile } from './reference.data.ts';
import { type Comparison, disagreements, referenceTable } from './reference.table.ts';
import { SGDATA_FILE, SGDATA_SOURCE, compareSgdata } from './sgdata.reference.ts';

interface DataSet {
  readonly name: string;
  readonly about: string;
  readonly title: string;
  readonly path: string;
  readonly source: string;
  readonly compare: (file: string, remove: number) => Promise<Comparison>;
}

const DATA_SETS: readonly DataSet[] = [
  {
    name: 'g-icbt',
    about: 'adherence of 342 patients to guided internet CBT',
    title: 'G-ICBT (Côté-Allard et al. 2023)',
    path: G_ICBT_FILE,
    source: G_ICBT_SOURCE,
    compare: compareGIcbt,
  },
  {
    name: 'btheb',
    about: 'Beat the Blues against usual care: numbers, drop-out, effect sizes, the published mixed model',
    title: 'BtheB (Proudfoot et al. 2003, HSAUR3)',
    path: BTHEB_FILE,
    source: BTHEB_SOURCE,
    compare: compareBtheB,
  },
  {
    name: 'sgdata',
    about: 'sudden gains of 43 people',
    title: 'sgdata (Wiedemann et al. 2020, suddengains)',
    path: SGDATA_FILE,
    source: SGDATA_SOURCE,
    compare: compareSgdata,
  },
];

interface Options {
  readonly perturb: number;
  /** `kurrentdb` for the test server, or the URL of a real one with an empty log. */
  readonly store?: string;
}

function rows(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

/** Runs with the events in a KurrentDB, where one is asked for. */
async function over<Result>(store: string | undefined, run: () => Promise<Result>): Promise<Result> {
  if (store === undefined) return run();
  const server = store === 'kurrentdb' ? await TestServer.start() : undefined;
  const url = server?.url ?? store;
  process.env[STORE_VARIABLE] = url;
  try {
    await refuseFull(url);
    return await run();
  } finally {
    await server?.stop();
  }
}

async function refuseFull(url: string): Promise<void> {
  const opened = await openEventStore(url);
  const head = await opened.store.head();
  await opened.close();
  if (head !== BEGINNING) throw new Error('--store: the log has to be empty, and one data set fills it');
}

async function compare({ title, path, source, compare: run }: DataSet, { perturb, store }: Options): Promise<void> {
  const file = referenceFile(path);
  if (file === undefined) {
    console.error(missingData(path, source));
    return;
  }
  const { imported, lines, explanation = [] } = await over(store, () => run(file, perturb));
  const wrong = disagreements(lines);
  console.log(`${title} through importer, log, read models and GraphQL`);
  if (perturb > 0) console.log(`with ${perturb} rows of the file left out: the comparison must fail`);
  console.log(
    `${imported.rows} rows imported as ${imported.eventsWritten} events in ${imported.seconds.toFixed(1)} s\n`,
  );
  console.log(referenceTable(lines));
  if (explanation.length > 0) console.log(`\n${explanation.join('\n')}`);
  console.log(wrong === 0 ? '\nEvery line agrees.\n' : `\n${wrong} of ${lines.length} lines disagree.\n`);
  if (wrong > 0) process.exitCode = 1;
}

/** Formulas on published inputs: no file, no platform. */
function compareFormulas(kind: keyof typeof FORMULAS, perturb: number): void {
  const lines = formulaLines(kind, perturb);
  const wrong = disagreements(lines);
  console.log(FORMULAS[kind].title);
  if (perturb > 0) console.log(`with the input of ${perturb} cases moved by 5 %: the comparison must fail`);
  console.log(`\n${referenceTable(lines)}`);
  console.log(wrong === 0 ? '\nEvery line agrees.\n' : `\n${wrong} of ${lines.length} lines disagree.\n`);
  if (wrong > 0) process.exitCode = 1;
}

const FORMULA_KINDS = ['reliable-change', 'conversions'] as const;
const PERTURB = ['--perturb <rows>', 'leave that many rows out, to see the comparison fail'] as const;
const STORE = [
  '--store <store>',
  'keep the events in a KurrentDB and compare its tables with those over PostgreSQL: kurrentdb for the test server, or a URL',
] as const;
const program = new Command('npm run reference --').description(
  'Published results beside ours; all, when none is named.',
);
program
  .option(...PERTURB, rows, 0)
  .option(...STORE)
  .action(async (options: Options) => {
    for (const kind of FORMULA_KINDS) compareFormulas(kind, options.perturb);
    for (const dataSet of DATA_SETS) await compare(dataSet, options);
  });
for (const kind of FORMULA_KINDS) {
  program
    .command(kind)
    .description(FORMULAS[kind].title)
    .option('--perturb <cases>', 'move the input of that many cases by 5 %, to see the comparison fail', rows)
    .action((_, command: Command) => {
      compareFormulas(kind, { perturb: 0, ...command.optsWithGlobals<Partial<Options>>() }.perturb);
    });
}
for (const dataSet of DATA_SETS) {
  program
    .command(dataSet.name)
    .description(dataSet.about)
    .option(...PERTURB, rows)
    .option(...STORE)
    .action(async (_, command: Command) =>
      compare(dataSet, { perturb: 0, ...command.optsWithGlobals<Partial<Options>>() }),
    );
}
program
  .command('instruments')
  .description('every built-in instrument against its cases, with counts')
  .action(() => {
    const summaries = compareInstruments();
    console.log(instrumentsReport(summaries));
    if (summaries.some(({ differing }) => differing.length > 0)) process.exitCode = 1;
  });
await program.parseAsync();
process.exit();
