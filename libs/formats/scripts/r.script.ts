import type { Variable } from '../description/dataset.description.ts';
import { codesOf, isText, labelOf, type PlainCode, type ScriptSource } from './script.text.ts';

/**
 * R script that reads the CSV of a table, with types, labels and missing codes: base R 4.0 or newer; where the package
 * haven is installed, columns are `haven::labelled_spss`, else the same attributes on plain vectors. Integers of 64 bits
 * stay text; an empty text is NA, since base R cannot tell them apart. Pure ASCII, so that no locale changes it.
 */
export function rScript({ table, language }: ScriptSource): string {
  const lines = table.columns.map((variable) => columnLine(variable, table.name, language));
  return `# Reads ${table.file.path}. Run it in the folder of the data set: source("scripts/${table.name}.R")
# Missing codes stay, marked: haven::zap_missing(${table.name}) makes them NA.

read_plain <- function(path) {
  read.csv(path, colClasses = "character", na.strings = character(), encoding = "UTF-8", check.names = FALSE,
           comment.char = "", quote = "\\"", blank.lines.skip = FALSE, fill = FALSE)
}

# A text that a spreadsheet would run has an apostrophe in front: it is taken away.
as_text <- function(x) {
  x <- sub("^'(?='*[=+\\\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20])", "", x, perl = TRUE)
  x[x == ""] <- NA
  x
}

as_boolean <- function(x) unname(c("true" = TRUE, "false" = FALSE)[x])
as_day <- function(x) as.Date(x, format = "%Y-%m-%d")

described <- function(x, label, labels = NULL, missing = NULL) {
  if (!is.null(labels) && requireNamespace("haven", quietly = TRUE)) {
    if (is.null(missing)) return(haven::labelled(x, labels, label = label))
    return(haven::labelled_spss(x, labels, na_values = unname(missing), label = label))
  }
  attr(x, "label") <- label
  attr(x, "labels") <- labels
  attr(x, "na_values") <- unname(missing)
  x
}

${table.name} <- read_plain(${rText(table.file.path)})
${lines.join('\n')}
`;
}

const READERS = {
  text: 'as_text',
  long: 'as_text',
  integer: 'as.numeric',
  number: 'as.numeric',
  boolean: 'as_boolean',
  date: 'as_day',
} as const;

function columnLine(variable: Variable, table: string, language: string): string {
  const { codes, missing } = codesOf(variable, language);
  const asText = isText(variable);
  const described = [
    `${READERS[variable.type]}(${table}[[${rText(variable.name)}]])`,
    rText(labelOf(variable, language)),
    ...(codes.length + missing.length === 0 ? [] : [`labels = ${vector([...codes, ...missing], asText)}`]),
    ...(missing.length === 0 ? [] : [`missing = ${vector(missing, asText)}`]),
  ];
  return `${table}[[${rText(variable.name)}]] <- described(${described.join(', ')})`;
}

/** Values named by their labels: names before `=` would be translated to the locale. */
function vector(codes: readonly PlainCode[], asText: boolean): string {
  const values = codes.map(({ value }) => (asText ? rText(String(value)) : String(value)));
  return `structure(c(${values.join(', ')}), names = c(${codes.map(({ label }) => rText(label)).join(', ')}))`;
}

/** A string of R in ASCII. */
export function rText(text: string): string {
  let escaped = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') escaped += `\\${character}`;
    else if (code >= 0x20 && code < 0x7f) escaped += character;
    else if (code <= 0xffff) escaped += `\\u${code.toString(16).padStart(4, '0')}`;
    else escaped += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return `"${escaped}"`;
}
