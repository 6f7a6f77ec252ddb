import { type ReactNode, useEffect, useRef } from 'react';
import type { AnswerValues, Worksheet } from '#worksheets/filling';
import { type Paper, renderPrint, renderRead, worksheetStyle } from '#worksheets/paper';

interface PaperProps {
  readonly worksheet: Worksheet;
  readonly language: string;
  /** Answers to be read; none for a page to write on. */
  readonly values?: AnswerValues | undefined;
  readonly idPrefix?: string;
  /** Where a file of the answers is; its words stand in its place where there is no address. */
  readonly mediaUrl?: ((attachmentId: string) => string | undefined) | undefined;
}

/** Letter where it is the usual paper, A4 everywhere else. */
export function usualPaper(languages: readonly string[] = navigator.languages): Paper {
  return languages.some((language) => /^(en-(US|CA)|es-(MX|US)|fil-PH)$/.test(language)) ? 'letter' : 'a4';
}

let adopted: CSSStyleSheet | undefined;

/** The style sheet of worksheets, put into the page as an object: the content security policy lets no text in. */
function adoptStyle(): void {
  if (adopted !== undefined) return;
  adopted = new CSSStyleSheet();
  adopted.replaceSync(worksheetStyle(usualPaper()));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted];
}

/** A worksheet as it is read: answers in the order of the questions. */
export function WorksheetToRead({ worksheet, language, values = {}, idPrefix, mediaUrl }: PaperProps): ReactNode {
  const options = { ...optionsOf(language, values, idPrefix), ...(mediaUrl === undefined ? {} : { mediaUrl }) };
  return <Markup markup={renderRead(worksheet, options).markup} />;
}

/** A worksheet as it is printed: ruled space to write, seen on paper only. */
export default function WorksheetToPrint({ worksheet, language, values, idPrefix }: PaperProps): ReactNode {
  return <Markup markup={renderPrint(worksheet, optionsOf(language, values ?? {}, idPrefix)).markup} />;
}

const optionsOf = (language: string, values: AnswerValues, idPrefix: string | undefined) => ({
  ...{ language, values },
  ...(idPrefix === undefined ? {} : { idPrefix }),
});

/** Markup of the worksheets' own renderer, which escapes whatever it is given. */
function Markup({ markup }: { readonly markup: string }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    adoptStyle();
    for (const element of root.current?.querySelectorAll<HTMLElement>('[data-style]') ?? []) {
      element.style.cssText = element.dataset['style'] ?? '';
    }
  }, [markup]);
  // Attributes of style are not allowed in text; quotes within texts are escaped, so this is always an attribute.
  return <div ref={root} dangerouslySetInnerHTML={{ __html: markup.replaceAll(' style="', ' data-style="') }} />;
}
