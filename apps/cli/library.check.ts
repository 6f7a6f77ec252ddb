import { type Paper, type Worksheet, builtInWorksheets, framedLanguages, readabilityOf } from '#worksheets';
import { withChromium } from './chromium.browser.ts';
import { type Layout, layOut } from './worksheet.layout.ts';

const PAPERS: readonly Paper[] = ['a4', 'letter'];

/** One thing that is wrong with one worksheet. */
export interface Finding {
  readonly worksheet: string;
  readonly what: string;
}

export interface LibraryCheck {
  readonly worksheets: readonly Worksheet[];
  readonly findings: readonly Finding[];
  /** One for each paper and language; none where no browser was asked for. */
  readonly layouts: readonly Layout[];
}

/** Checks worksheets that are valid already: complete in their languages, within their grade, and fitting the paper. */
export async function checkWorksheets(worksheets: readonly Worksheet[], laidOut: boolean): Promise<LibraryCheck> {
  const layouts = laidOut ? await layoutsOf(worksheets) : [];
  const overflows = layouts.flatMap(({ paper, language, overflows: found }) =>
    found.map(({ worksheet, what }) => ({ worksheet, what: `${paper}, ${language}: ${what}` })),
  );
  const words = worksheets.flatMap((worksheet) => [...languageFindings(worksheet), ...gradeFindings(worksheet)]);
  return { worksheets, findings: [...words, ...variantFindings(worksheets), ...overflows], layouts };
}

async function layoutsOf(worksheets: readonly Worksheet[]): Promise<readonly Layout[]> {
  const languages = [...new Set(worksheets.flatMap((worksheet) => worksheet.languages))];
  return withChromium(async (context) => {
    const layouts: Layout[] = [];
    for (const language of languages) {
      const spoken = worksheets.filter((worksheet) => worksheet.languages.includes(language));
      for (const paper of PAPERS)
        layouts.push(await layOut(context, spoken, { paper, language, title: 'Intersession' }));
    }
    return layouts;
  });
}

/** The library speaks every language that the renderings speak; each worksheet is complete in its own by the format. */
function languageFindings({ id, languages }: Worksheet): Finding[] {
  return framedLanguages
    .filter((language) => builtInWorksheets.has(id) && !languages.includes(language))
    .map((language) => ({ worksheet: id, what: `is not there in ${language}` }));
}

function gradeFindings(worksheet: Worksheet): Finding[] {
  return worksheet.languages.flatMap((language) => {
    const readability = readabilityOf(worksheet, language);
    if (readability === undefined || readability.value <= readability.bound) return [];
    const { measure, value, bound } = readability;
    return [
      { worksheet: worksheet.id, what: `${language}: ${measure} ${value.toFixed(1)}, at most ${bound} is wanted` },
    ];
  });
}

/** An easier or harder step must be there, in the library or among these. */
function variantFindings(worksheets: readonly Worksheet[]): Finding[] {
  const known = new Set([...builtInWorksheets.keys(), ...worksheets.map(({ id }) => id)]);
  return worksheets.flatMap(({ id, easier, harder }) =>
    [easier.worksheet, harder.worksheet]
      .filter((other) => other !== undefined && !known.has(other))
      .map((other) => ({ worksheet: id, what: `leads to ${String(other)}, which is not there` })),
  );
}
