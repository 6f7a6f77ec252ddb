import { dirname, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { actor, id } from '#domain';
import {
  FileChanged,
  type ImportMapping,
  type ImportRequest,
  ImportStopped,
  type ImportSummary,
  InvalidMapping,
  ReportUnwritable,
  StudyUnsuitable,
  UnusableFile,
  definitionsOf,
  importTables,
  readMappingFile,
} from '#imports';
import { Interrupted, Unusable } from './cli.error.ts';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { importPorts } from './import.ports.ts';
import { progressDisplay } from './import.progress.ts';
import { importReport } from './import.report.ts';
import { withSession } from './operator.session.ts';

interface ImportOptions {
  readonly mapping: string;
  readonly file: Readonly<Record<string, string>>;
  readonly study?: string;
  readonly dryRun?: true;
  readonly rejects?: string;
  readonly corrections?: string;
  readonly correct?: true;
  readonly concurrency: number;
  readonly actor: string;
}

const EXAMPLES = `
A row is known by its natural key: importing a file again adds only what is new, also after a kill.
The mapping file is described in docs/importing.md; editors complete it by its "$schema".

Examples:
  npm run cli -- import --mapping examples/imports/g-icbt.mapping.json log.csv --dry-run
  npm run cli -- import --mapping log.mapping.json log.csv --rejects log.rejects.csv
  npm run cli -- import --mapping trial.mapping.json --file visits=visits.csv --file patients=patients.csv`;

/** \`import\`: a table becomes events, by a mapping file. */
export const importCommand: CliCommand = (program, environment) => {
  program
    .command('import')
    .summary('import tables (CSV) by a mapping file')
    .description('Imports tables (CSV) into a study, by a mapping file.')
    .argument('[file]', 'the table, where the mapping reads one file')
    .addOption(
      new Option('-f, --file <name=path>', 'a file by its name in the mapping; repeatable')
        .default({}, 'the mapping’s own')
        .argParser(namedFile),
    )
    .requiredOption('-m, --mapping <file>', 'the mapping file')
    .addOption(new Option('--study <id>', 'another study than the one the mapping names').argParser(identifier))
    .option('--dry-run', 'show what would happen, and write no event')
    .option('--rejects <file>', 'write rejected rows there: line, column, value, reason')
    .option('--corrections <file>', 'write rows that changed since they were imported there')
    .option('--correct', 'correct the entries of rows that changed since they were imported')
    .addOption(
      new Option('--concurrency <n>', 'participants worked on at the same time').default(64).argParser(wholeNumber),
    )
    .addOption(new Option('--actor <id>', 'who imports, by pseudonymous id').default('importer').argParser(identifier))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, options: ImportOptions) => {
      environment.finish(await runImport(file, options, environment));
    });
};

function namedFile(text: string, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, name, path] = /^([a-z0-9][a-z0-9-]{0,39})=(.+)$/s.exec(text) ?? [];
  if (name === undefined || path === undefined) throw new InvalidArgumentError('It must be <name>=<path>.');
  if (Object.hasOwn(given, name)) throw new InvalidArgumentError(`${name} is there twice.`);
  return { ...given, [name]: path };
}

function identifier(text: string): string {
  if (id.safeParse(text).success) return text;
  throw new InvalidArgumentError('It must be 1 to 120 letters, digits or . _ ~ : -');
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d{1,3}$/.test(text) && value >= 1 && value <= 256) return value;
  throw new InvalidArgumentError('It must be a whole number from 1 to 256.');
}

async function runImport(
  file: string | undefined,
  options: ImportOptions,
  environment: CliEnvironment,
): Promise<ExitCode> {
  const { terminal, signal } = environment;
  const display = progressDisplay(terminal);
  try {
    const request = await requestOf(file, options);
    const summary = await withSession(terminal, ({ executor, engine }) =>
      importTables(
        { ...request, signal, onProgress: (progress) => display.show(progress) },
        importPorts(executor, engine.store, engine.keys),
      ),
    ).finally(() => display.end());
    terminal.out(importReport(summary));
    return codeOf(summary);
  } catch (error) {
    if (error instanceof ImportStopped) {
      terminal.error(error.message);
      return EXIT.stopped;
    }
    throw forOperator(error);
  }
}

async function requestOf(file: string | undefined, options: ImportOptions): Promise<ImportRequest> {
  const mapping = await readMappingFile(options.mapping);
  return {
    mapping,
    ...filesOf(file, options, mapping),
    protectedFiles: [options.mapping],
    definitions: definitionsOf(mapping, options.mapping),
    actor: actor.parse({ id: options.actor, role: 'operator' }),
    now: Date.now(),
    concurrency: options.concurrency,
    dryRun: options.dryRun === true,
    correct: options.correct === true,
    ...(options.study === undefined ? {} : { studyId: options.study }),
    ...(options.rejects === undefined ? {} : { rejectsFile: options.rejects }),
    ...(options.corrections === undefined ? {} : { correctionsFile: options.corrections }),
  };
}

/** Files of the command line go before those that the mapping names, which lie beside it. */
function filesOf(
  file: string | undefined,
  { file: given, mapping: path }: ImportOptions,
  { files }: ImportMapping,
): Pick<ImportRequest, 'file' | 'files'> {
  if (file !== undefined && Object.keys(given).length === 0) return { file: resolve(file) };
  if (file !== undefined) throw new Unusable('Give either one file, or files by their names (--file <name>=<path>).');
  const listed = Object.entries(files).map(([name, below]) => [name, resolve(dirname(path), below)] as const);
  const named = Object.entries(given).map(([name, where]) => [name, resolve(where)] as const);
  return { files: Object.fromEntries([...listed, ...named]) };
}

function codeOf({ complete, rejected, correctionsOffered, conflicts }: ImportSummary): ExitCode {
  if (!complete) return EXIT.stopped;
  return rejected + correctionsOffered + conflicts > 0 ? EXIT.incomplete : EXIT.done;
}

function forOperator(error: unknown): unknown {
  if (error instanceof InvalidMapping || error instanceof UnusableFile || error instanceof StudyUnsuitable) {
    return new Unusable(error.message);
  }
  if (error instanceof FileChanged || error instanceof ReportUnwritable) {
    return new Interrupted(`${error.message}\nWhat was imported so far stays. Import again to go on from there.`);
  }
  return error;
}
