import {
  type DatasetDescription,
  type DescribedCode,
  type DescribedTable,
  type Variable,
  type Words,
  wordsIn,
} from '../description/dataset.description.ts';
import { attributes, Markup, markup } from '../markup/markup.ts';
import { type CodebookWords, codebookWords } from './codebook.words.ts';

const STYLE = new Markup(`
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } a { color: #0b4f8a; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding: 0 0 .5rem; }
th, td { border-top: 1px solid #c8c8c8; padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th { border-top: 0; } code { font-size: .95em; } th code { white-space: nowrap; } p code { overflow-wrap: anywhere; } dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; } dt { font-weight: 600; }
dd { margin: 0; } td p { margin: 0 0 .3rem; } td dl { margin-bottom: .4rem; } .quiet { color: #555; }
@media print { body { max-width: none; margin: 0; font-size: 9.5pt; } tr { break-inside: avoid; } a { color: inherit; } }
`);

/**
 * The codebook as one HTML page in one language, to read or to print: no script, nothing that is loaded. What has no words
 * in that language stands in English.
 */
export function codebookPage(dataset: DatasetDescription, language: string): string {
  const words = codebookWords(language);
  const { title, description, tables, provenance } = dataset;
  const page = markup`<!doctype html>
<html${attributes({ lang: language })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${words.codebook}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title} – ${words.codebook}</h1>
<p>${description}</p>
<h2>${words.contents}</h2>
<ul>
${tables.map((table) => contents(table, language, words))}</ul>
<p>${words.emptyCell}</p>
${tables.map((table) => section(table, language, words))}<h2>${words.facts}</h2>
<dl>
${Object.entries(provenance).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>
</main>
</body>
</html>
`;
  return page.text;
}

function contents({ name, title, grain, rows }: DescribedTable, language: string, words: CodebookWords): Markup {
  return markup`<li><a${attributes({ href: `#${name}` })}>${wordsIn(title, language)}</a>: ${wordsIn(grain, language)}, ${words.rows(rows)}</li>\n`;
}

function section(table: DescribedTable, language: string, words: CodebookWords): Markup {
  const { name, title, grain, key, file, columns } = table;
  const head = [words.column, words.meaning, words.type, words.values];
  return markup`<section>
<h2${attributes({ id: name })}>${wordsIn(title, language)}</h2>
<p>${wordsIn(grain, language)}. ${words.key}: ${key.join(', ')}. ${words.file}: <code>${file.path}</code></p>
<div class="wide" tabindex="0" role="region"${attributes({ 'aria-labelledby': name })}>
<table>
<thead><tr>${head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${columns.map((column) => line(column, language, words))}</tbody>
</table>
</div>
</section>
`;
}

function line(variable: Variable, language: string, words: CodebookWords): Markup {
  const { name, label, type, unit, codes, missing, range } = variable;
  const kind = unit === undefined ? words.types[type] : `${words.types[type]}, ${unit}`;
  return markup`<tr><th scope="row"><code>${name}</code></th><td><p>${wordsIn(label, language)}</p>${details(variable, language, words)}</td><td>${kind}</td><td>${
    range === undefined ? null : markup`<p>${words.fromTo(range.least, range.most)}</p>`
  }${codeList(codes, language)}${
    missing === undefined || missing.length === 0
      ? null
      : markup`<p class="quiet">${words.missing}:</p>${codeList(missing, language)}`
  }</td></tr>
`;
}

function details(variable: Variable, language: string, words: CodebookWords): Markup[] {
  const { itemText, formula, source, treatment } = variable;
  const told = (name: string, given: Words | undefined) =>
    given === undefined ? [] : [markup`<p class="quiet">${name}: ${wordsIn(given, language)}</p>`];
  return [
    ...told(words.wording, itemText),
    ...told(words.computed, formula),
    ...(source === undefined ? [] : [markup`<p class="quiet">${words.source}: ${source}</p>`]),
    ...told(words.treatment, treatment),
  ];
}

function codeList(codes: readonly DescribedCode[] = [], language: string): Markup | null {
  if (codes.length === 0) return null;
  return markup`<dl>${codes.map(({ value, label }) => markup`<dt><code>${value}</code></dt><dd>${wordsIn(label, language)}</dd>`)}</dl>`;
}
