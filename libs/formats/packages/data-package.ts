import { jsonText } from '../codebook/codebook.table.ts';
import {
  type DatasetDescription,
  type DescribedCode,
  type DescribedTable,
  mainLanguage,
  type Variable,
  wordsIn,
} from '../description/dataset.description.ts';
import type { CellType } from '../file.column.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/**
 * `datapackage.json`: Frictionless Data Package 2.0, a resource a table, with types, codes (`categories`), missing codes,
 * primary and foreign keys. Labels are in the main language; those of the others, units and formulas stand beside them
 * in properties of their own, as the standard allows. A text that begins like a formula has one apostrophe more in the
 * file than it had: see `csvWriter`.
 */
export function dataPackage(dataset: DatasetDescription): string {
  const { id, title, description, version, keywords, provenance, tables } = dataset;
  return jsonText({
    $schema: `${PROFILES}/datapackage.json`,
    name: id,
    title,
    description,
    version,
    ...(keywords === undefined || keywords.length === 0 ? {} : { keywords }),
    provenance,
    resources: tables.map((table) => resource(table, mainLanguage(dataset))),
  });
}

function resource(table: DescribedTable, language: string) {
  const { name, title, grain, file, key, columns, rows, references = [] } = table;
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: name.toLowerCase().replaceAll('_', '-'),
    type: 'table',
    path: file.path,
    title: wordsIn(title, language),
    description: wordsIn(grain, language),
    scheme: 'file',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(file.bytes === undefined ? {} : { bytes: file.bytes }),
    ...(file.sha256 === undefined ? {} : { hash: `sha256:${file.sha256}` }),
    rowCount: rows,
    dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ',', lineTerminator: '\r\n', doubleQuote: true },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: columns.map((column) => field(column, language)),
      missingValues: [''],
      ...(key.length === 0 ? {} : { primaryKey: key }),
      ...(references.length === 0 ? {} : { foreignKeys: references.map(foreignKey) }),
    },
  };
}

function foreignKey({ columns, table, to }: NonNullable<DescribedTable['references']>[number]) {
  return { fields: columns, reference: { resource: table.toLowerCase().replaceAll('_', '-'), fields: to } };
}

const TYPES: Readonly<Record<CellType, string>> = {
  text: 'string',
  integer: 'integer',
  long: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

function field(variable: Variable, language: string) {
  const { name, type, label, unit, codes = [], missing = [], itemText, formula, source, range, treatment } = variable;
  // Categories are for texts and integers only; a code of another type is told in `codes`.
  const categorical = codes.length > 0 && (type === 'text' || type === 'integer');
  return {
    name,
    type: TYPES[type],
    title: wordsIn(label, language),
    ...(itemText === undefined ? {} : { description: wordsIn(itemText, language) }),
    ...(categorical ? { categories: codes.map((code) => category(code, language)) } : {}),
    ...(missing.length === 0
      ? {}
      : { missingValues: [{ value: '', label: '' }, ...missing.map((code) => absent(code, language))] }),
    ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    ...(range === undefined || categorical || (type !== 'integer' && type !== 'number')
      ? {}
      : { constraints: { minimum: range.least, maximum: range.most } }),
    ...(unit === undefined ? {} : { unit }),
    ...(formula === undefined ? {} : { formula }),
    ...(source === undefined ? {} : { source }),
    ...(treatment === undefined ? {} : { treatment }),
    labels: label,
    ...(codes.length === 0 ? {} : { codes }),
    ...(missing.length === 0 ? {} : { missingCodes: missing }),
  };
}

const category = ({ value, label }: DescribedCode, language: string) => ({ value, label: wordsIn(label, language) });
/** As the cell is written in the file. */
const absent = ({ value, label }: DescribedCode, language: string) => ({
  value: String(value),
  label: wordsIn(label, language),
});
