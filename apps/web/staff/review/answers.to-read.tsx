import type { ReactNode } from 'react';
import type { AnswerValues, Worksheet } from '#worksheets/filling';
import { useLanguage } from '../../language/language.context.tsx';
import { WorksheetToRead } from '../../worksheet/worksheet.paper.tsx';

interface AnswersProps {
  /** A worksheet as the server keeps it. */
  readonly document: unknown;
  /** Answers as they were sent: JSON text. */
  readonly text: string;
  readonly idPrefix: string;
  /** Where a file of the answers is. */
  readonly mediaUrl: (attachmentId: string) => string;
}

/** Answers in the order of their questions. Loaded when there are some. */
export default function AnswersToRead({ document, text, idPrefix, mediaUrl }: AnswersProps): ReactNode {
  const { language } = useLanguage();
  const worksheet = worksheetOf(document);
  const shown = worksheet.languages.includes(language) ? language : (worksheet.languages[0] ?? 'en');
  return <WorksheetToRead {...{ worksheet, idPrefix, mediaUrl }} language={shown} values={valuesOf(text)} />;
}

/** The server has read it by its schema before it was put into use. */
export function worksheetOf(document: unknown): Worksheet {
  return document as Worksheet;
}

/** The server has checked them against their worksheet. */
function valuesOf(text: string): AnswerValues {
  const { values } = JSON.parse(text) as { readonly values: AnswerValues };
  return values;
}
