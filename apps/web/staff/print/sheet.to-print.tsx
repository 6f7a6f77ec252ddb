import type { ReactNode } from 'react';
import type { AnswerValues } from '#worksheets/filling';
import { useLanguage } from '../../language/language.context.tsx';
import WorksheetToPrint from '../../worksheet/worksheet.paper.tsx';
import { worksheetOf } from '../review/answers.to-read.tsx';

interface SheetProps {
  readonly document: unknown;
  /** Answers as they were sent; none for an empty sheet. */
  readonly text: string | null;
}

/** Loaded when somebody prints. */
export default function SheetToPrint({ document, text }: SheetProps): ReactNode {
  const { language } = useLanguage();
  const worksheet = worksheetOf(document);
  const shown = worksheet.languages.includes(language) ? language : (worksheet.languages[0] ?? 'en');
  const values = text === null ? undefined : (JSON.parse(text) as { readonly values: AnswerValues }).values;
  return <WorksheetToPrint worksheet={worksheet} language={shown} values={values} />;
}
