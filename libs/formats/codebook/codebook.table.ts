import { csvWriter } from '../csv.writer.ts';
import {
  type DatasetDescription,
  type DescribedCode,
  type Variable,
  type Words,
  wordsIn,
} from '../description/dataset.description.ts';
import type { FileColumn } from '../file.column.ts';

/** What a codebook says about a column, in the languages of the data set. */
interface CodebookLine {
  readonly table: string;
  readonly position: number;
  readonly variable: Variable;
}

const linesOf = ({ tables }: DatasetDescription): CodebookLine[] =>
  tables.flatMap(({ name, columns }) =>
    columns.map((variable, index) => ({ table: name, position: index + 1, variable })),
  );

/**
 * The codebook as CSV, a line a column: table, position, name, type, unit, range, and, for each language, label, codes
 * (`0 = no; 1 = yes`), missing codes, wording, formula and treatment. Cells are neutralised as in any CSV file.
 */
export function codebookCsv(dataset: DatasetDescription): string {
  const fields = [...plainFields, ...dataset.languages.flatMap(fieldsIn)];
  const lines = linesOf(dataset);
  const columns = fields.map(({ name }): FileColumn => ({ name, label: name, type: 'text' }));
  const writer = csvWriter(columns);
  const batch = { rows: lines.length, columns: fields.map(({ of }) => lines.map(of)) };
  const decoder = new TextDecoder();
  return [writer.begin(), writer.write(batch), writer.end()].map((bytes) => decoder.decode(bytes)).join('');
}

interface CodebookField {
  readonly name: string;
  readonly of: (line: CodebookLine) => string | null;
}

const plainFields: readonly CodebookField[] = [
  { name: 'table', of: ({ table }) => table },
  { name: 'position', of: ({ position }) => String(position) },
  { name: 'variable', of: ({ variable }) => variable.name },
  { name: 'type', of: ({ variable }) => variable.type },
  { name: 'unit', of: ({ variable }) => variable.unit ?? null },
  { name: 'least', of: ({ variable }) => (variable.range === undefined ? null : String(variable.range.least)) },
  { name: 'most', of: ({ variable }) => (variable.range === undefined ? null : String(variable.range.most)) },
  { name: 'source', of: ({ variable }) => variable.source ?? null },
];

function fieldsIn(language: string): CodebookField[] {
  const words = (given: Words | undefined) => (given === undefined ? null : wordsIn(given, language));
  return [
    { name: `label_${language}`, of: ({ variable }) => words(variable.label) },
    { name: `codes_${language}`, of: ({ variable }) => codeList(variable.codes, language) },
    { name: `missing_${language}`, of: ({ variable }) => codeList(variable.missing, language) },
    { name: `item_${language}`, of: ({ variable }) => words(variable.itemText) },
    { name: `formula_${language}`, of: ({ variable }) => words(variable.formula) },
    { name: `treatment_${language}`, of: ({ variable }) => words(variable.treatment) },
  ];
}

function codeList(codes: readonly DescribedCode[] | undefined, language: string): string | null {
  if (codes === undefined || codes.length === 0) return null;
  return codes.map(({ value, label }) => `${value} = ${wordsIn(label, language)}`).join('; ');
}

/** Raised with every change of shape. */
export const CODEBOOK_FORMAT = 'intersession.codebook/1';

/** The codebook for programs: the description itself, every language, as indented JSON with keys in a fixed order. */
export function codebookJson(dataset: DatasetDescription): string {
  const { id, title, description, languages, version, provenance, tables } = dataset;
  const told = { format: CODEBOOK_FORMAT, id, title, description, languages, version, provenance };
  return jsonText({
    ...told,
    tables: tables.map((table) => ({ ...table, columns: table.columns.map(plainVariable) })),
  });
}

/** Only what is described, whatever else the object carries. */
function plainVariable({
  name,
  label,
  type,
  unit,
  codes,
  missing,
  itemText,
  formula,
  source,
  range,
  treatment,
}: Variable) {
  return { name, label, type, unit, codes, missing, itemText, formula, source, range, treatment };
}

/** JSON as documents have it: two spaces, a last line end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
