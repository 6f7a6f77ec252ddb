import { type Command, InvalidArgumentError } from 'commander';
import { draftDataset, PEOPLE_TABLES, STUDY_TABLES } from '#datasets';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { runDiff, runVerify } from './export.checks.ts';
import {
  newestIndex,
  type ReleaseOptions,
  runDecision,
  runExport,
  type RunOptions,
  runReleases,
} from './export.runs.ts';
import { withSession } from './operator.session.ts';

const MORE = `
A specification says what leaves and how people are hidden in it: docs/exports.md. An archive follows from it, the log up to
its index and the release key; made again it has the same bytes. Nothing half-made stays.

Exit code 2: the specification, the data or the archive do not allow it; 3: done, and somebody has to look at it.

Examples:
  npm run cli -- export draft demo --tables participants outcomes intervals > study.dataset.json
  npm run cli -- export run study.dataset.json --out exports/first
  npm run cli -- export verify exports/first
  npm run cli -- export diff exports/first exports/second
  npm run cli -- export recall 0198c0de-… --study demo --reason "a column too many"`;

const number = (text: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('a whole number is expected');
};

const ACTOR = ['--actor <id>', 'who does it, pseudonymous', 'operator'] as const;

/** `export`: de-identified data sets, and what became of them. */
export const exportCommand: CliCommand = (program, environment) => {
  const command = program
    .command('export')
    .description('De-identified data sets that can be made again.')
    .addHelpText('after', MORE);
  addMaking(command, environment);
  addChecking(command, environment);
  addLedger(command, environment);
};

function addMaking(command: Command, environment: CliEnvironment): void {
  command
    .command('draft')
    .description('Prints a specification to begin with: every column with the rule its table proposes.')
    .argument('<study>', 'id of the study')
    .option('--tables <names...>', 'tables that leave', ['participants', 'outcomes'])
    .option('--recipient <name>', 'who gets it', 'recipient')
    .action(async (study: string, options: DraftOptions) => {
      environment.finish(await runDraft(study, options, environment));
    });
  command
    .command('run')
    .description('Makes a data set.')
    .argument('<specification>', 'the file')
    .option('--out <folder>', 'where the archive is to be; a folder that is not there yet')
    .option('--name <id>', 'name of the data set; by default that of the file')
    .option('--index <n>', 'another log index than the specification’s', number)
    .option('--release <id>', 'id of the release: one that was approved, or a new one')
    .option(...ACTOR)
    .action(async (file: string, options: RunOptions) => {
      environment.finish(await runExport(file, options, environment));
    });
}

function addChecking(command: Command, environment: CliEnvironment): void {
  command
    .command('verify')
    .description('Makes an archive again from the log and compares it byte for byte.')
    .argument('<archive>', 'its folder')
    .action(async (folder: string) => {
      environment.finish(await runVerify(folder, environment));
    });
  command
    .command('diff')
    .description('Tells the cells that differ between two archives, and the events that explain them.')
    .argument('<before>', 'a folder')
    .argument('<after>', 'a folder')
    .option('--most <n>', 'cells told one by one', number, 100)
    .action(async (one: string, other: string, { most }: { readonly most: number }) => {
      environment.finish(await runDiff(one, other, most, environment));
    });
}

const DECISIONS = {
  approve: 'Lets a release go ahead, as a second person.',
  recall: 'Says that a release is to be used no more.',
} as const;

function addLedger(command: Command, environment: CliEnvironment): void {
  for (const decision of ['approve', 'recall'] as const)
    command
      .command(decision)
      .description(DECISIONS[decision])
      .argument('<release>', 'its id')
      .requiredOption('--study <id>', 'id of the study')
      .requiredOption('--reason <text>', 'why')
      .option(...ACTOR)
      .action(async (release: string, options: ReleaseOptions) => {
        environment.finish(await runDecision(decision, release, options, environment));
      });
  command
    .command('releases')
    .description('Lists what has left a study: recipients, purposes, expiry.')
    .argument('<study>', 'id of the study')
    .action(async (study: string) => {
      environment.finish(await runReleases(study, environment));
    });
}

interface DraftOptions {
  readonly tables: readonly string[];
  readonly recipient: string;
}

async function runDraft(
  study: string,
  { tables, recipient }: DraftOptions,
  { terminal }: CliEnvironment,
): Promise<ExitCode> {
  const known = [...PEOPLE_TABLES, ...STUDY_TABLES].map(({ definition }) => definition.name);
  const unknown = tables.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    terminal.error(`--tables: ${unknown} is none of ${known.join(', ')}`);
    return EXIT.unusable;
  }
  return withSession(terminal, async (session) => {
    const index = await newestIndex(session);
    const given = {
      ...{ title: `Data of ${study}`, studyId: study, protocol: `${study}@1`, index, tier: 'controlled' as const },
      ...{ recipient, purpose: 'say what for', releaseKeyId: `rk-${recipient}` },
    };
    terminal.out(JSON.stringify(draftDataset(given, tables), null, 2));
    return EXIT.done;
  });
}
