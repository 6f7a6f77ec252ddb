import type { Variable } from '../description/dataset.description.ts';
import { codesOf, isNumeric, isText, labelOf, type PlainCode, type ScriptSource } from './script.text.ts';

/** Characters of a variable's label that Stata keeps. */
const LONGEST_LABEL = 80;
/** Extended missing values, one for each missing code. */
const EXTENDED = ['.a', '.b', '.c'];

/**
 * Stata do-file (14 or newer) that reads the CSV of a table. Missing codes of numbers become .a, .b, .c with their labels;
 * labels of texts, which Stata has none for, are characteristics of the variable (`char list`). Every label is a string of
 * Mata that holds no quote, dollar or backtick, so that none is taken for a macro.
 */
export function stataScript({ table, language }: ScriptSource): string {
  const lines = table.columns.flatMap((variable) => columnLines(variable, language));
  return `* Reads ${table.file.path}. Run it in the folder of the data set: do scripts/${table.name}.do
version 14
import delimited using "${table.file.path}", clear varnames(1) case(preserve) encoding("UTF-8") ///
    stringcols(_all) bindquotes(strict) maxquotedrows(unlimited)
${lines.join('\n')}
compress
`;
}

function columnLines(variable: Variable, language: string): string[] {
  const { name } = variable;
  const label = labelOf(variable, language);
  return [
    ...valueLines(variable, language),
    `mata: st_varlabel("${name}", ${mataText([...label].slice(0, LONGEST_LABEL).join(''))})`,
    ...([...label].length > LONGEST_LABEL ? [`mata: st_global("${name}[label]", ${mataText(label)})`] : []),
  ];
}

function valueLines(variable: Variable, language: string): string[] {
  const { name, type } = variable;
  const { codes, missing } = codesOf(variable, language);
  if (isNumeric(variable))
    return [
      `destring ${name}, replace`,
      `recast double ${name}`,
      ...missing.map(({ value }, index) => `replace ${name} = ${EXTENDED[index]} if ${name} == ${value}`),
      ...valueLabels(name, codes, missing),
    ];
  if (isText(variable)) return [unguarded(name), ...characteristics(name, [...codes, ...missing])];
  if (type === 'date')
    return [`generate double ${name}_ = daily(${name}, "YMD")`, `format ${name}_ %td`, ...renamed(name)];
  return [
    `generate byte ${name}_ = cond(${name} == "true", 1, cond(${name} == "false", 0, .))`,
    ...renamed(name),
    ...valueLabels(
      name,
      [
        { value: 0, label: 'no' },
        { value: 1, label: 'yes' },
      ],
      [],
    ),
  ];
}

const renamed = (name: string): string[] => [
  `order ${name}_, after(${name})`,
  `drop ${name}`,
  `rename ${name}_ ${name}`,
];

/** Takes away the apostrophe in front of what a spreadsheet would run. */
const unguarded = (name: string): string =>
  `replace ${name} = usubstr(${name}, 2, .) if ustrregexm(${name}, "^'+[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]")`;

/** Stata labels whole numbers only. */
function valueLabels(name: string, codes: readonly PlainCode[], missing: readonly PlainCode[]): string[] {
  const labelled = [
    ...codes
      .filter(({ value }) => Number.isInteger(value))
      .map(({ value, label }) => ({ value: String(value), label })),
    ...missing.map(({ label }, index) => ({ value: EXTENDED[index] ?? '.', label })),
  ];
  if (labelled.length === 0) return [];
  const column = (cells: readonly string[]) => `(${cells.join(' \\ ')})`;
  return [
    `mata: st_vlmodify("${name}", ${column(labelled.map(({ value }) => value))}, ${column(labelled.map(({ label }) => mataText(label)))})`,
    `label values ${name} ${name}`,
  ];
}

const characteristics = (name: string, codes: readonly PlainCode[]): string[] =>
  codes.map(
    ({ value, label }, index) => `mata: st_global("${name}[code${index + 1}]", ${mataText(`${value} = ${label}`)})`,
  );

/** What would begin or end a macro or a string is told by its number. */
export function mataText(text: string): string {
  const pieces = text.split(/(["`$'\\])/u).filter((piece) => piece !== '');
  const told = pieces.map((piece) => (/^["`$'\\]$/u.test(piece) ? `char(${piece.charCodeAt(0)})` : `"${piece}"`));
  return told.length === 0 ? '""' : told.join(' + ');
}
