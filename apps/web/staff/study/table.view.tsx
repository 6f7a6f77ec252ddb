import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import type { Cell, Panel } from './board.table.ts';
import { studyMessages } from './study.messages.ts';

const PAGE = 50;

/** The rows of a panel, fifty at a time. */
export function TableView({ panel }: { readonly panel: Panel }): ReactNode {
  const t = useMessages(studyMessages);
  const [from, setFrom] = useState(0);
  const { columns, rows, title } = panel;
  const to = Math.min(from + PAGE, rows.length);
  return (
    <>
      <div className="board-table" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name, about }) => (
                <th key={name} scope="col" title={about}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(from, to).map((row, place) => (
              <tr key={from + place}>
                {row.map((cell, column) => (
                  <td key={columns[column]?.name ?? column} className={typeof cell === 'number' ? 'number' : undefined}>
                    {shown(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > PAGE && (
        <p className="pager screen-only">
          <Button kind="quiet" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - PAGE))}>
            {t('earlier')}
          </Button>
          {t('rows', { from: from + 1, to, count: rows.length })}
          <Button kind="quiet" disabled={to >= rows.length} onClick={() => setFrom(from + PAGE)}>
            {t('later')}
          </Button>
        </p>
      )}
    </>
  );
}

/** Empty where it is unknown; never a zero. */
export function shown(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '–';
  return typeof cell === 'number' ? String(Math.round(cell * 1_000) / 1_000) : String(cell);
}
