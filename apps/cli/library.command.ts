import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type Paper, type Worksheet, builtInWorksheets } from '#worksheets';
import { withChromium } from './chromium.browser.ts';
import { Unusable } from './cli.error.ts';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { checkWorksheets } from './library.check.ts';
import { readWorksheets, writeWorksheets } from './library.files.ts';
import { libraryList, libraryReport } from './library.report.ts';
import { libraryOfStudy } from './library.study.ts';
import { layOut } from './worksheet.layout.ts';

const MORE = `
Worksheets are files: docs/worksheets.md tells how they are written. A check and a print lay pages out in a browser
(Chromium or Chrome on PATH).

Examples:
  npm run cli -- library check
  npm run cli -- library check my-form.worksheet.json
  npm run cli -- library print --study demo --paper letter --out workbook.pdf
  npm run cli -- library export --to shared thought-record-5 sleep-diary`;

/** `library`: the worksheets that come with the platform, those of a study, and those in files. */
export const libraryCommand: CliCommand = (program, environment) => {
  const library = program
    .command('library')
    .summary('list, check, print and share homework worksheets')
    .description('The homework library: worksheets to fill in, to read and to print.')
    .addHelpText('after', MORE);
  addList(library, environment);
  addCheck(library, environment);
  addPrint(library, environment);
  addExport(library, environment);
};

const language = () => new Option('--language <tag>', 'language of titles and pages').default('en');

function addList(library: Command, environment: CliEnvironment): void {
  library
    .command('list')
    .description('Lists the built-in worksheets.')
    .addOption(language())
    .action((options: { readonly language: string }) => {
      environment.terminal.out(libraryList([...builtInWorksheets.values()], options.language));
      environment.finish(EXIT.done);
    });
}

function addCheck(library: Command, environment: CliEnvironment): void {
  library
    .command('check')
    .argument('[files...]', 'worksheet files; the built-in library where none is named')
    .description(
      'Checks that worksheets are valid, complete in every language, within their grade, and fit A4 and Letter.',
    )
    .option('--no-layout', 'without a browser: leaves the paper unchecked')
    .action(async (files: readonly string[], options: { readonly layout: boolean }) => {
      const worksheets = files.length === 0 ? [...builtInWorksheets.values()] : await readWorksheets(files);
      const check = await checkWorksheets(worksheets, options.layout);
      environment.terminal.out(libraryReport(check));
      environment.finish(check.findings.length === 0 ? EXIT.done : EXIT.incomplete);
    });
}

interface PrintOptions {
  readonly study?: string;
  readonly paper: Paper;
  readonly language: string;
  readonly only?: readonly string[];
  readonly out: string;
}

function addPrint(library: Command, environment: CliEnvironment): void {
  library
    .command('print')
    .description('Prints a workbook as PDF: what a study can assign, or the built-in library.')
    .option('--study <id>', 'with the worksheets of this study')
    .addOption(new Option('--paper <size>', 'paper').choices(['a4', 'letter']).default('a4'))
    .addOption(language())
    .option('--only <ids...>', 'only these worksheets')
    .option('--out <file>', 'where to write it', 'workbook.pdf')
    .action(async (options: PrintOptions) => {
      environment.finish(await print(options, environment));
    });
}

async function print(options: PrintOptions, { terminal }: CliEnvironment): Promise<ExitCode> {
  const { study, paper, language: wanted, only, out } = options;
  const library =
    study === undefined
      ? { title: 'Intersession', worksheets: [...builtInWorksheets.values()], own: 0 }
      : await libraryOfStudy(study, terminal);
  const worksheets = chosen(library.worksheets, only).filter(({ languages }) => languages.includes(wanted));
  if (worksheets.length === 0) throw new Unusable(`--language ${wanted}: no worksheet is written in it`);
  const { pdf, pages, overflows } = await withChromium((context) =>
    layOut(context, worksheets, { paper, language: wanted, title: library.title }),
  );
  await written(out, pdf);
  const whose = study === undefined ? 'of the library' : `of ${study}, ${library.own} of its own`;
  terminal.out(`${out}: ${pages} pages ${paper}, ${worksheets.length} worksheets ${whose}, in ${wanted}`);
  for (const { worksheet, what } of overflows) terminal.error(`${worksheet}: ${what}`);
  return overflows.length === 0 ? EXIT.done : EXIT.incomplete;
}

function chosen(worksheets: readonly Worksheet[], only: readonly string[] | undefined): readonly Worksheet[] {
  if (only === undefined) return worksheets;
  return only.map((id) => {
    const worksheet = worksheets.find((each) => each.id === id);
    if (worksheet === undefined) throw new Unusable(`${id}: no worksheet of that id (library list names them)`);
    return worksheet;
  });
}

async function written(file: string, content: Buffer): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'fault';
    throw new Unusable(`--out ${file} cannot be written (${code})`);
  }
}

function addExport(library: Command, environment: CliEnvironment): void {
  library
    .command('export')
    .argument('[ids...]', 'worksheets; all of the built-in library where none is named')
    .requiredOption('--to <folder>', 'where the files go')
    .description('Writes worksheets as files, to be changed and shared; `library check` reads them.')
    .action(async (ids: readonly string[], options: { readonly to: string }) => {
      const worksheets = chosen([...builtInWorksheets.values()], ids.length === 0 ? undefined : ids);
      const files = await writeWorksheets(worksheets, options.to);
      environment.terminal.out(`${files.length} worksheets in ${options.to}`);
      environment.finish(EXIT.done);
    });
}
