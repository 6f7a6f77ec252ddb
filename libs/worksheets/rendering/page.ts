import type { Worksheet } from '../format/worksheet.schema.ts';
import { attribute, Html, html } from './html.ts';
import { pageName, renderPrint } from './print.ts';
import { footRule, type Paper, printStyle } from './style.print.ts';
import { fillStyle, readStyle, screenStyle } from './style.screen.ts';
import { type Words, wordsOf } from './words.ts';

/** The whole style sheet of the three renderings; `paper` sets the page that is printed on. */
export function worksheetStyle(paper: Paper = 'a4'): string {
  return [screenStyle, fillStyle, readStyle, printStyle(paper)].join('');
}

export interface PageOptions {
  readonly language: string;
  readonly title: string;
  readonly paper?: Paper;
  /** Address of the script that \`npm run build\` makes for forms. */
  readonly scriptUrl?: string;
}

/** A complete page around renderings. Its policy allows this style sheet and the script's address, and nothing else. */
export function worksheetPage(
  body: Html | readonly Html[],
  { language, title, paper, scriptUrl }: PageOptions,
): string {
  const script = scriptUrl === undefined ? null : html`<script type="module" src="${scriptUrl}"></script>`;
  const style = new Html(
    `<style>html{background:#f7f5f0}body{margin:0}@media (prefers-color-scheme:dark){html:not(:has(.ws-print)){background:#12161c}}html:has(.ws-print){background:#fff}${worksheetStyle(paper)}</style>`,
  );
  const head = html`<meta charset="utf-8" /><meta
      name="viewport"
      content="width=device-width, initial-scale=1"
    /><title>${title}</title>${style}`;
  return `<!doctype html>${html`<html${attribute('lang', language)}><head>${head}</head><body>${body}${script}</body></html>`.markup}`;
}

export interface WorkbookOptions {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly paper: Paper;
}

/** Many worksheets to print as one book: a cover with its contents, then each on pages of its own. */
export function workbookPage(
  worksheets: readonly Worksheet[],
  { language, title, subtitle, paper }: WorkbookOptions,
): string {
  const words = wordsOf(language);
  const entries = worksheets.map(
    (worksheet) =>
      html`<li>${worksheet.title[language] ?? worksheet.title[worksheet.languages[0] ?? ''] ?? worksheet.id}</li>`,
  );
  const cover = html`<section class="ws-cover">
    <h1>${title}</h1>
    <p>${words.workbook} · ${subtitle}</p>
    <ol aria-label="${words.contents}">
      ${entries}
    </ol>
  </section>`;
  const feet = new Html(`<style>${worksheets.map((worksheet) => foot(worksheet, words)).join('')}</style>`);
  const pages = worksheets.map((worksheet) => renderPrint(worksheet, { language }));
  return worksheetPage([feet, cover, ...pages], { language, title, paper });
}

/** Paper that was torn out of a book still says which version of which worksheet it is. */
function foot(worksheet: Worksheet, words: Words): string {
  const { id, version, clinicalReview } = worksheet;
  const reviewed = clinicalReview.status === 'reviewed' ? '' : ` · ${words.notReviewed}`;
  return footRule(pageName(worksheet), `${id} · ${words.version} ${version}${reviewed}`, words.bring);
}
