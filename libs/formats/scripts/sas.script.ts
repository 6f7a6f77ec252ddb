import type { Variable } from '../description/dataset.description.ts';
import { codesOf, cutBytes, isNumeric, isText, labelOf, type MeasuredSource } from './script.text.ts';

const [LONGEST_LABEL, LONGEST_TEXT] = [256, 32_767];
/** Special missing values, one for each missing code. */
const SPECIAL = ['.A', '.B', '.C'];

/**
 * SAS program (9.4, session encoding UTF-8) that reads the CSV of a table. Missing codes of numbers become .A, .B, .C, shown
 * by formats; missing codes of texts stay as they are and are in the format. SAS takes a line end inside a cell for the end
 * of a record unless it is a line feed alone.
 */
export function sasScript({ table, language, bytes }: MeasuredSource): string {
  const { columns, name, file } = table;
  const formats = columns.flatMap((variable, index) => formatOf(variable, index, language));
  const lines = (told: readonly string[]) => told.map((line) => `    ${line}`).join('\n');
  return `/* Reads ${file.path}. Run it in the folder of the data set. */
options validvarname=v7;
${formats.length === 0 ? '' : `proc format;\n${formats.join('\n')}\nrun;\n`}
data work.${name};
  infile '${file.path}' dsd dlm=',' firstobs=2 termstr=crlf encoding='utf-8' lrecl=1048576 truncover;
  length
${lines(columns.map((variable) => `${variable.name} ${lengthOf(variable, bytes)}`))};
  informat
${lines(columns.map((variable) => `${variable.name} ${informatOf(variable, bytes)}`))};
  input
${lines(columns.map(({ name: column }) => column))};
${columns
  .flatMap(afterReading)
  .map((line) => `  ${line}\n`)
  .join('')}  label
${lines(columns.map((variable) => `${variable.name} = ${sasText(cutBytes(labelOf(variable, language), LONGEST_LABEL))}`))};
  format
${lines(columns.map((variable, index) => `${variable.name} ${shownAs(variable, index, bytes)}`))};
${columns
  .filter(({ type }) => type === 'boolean')
  .map(booleanLine)
  .join('')}run;
`;
}

const formatName = (variable: Variable, index: number): string => `${isText(variable) ? '$' : ''}v${index + 1}_f`;

function formatOf(variable: Variable, index: number, language: string): string[] {
  const { codes, missing } = codesOf(variable, language);
  if (codes.length + missing.length === 0) return [];
  const label = (text: string) => sasText(text === '' ? ' ' : text);
  const entries = isNumeric(variable)
    ? [
        ...codes.map((code) => `${code.value} = ${label(code.label)}`),
        ...missing.map((code, at) => `${SPECIAL[at]} = ${label(code.label)}`),
      ]
    : [...codes, ...missing].map((code) => `${sasText(String(code.value))} = ${label(code.label)}`);
  return [`  value ${formatName(variable, index)}\n    ${entries.join('\n    ')};`];
}

function widthOf({ name, type }: Variable, bytes: MeasuredSource['bytes']): number {
  if (type === 'long') return 20;
  // One more for the apostrophe in front of what a spreadsheet would run.
  return Math.min((bytes[name] ?? 400) + 1, LONGEST_TEXT);
}

function lengthOf(variable: Variable, bytes: MeasuredSource['bytes']): string {
  if (isText(variable)) return `$ ${widthOf(variable, bytes)}`;
  return variable.type === 'boolean' ? '$ 5' : '8';
}

function informatOf(variable: Variable, bytes: MeasuredSource['bytes']): string {
  if (isText(variable)) return `$char${widthOf(variable, bytes)}.`;
  if (variable.type === 'boolean') return '$char5.';
  return variable.type === 'date' ? 'yymmdd10.' : 'best32.';
}

function afterReading(variable: Variable): string[] {
  const { name, missing = [] } = variable;
  if (isText(variable))
    return [
      `if prxmatch("/^'+[=+\\-@\\t\\r\\n]|^'+(\\xEF\\xBC[\\x9D\\x8B\\x8D]|\\xEF\\xBC\\xA0)/", ${name}) then ${name} = substr(${name}, 2);`,
    ];
  if (!isNumeric(variable)) return [];
  return missing.map(({ value }, index) => `if ${name} = ${value} then ${name} = ${SPECIAL[index]};`);
}

function shownAs(variable: Variable, index: number, bytes: MeasuredSource['bytes']): string {
  const { type, codes = [], missing = [] } = variable;
  if (codes.length + missing.length > 0) return `${formatName(variable, index)}.`;
  if (isText(variable)) return `$char${widthOf(variable, bytes)}.`;
  if (type === 'boolean') return '$char5.';
  return type === 'date' ? 'yymmdd10.' : 'best32.';
}

/** A number beside the text, since SAS has no booleans. */
const booleanLine = ({ name }: Variable): string =>
  `  if not missing(${name}) then ${cutBytes(name, 30)}_n = (${name} = 'true');\n`;

/** Single quotes: SAS looks for no macros inside. */
export const sasText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
