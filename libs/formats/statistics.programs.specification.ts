/** Programs of others that read what we write, where they are installed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { csvWriter } from './csv.writer.ts';
import { columnsIn, type DescribedTable } from './description/dataset.description.ts';
import { type Batch, measure, type TableWriter } from './file.column.ts';
import { savWriter } from './sav.writer.ts';
import { rScript } from './scripts/r.script.ts';
import { spssScript } from './scripts/spss.script.ts';

const answers = (program: string, args: readonly string[]): boolean => spawnSync(program, args).status === 0;

/** R with haven (Debian: r-base-core, r-cran-haven); PSPP (Debian: pspp). */
export const HAS_R = answers('Rscript', ['-e', 'quit(status = !requireNamespace("haven", quietly = TRUE))']);
export const HAS_PSPP = answers('pspp', ['--version']);

/** Says loudly what was not checked here. */
export function mourn(isThere: boolean, program: string): void {
  if (!isThere)
    process.stderr.write(`\n*** ${program} IS NOT INSTALLED: what it would have read back was NOT CHECKED ***\n\n`);
}

export function bytesOf(writer: TableWriter, batches: readonly Batch[]): Buffer {
  return Buffer.concat([writer.begin(), ...batches.map((batch) => writer.write(batch)), writer.end()]);
}

/** A folder with the CSV, the .sav file and the scripts of a table. */
export function folderWith(table: DescribedTable, batch: Batch): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'intersession-formats-'));
  const columns = columnsIn(table, 'en');
  const measured = measure(columns, [batch]);
  const bytes = Object.fromEntries(
    measured.flatMap(({ name, bytes: own }) => (own === undefined ? [] : [[name, own]])),
  );
  const source = { table, language: 'en', bytes };
  const files: Readonly<Record<string, string | Buffer>> = {
    [table.file.path]: bytesOf(csvWriter(columns), [batch]),
    'table.sav': bytesOf(savWriter(measured, { title: 'Hostile', cases: batch.rows }), [batch]),
    'script.R': rScript(source),
    'script.sps': spssScript(source),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A column as R has it: cells as text (numbers with 17 digits, null for NA), and what is said about it. */
export interface RColumn {
  readonly cells: readonly (string | null)[];
  readonly label: string | null;
  /** Value by label. */
  readonly labels: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
}

/** Prints a data frame: a line a fact, text as hexadecimal UTF-8, so that nothing of it is escaped or lost. */
const PRINT = `
hex <- function(x) if (is.na(x)) "NA" else if (x == "") "-" else paste(charToRaw(enc2utf8(x)), collapse = "")
plain <- function(x) {
  if (inherits(x, "Date")) return(ifelse(is.na(x), NA, format(x, "%Y-%m-%d")))
  x <- unclass(x); attributes(x) <- NULL
  if (is.logical(x)) return(ifelse(is.na(x), NA, ifelse(x, "true", "false")))
  if (is.numeric(x)) return(ifelse(is.na(x), NA, sprintf("%.17g", x)))
  x
}
tell <- function(data) for (name in names(data)) {
  x <- data[[name]]
  cat("column", name, "\\n")
  for (cell in plain(x)) cat("cell", hex(cell), "\\n")
  if (!is.null(attr(x, "label", exact = TRUE))) cat("label", hex(attr(x, "label", exact = TRUE)), "\\n")
  labels <- attr(x, "labels", exact = TRUE)
  for (at in seq_along(labels)) cat("labels", hex(plain(labels)[at]), hex(names(labels)[at]), "\\n")
  for (value in plain(attr(x, "na_values", exact = TRUE))) cat("missing", hex(value), "\\n")
}
`;

/** Runs R in a folder on an expression that gives a data frame. */
export const readWithR = (folder: string, expression: string): Record<string, RColumn> =>
  readAllWithR(folder, { table: expression })['table'] ?? {};

/** As `readWithR` for many at once: R takes longer to begin than to read. */
export function readAllWithR(
  folder: string,
  expressions: Readonly<Record<string, string>>,
): Record<string, Record<string, RColumn>> {
  const calls = Object.entries(expressions).map(([name, own]) => `cat("table", "${name}", "\\n")\ntell({${own}})`);
  writeFileSync(join(folder, 'print.R'), `${PRINT}\n${calls.join('\n')}\n`);
  const { status, stdout, stderr } = spawnSync('Rscript', ['--vanilla', 'print.R'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`R: ${stderr}`);
  const tables = stdout.split(/^table /m).slice(1);
  return Object.fromEntries(tables.map((told) => [told.slice(0, told.indexOf(' ')), columnsFrom(told)]));
}

function columnsFrom(told: string): Record<string, RColumn> {
  const text = (hex: string | undefined) => (hex === '-' ? '' : Buffer.from(hex ?? '', 'hex').toString('utf8'));
  const found: Record<
    string,
    { cells: (string | null)[]; label: string | null; labels: Record<string, string>; missing: string[] }
  > = {};
  let own = {
    cells: [] as (string | null)[],
    label: null as string | null,
    labels: {} as Record<string, string>,
    missing: [] as string[],
  };
  for (const line of told.split('\n')) {
    const [kind, first, second] = line.trim().split(' ');
    if (kind === 'column') found[first!] = own = { cells: [], label: null, labels: {}, missing: [] };
    if (kind === 'cell') own.cells.push(first === 'NA' ? null : text(first));
    if (kind === 'label') own.label = text(first);
    if (kind === 'labels') own.labels[text(second)] = text(first);
    if (kind === 'missing') own.missing.push(text(first));
  }
  return found;
}

/** Runs SPSS syntax by PSPP, which keeps what it read as a .sav file. */
export function runPspp(folder: string, script: string, output: string): void {
  writeFileSync(join(folder, 'run.sps'), `INSERT FILE='${script}'.\nSAVE OUTFILE='${output}'.\n`);
  const { status, stdout, stderr } = spawnSync('pspp', ['--batch', 'run.sps'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`PSPP: ${stdout}${stderr}`);
}
