import type { Variable } from '../description/dataset.description.ts';
import { codesOf, cutBytes, isNumeric, isText, labelOf, type MeasuredSource, type PlainCode } from './script.text.ts';

const [LONGEST_LABEL, LONGEST_VALUE_LABEL, LONGEST_TEXT] = [255, 120, 32_767];

/**
 * SPSS syntax (16 or newer, Unicode mode; GNU PSPP too) that reads the CSV of a table, with labels and missing codes. SPSS
 * cannot read a line end inside a cell: where texts have any, take the .sav file.
 */
export function spssScript({ table, language, bytes }: MeasuredSource): string {
  const { columns, name, file } = table;
  const variables = columns.map((variable) => `  ${readName(variable)} ${readFormat(variable, bytes)}`);
  const lines = columns.flatMap((variable) => columnLines(variable, language));
  return `* Reads ${file.path}. Run it in Unicode mode, in the folder of the data set.
GET DATA
  /TYPE=TXT
  /FILE=${spssText(file.path)}
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELCASE=LINE
  /FIRSTCASE=2
  /DELIMITERS=","
  /QUALIFIER='"'
  /VARIABLES=
${variables.join('\n')}.
DATASET NAME ${name}.
${lines.join('\n')}
EXECUTE.
`;
}

/** Booleans are read as text beside the number they become. */
const readName = ({ name, type }: Variable): string => (type === 'boolean' ? `${cutBytes(name, 60)}_txt` : name);

function readFormat({ name, type }: Variable, bytes: MeasuredSource['bytes']): string {
  switch (type) {
    case 'text':
      return `A${Math.min((bytes[name] ?? 400) + 1, LONGEST_TEXT)}`;
    case 'long':
      return 'A20';
    case 'integer':
    case 'number':
      return 'F40.0';
    case 'boolean':
      return 'A5';
    case 'date':
      return 'SDATE10';
  }
}

function columnLines(variable: Variable, language: string): string[] {
  const { name, type } = variable;
  const { codes, missing } = codesOf(variable, language);
  const asText = isText(variable);
  const yesNo =
    type === 'boolean'
      ? [
          { value: 0, label: 'no' },
          { value: 1, label: 'yes' },
        ]
      : [];
  return [
    ...readingLines(variable),
    `VARIABLE LABELS ${name} ${spssText(cutBytes(labelOf(variable, language), LONGEST_LABEL))}.`,
    ...valueLabels(name, [...yesNo, ...codes, ...missing], asText),
    ...(missing.length === 0
      ? []
      : [`MISSING VALUES ${name} (${missing.map(({ value }) => literal(value, asText)).join(', ')}).`]),
  ];
}

function readingLines(variable: Variable): string[] {
  const { name, type } = variable;
  if (type === 'boolean')
    return [
      `RECODE ${readName(variable)} ('true'=1) ('false'=0) (ELSE=SYSMIS) INTO ${name}.`,
      `FORMATS ${name} (F1.0).`,
      'EXECUTE.',
      `DELETE VARIABLES ${readName(variable)}.`,
    ];
  if (isNumeric(variable)) return [`FORMATS ${name} (${type === 'integer' ? 'F11.0' : 'F12.4'}).`];
  return isText(variable) ? [unguarded(name)] : [];
}

/** Takes away the apostrophe in front of what a spreadsheet would run. */
function unguarded(name: string): string {
  const rest = `LTRIM(${name}, "'")`;
  const starts = [`INDEX(${rest}, '=+-@', 1)`, ...['＝', '＋', '－', '＠'].map((sign) => `INDEX(${rest}, '${sign}')`)];
  const runs = [...starts, `INDEX(${rest}, STRING(9, PIB1))`].map((start) => `${start} = 1`).join(' OR ');
  return `IF (INDEX(${name}, "'") = 1 AND (${runs})) ${name} = SUBSTR(${name}, 2).`;
}

function valueLabels(name: string, codes: readonly PlainCode[], asText: boolean): string[] {
  if (codes.length === 0) return [];
  const told = codes.map(
    ({ value, label }) =>
      `  ${literal(value, asText)} ${spssText(cutBytes(label === '' ? ' ' : label, LONGEST_VALUE_LABEL))}`,
  );
  return [`VALUE LABELS ${name}\n${told.join('\n')}.`];
}

const literal = (value: string | number, asText: boolean): string => (asText ? spssText(String(value)) : String(value));

/** Single quotes, doubled inside. */
export const spssText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
