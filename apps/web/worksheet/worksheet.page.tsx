import type { ReactNode } from 'react';
import { type AnswerValues, isTable, stateOf, type Worksheet } from '#worksheets/filling';
import { Question } from './question.tsx';
import { CellQuestion, RowsPage, SlotsPage } from './table.pages.tsx';
import { withAnswer, type WorksheetPage } from './worksheet.pages.ts';

export interface WorksheetPageProps {
  readonly page: WorksheetPage;
  readonly worksheet: Pick<Worksheet, 'fields'>;
  readonly values: AnswerValues;
  readonly onChange: (values: AnswerValues) => void;
  /** A tap has answered the question for good. */
  readonly onSettled?: (() => void) | undefined;
  /** A row of a table was chosen; one more than there are begins a new one. */
  readonly onRow: (row: number) => void;
}

/** One screen of a worksheet. */
export function WorksheetPageView({
  page,
  worksheet,
  values,
  onChange,
  onSettled,
  onRow,
}: WorksheetPageProps): ReactNode {
  switch (page.kind) {
    case 'cell':
      return (
        <CellQuestion {...{ field: page.field, row: page.row, column: page.column, values, onChange, onSettled }} />
      );
    case 'rows':
      return <RowsPage {...{ field: page.field, values, onChange, onRow }} />;
    case 'slots':
      return <SlotsPage {...{ field: page.field, values, onChange }} />;
    case 'field':
      return isTable(page.field) ? null : (
        <Question
          field={page.field}
          value={values[page.field.id]}
          computed={stateOf(worksheet, values).computed[page.field.id]}
          onChange={(value) => onChange(withAnswer(values, page.field.id, value))}
          onSettled={onSettled}
        />
      );
  }
}
