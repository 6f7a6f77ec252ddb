import { type Worksheet, readabilityOf } from '#worksheets';
import type { LibraryCheck } from './library.check.ts';

const MEASURES = { 'flesch-kincaid-grade': 'US grade', lix: 'LIX' } as const;

/** One line a worksheet, then what all of them together are. */
export function libraryReport({ worksheets, findings, layouts }: LibraryCheck): string {
  const lines = worksheets.map((worksheet) => {
    const own = findings.filter((finding) => finding.worksheet === worksheet.id);
    const verdict = own.length === 0 ? 'ok' : own.map(({ what }) => `\n    ${what}`).join('');
    return `${worksheet.id.padEnd(26)} ${gradesOf(worksheet).padEnd(30)} ${verdict}`;
  });
  const papers = layouts.map(({ paper, language, pages }) => `${paper} ${language} ${pages} pages`);
  const wrong = new Set(findings.map(({ worksheet }) => worksheet)).size;
  return [
    ...lines,
    '',
    `${worksheets.length} worksheets, ${worksheets.length - wrong} without fault: valid, complete in ${languagesOf(worksheets)}, within their grade (${hardest(worksheets)})`,
    layouts.length === 0
      ? 'not laid out: no browser was asked for'
      : `laid out by a browser with a cover: ${papers.join(', ')}`,
  ].join('\n');
}

/** One line a worksheet, for choosing. */
export function libraryList(worksheets: readonly Worksheet[], language: string): string {
  return worksheets
    .map(({ id, version, title, minutes, approach, clinicalReview }) =>
      [
        id.padEnd(26),
        `v${version}`.padEnd(4),
        `${minutes} min`.padEnd(7),
        (title[language] ?? Object.values(title)[0] ?? '').padEnd(34),
        approach.join(', '),
        clinicalReview.status === 'reviewed' ? '' : '(not clinically reviewed)',
      ].join(' '),
    )
    .join('\n');
}

function gradesOf(worksheet: Worksheet): string {
  return worksheet.languages
    .map((language) => {
      const readability = readabilityOf(worksheet, language);
      return readability === undefined
        ? `${language} not measured`
        : `${language} ${MEASURES[readability.measure]} ${readability.value.toFixed(1)}`;
    })
    .join(', ');
}

const languagesOf = (worksheets: readonly Worksheet[]): string =>
  [...new Set(worksheets.flatMap(({ languages }) => languages))].join(' and ');

/** The highest value of each measure, beside its bound. */
function hardest(worksheets: readonly Worksheet[]): string {
  const all = worksheets.flatMap((worksheet) =>
    worksheet.languages.flatMap((language) => readabilityOf(worksheet, language) ?? []),
  );
  return (['flesch-kincaid-grade', 'lix'] as const)
    .flatMap((measure) => {
      const values = all.filter((each) => each.measure === measure);
      const [first] = values;
      if (first === undefined) return [];
      const highest = Math.max(...values.map(({ value }) => value));
      return [`highest ${MEASURES[measure]} ${highest.toFixed(1)} of ${first.bound}`];
    })
    .join(', ');
}
