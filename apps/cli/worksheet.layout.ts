import type { BrowserContext } from 'playwright-core';
import { z } from 'zod';
import { type Paper, type Worksheet, printable, workbookPage } from '#worksheets';

/** Something that does not fit on the paper. */
export interface Overflow {
  readonly worksheet: string;
  readonly what: string;
}

export interface Layout {
  readonly paper: Paper;
  readonly language: string;
  readonly pages: number;
  readonly overflows: readonly Overflow[];
}

const MM = 96 / 25.4;

/** In the page: which parts reach beyond the paper's edge, or are too tall for one page and must not be divided. */
const MEASURE = `(height) => {
  const found = [];
  for (const article of document.querySelectorAll('article.ws-print')) {
    const edge = article.getBoundingClientRect();
    const say = (part, how) => found.push({ worksheet: article.id, what: (part.closest('[data-field]')?.dataset.field ?? part.className ?? part.tagName) + ' ' + how });
    for (const part of article.querySelectorAll('*')) {
      const box = part.getBoundingClientRect();
      if (box.width === 0 || part.closest('svg') !== null && part.tagName !== 'svg') continue;
      if (box.right > edge.right + 1 || box.left < edge.left - 1) say(part, 'is wider than the paper');
      else if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline') say(part, 'holds a word that is wider than its box');
      if (box.height > height && getComputedStyle(part).breakInside === 'avoid') say(part, 'is taller than a page');
    }
  }
  return found;
}`;

const Found = z.array(z.object({ worksheet: z.string(), what: z.string() }));

/**
 * Lays worksheets out as a workbook in a browser and says what does not fit.
 * @param context a browser that runs no script of the page; the measuring is ours
 */
export async function layOut(
  context: BrowserContext,
  worksheets: readonly Worksheet[],
  { paper, language, title }: Pick<Layout, 'paper' | 'language'> & { readonly title: string },
): Promise<Layout & { readonly pdf: Buffer }> {
  const page = await context.newPage();
  try {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.setContent(
      workbookPage(worksheets, { language, title, subtitle: paper === 'a4' ? 'A4' : 'Letter', paper }),
    );
    const found: unknown = await page.evaluate(`(${MEASURE})(${printable(paper).height * MM})`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    return { paper, language, pages: pagesOf(pdf), overflows: Found.parse(found), pdf };
  } finally {
    await page.close();
  }
}

/** How many pages a PDF of Chromium has: it writes every page as an object of its own. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
