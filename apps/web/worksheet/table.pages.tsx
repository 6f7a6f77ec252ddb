import { type ReactNode, useState } from 'react';
import { type AnswerValues, type Column, columnsOf, type TableField, type TableRow } from '#worksheets/filling';
import { useMessages } from '../language/language.context.tsx';
import { useFilling } from './fill.context.ts';
import { fillMessages } from './fill.messages.ts';
import { SimpleControl } from './simple.control.tsx';
import { rowsOf, withCell, withoutRow } from './worksheet.pages.ts';

interface Editing {
  readonly field: TableField;
  readonly values: AnswerValues;
  readonly onChange: (values: AnswerValues) => void;
}

interface CellProps extends Editing {
  readonly row: number;
  readonly column: Column;
  readonly onSettled?: (() => void) | undefined;
  readonly level?: 2 | 3;
}

/** One box of one row, as a question of its own. */
export function CellQuestion({ field, values, onChange, row, column, onSettled, level = 2 }: CellProps): ReactNode {
  const { say, language } = useFilling();
  const id = `q-${field.id}-${row}-${column.id}`;
  const described = column.hint === undefined ? undefined : `${id}-hint`;
  const Heading = `h${level}` as const;
  return (
    <section
      className="ws-question"
      data-kind={column.kind}
      data-field={`${field.id}/${row}/${column.id}`}
      lang={language}
    >
      <Heading id={`${id}-label`} className="ws-q">
        {say(column.label)}
      </Heading>
      {column.hint === undefined ? null : (
        <p id={described} className="ws-hint">
          {say(column.hint)}
        </p>
      )}
      <SimpleControl
        {...{ id, column, describedBy: described, labelledBy: `${id}-label`, onSettled }}
        value={rowsOf(values, field.id)[row]?.[column.id]}
        onChange={(value) => onChange(withCell(values, { field: field.id, row, column: column.id }, value))}
      />
    </section>
  );
}

type RowsProps = Editing & { readonly onRow: (row: number) => void };

/** The rows that were written so far: add one, change one, take one away. */
export function RowsPage(props: RowsProps): ReactNode {
  const { field, values, onRow } = props;
  const t = useMessages(fillMessages);
  const { say } = useFilling();
  const rows = rowsOf(values, field.id);
  return (
    <section className="ws-question" data-kind="rows" data-field={field.id}>
      <h2 className="ws-q">{say(field.label)}</h2>
      <p className="ws-hint">{t('your-rows', { count: Math.max(1, rows.length) })}</p>
      <ol className="ws-rows">
        {rows.map((row, index) => (
          <RowLine key={index} {...props} row={row} index={index} />
        ))}
      </ol>
      {rows.length >= field.maxRows ? null : (
        <button type="button" className="ws-button" onClick={() => onRow(rows.length)}>
          {t('add')}
        </button>
      )}
    </section>
  );
}

function RowLine({
  field,
  values,
  onChange,
  onRow,
  row,
  index,
}: RowsProps & { readonly row: TableRow; readonly index: number }): ReactNode {
  const t = useMessages(fillMessages);
  const { words } = useFilling();
  const which = words.row(index + 1);
  return (
    <li>
      <p>{summaryOf(field, row) || t('row-empty')}</p>
      <button type="button" className="ws-quiet" aria-label={`${t('edit')}: ${which}`} onClick={() => onRow(index)}>
        {t('edit')}
      </button>
      <button
        type="button"
        className="ws-quiet"
        aria-label={`${t('remove')}: ${which}`}
        onClick={() => onChange(withoutRow(values, field.id, index))}
      >
        {t('remove')}
      </button>
    </li>
  );
}

/** A row told by its first words. */
function summaryOf(field: TableField, row: TableRow): string {
  const words = columnsOf(field).flatMap(({ id }) => (typeof row[id] === 'string' ? [row[id]] : []));
  const text = words.join(' · ');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** One row for each day or part of a day: choose one, fill it in, choose the next. */
export function SlotsPage(props: Editing): ReactNode {
  const { field, values } = props;
  const t = useMessages(fillMessages);
  const { say } = useFilling();
  const [open, setOpen] = useState<number>();
  const slot = open === undefined ? undefined : field.slots?.[open];
  if (open !== undefined && slot !== undefined)
    return <SlotRow {...props} row={open} name={say(slot)} close={() => setOpen(undefined)} />;
  const rows = rowsOf(values, field.id);
  return (
    <section className="ws-question" data-kind={field.kind} data-field={field.id}>
      <h2 className="ws-q">{say(field.label)}</h2>
      {field.hint === undefined ? null : <p className="ws-hint">{say(field.hint)}</p>}
      <ul className="ws-slots">
        {(field.slots ?? []).map((each, index) => {
          const filled = Object.keys(rows[index] ?? {}).length > 0;
          return (
            <li key={index}>
              <button
                type="button"
                className={filled ? 'ws-slot ws-slot-filled' : 'ws-slot'}
                onClick={() => setOpen(index)}
              >
                <span>{say(each)}</span>
                <small>{filled ? `✓ ${t('filled')}` : t('not-filled')}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface SlotRowProps extends Editing {
  readonly row: number;
  readonly name: string;
  readonly close: () => void;
}

function SlotRow({ row, name, close, ...editing }: SlotRowProps): ReactNode {
  const t = useMessages(fillMessages);
  return (
    <section className="ws-slot-row" data-kind="slot">
      <h2 className="ws-q">{name}</h2>
      {columnsOf(editing.field).map((column) => (
        <CellQuestion key={column.id} {...editing} {...{ row, column }} level={3} />
      ))}
      <button type="button" className="ws-button" onClick={close}>
        {t('done-with', { name })}
      </button>
    </section>
  );
}
