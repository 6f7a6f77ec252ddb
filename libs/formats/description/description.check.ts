import { FormatError } from '../file.column.ts';
import type { DatasetDescription, DescribedCode, DescribedTable, Variable, Words } from './dataset.description.ts';

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** What R, Stata, SAS, SPSS and SQL all take for a name as it stands. */
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
/** A path inside the data set: no way up, no root, no scheme. */
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;
/** SPSS compares texts with a missing code by their first eight bytes. */
const [MOST_MISSING, MISSING_BYTES] = [3, 8];

/**
 * Checks that every document can be made from a description: names that all programs take, codes of the type of their
 * column and each once, keys that are there, paths that stay inside.
 * @throws FormatError naming the table and column.
 */
export function checkDescription({ id, title, languages, tables }: DatasetDescription): void {
  if (!ID.test(id)) throw new FormatError('id', 'a data set is called by lower-case letters, digits and hyphens');
  if (languages.length === 0) throw new FormatError('languages', 'there is none');
  for (const tag of languages) if (!LANGUAGE.test(tag)) throw new FormatError('languages', `${tag} is no language tag`);
  checkText('title', title);
  checkOnce('tables', tables, ({ name }) => name.toUpperCase());
  tables.forEach(checkTable);
}

function checkTable({ name, title, grain, key, subject, columns, rows, file }: DescribedTable): void {
  checkName(name, name);
  if (!PATH.test(file.path)) throw new FormatError(name, 'its file is no path inside the data set');
  if (!Number.isSafeInteger(rows) || rows < 0) throw new FormatError(name, `${rows} is no number of rows`);
  if (columns.length === 0) throw new FormatError(name, 'has no columns');
  checkWords(name, title);
  checkWords(name, grain);
  checkOnce(name, columns, (column) => column.name.toUpperCase());
  for (const column of [...key, ...(subject === undefined ? [] : [subject])])
    if (!columns.some((candidate) => candidate.name === column))
      throw new FormatError(`${name}.${column}`, 'tells rows apart and is not in the table');
  for (const column of columns) checkVariable(`${name}.${column.name}`, column);
}

function checkVariable(path: string, variable: Variable): void {
  const { name, type, label, codes = [], missing = [], itemText, formula, treatment, range } = variable;
  checkName(path, name);
  checkWords(path, label);
  for (const words of [itemText, formula, treatment]) if (words !== undefined) checkWords(path, words);
  if (missing.length > MOST_MISSING)
    throw new FormatError(path, `${missing.length} missing codes; SPSS takes ${MOST_MISSING}`);
  checkOnce(path, [...codes, ...missing], ({ value }) => String(value));
  for (const code of [...codes, ...missing]) checkCode(path, code, type);
  const wide = missing.find(({ value }) => new TextEncoder().encode(String(value)).length > MISSING_BYTES);
  if (wide !== undefined && type === 'text')
    throw new FormatError(path, `a missing code of more than ${MISSING_BYTES} bytes`);
  if (range !== undefined && !(range.least <= range.most))
    throw new FormatError(path, 'its range ends before it begins');
}

function checkCode(path: string, { value, label }: DescribedCode, type: Variable['type']): void {
  checkWords(path, label);
  switch (type) {
    case 'text':
    case 'long':
      if (typeof value !== 'string' || value === '' || !value.isWellFormed() || /\p{Cc}/u.test(value))
        throw new FormatError(path, 'a code is no text of one line, or an empty one');
      return;
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value) || (type === 'integer' && !Number.isInteger(value)))
        throw new FormatError(path, `a code is no ${type}`);
      return;
    case 'boolean':
    case 'date':
      throw new FormatError(path, `a ${type} takes no codes`);
  }
}

function checkName(path: string, name: string): void {
  if (!NAME.test(name)) throw new FormatError(path, 'no name: a letter, then letters, digits and _, 32 in all');
}

function checkWords(path: string, words: Words): void {
  for (const text of Object.values(words)) if (text !== undefined) checkText(path, text);
  if (words.en.trim() === '') throw new FormatError(path, 'has no English words');
}

/** Half a character, or a control that XML, HTML and scripts cannot hold. */
function checkText(path: string, text: string): void {
  if (!text.isWellFormed() || /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u.test(text))
    throw new FormatError(path, 'its words hold a control character or half a character');
}

function checkOnce<Item>(path: string, items: readonly Item[], keyOf: (item: Item) => string): void {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (seen.has(key)) throw new FormatError(path, `${key} comes twice`);
    seen.add(key);
  }
}
