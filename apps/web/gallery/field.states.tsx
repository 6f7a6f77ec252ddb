import '../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import type { AnswerValues, Worksheet } from '#worksheets';
import { useLanguage } from '../language/language.context.tsx';
import { FillingProvider, fillingOf } from '../worksheet/fill.context.ts';
import { WorksheetPageView } from '../worksheet/worksheet.page.tsx';
import { WorksheetToRead } from '../worksheet/worksheet.paper.tsx';
import { pagesOf, type WorksheetPage } from '../worksheet/worksheet.pages.ts';

/** Every screen of a worksheet beside the others: as nobody has answered it, and as whoever looks answers it here. */
export function FieldStates({ worksheet }: { readonly worksheet: Worksheet }): ReactNode {
  const { language } = useLanguage();
  const [values, setValues] = useState<AnswerValues>({});
  const pages = pagesOf(worksheet, values);
  return (
    <FillingProvider value={fillingOf(worksheet.languages, language)}>
      <h2>Untouched</h2>
      <Row pages={pages} worksheet={worksheet} values={{}} onChange={() => undefined} />
      <h2>To be filled in here</h2>
      <Row pages={pages} worksheet={worksheet} values={values} onChange={setValues} />
      <h2>Read back</h2>
      <WorksheetToRead worksheet={worksheet} language={language} values={values} />
    </FillingProvider>
  );
}

interface RowProps {
  readonly pages: readonly WorksheetPage[];
  readonly worksheet: Worksheet;
  readonly values: AnswerValues;
  readonly onChange: (values: AnswerValues) => void;
}

function Row({ pages, worksheet, values, onChange }: RowProps): ReactNode {
  return (
    <div className="g-row">
      {pages.map((page) => (
        <section key={page.id} className="g-card">
          <WorksheetPageView {...{ page, worksheet, values, onChange }} onRow={() => undefined} />
        </section>
      ))}
    </div>
  );
}
