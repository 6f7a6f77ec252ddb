import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import type { Cell, Panel, Row } from './board.table.ts';
import { useShown, useWord } from './board.words.ts';
import { useStudyAbout } from './panel.read.tsx';
import { studyMessages } from './study.messages.ts';

const PAGE = 50;

interface TableViewProps {
  readonly panel: Panel;
  /** Opens what is behind a row; the name of the row does it. */
  readonly onOpen?: ((row: number) => void) | undefined;
}

/** The rows of a panel, fifty at a time. People are links. */
export function TableView({ panel, onOpen }: TableViewProps): ReactNode {
  const t = useMessages(studyMessages);
  const [wanted, setFrom] = useState(0);
  const count = panel.rows.length;
  const from = wanted < count ? wanted : 0;
  const to = Math.min(from + PAGE, count);
  return (
    <>
      <Rows panel={panel} from={from} to={to} onOpen={onOpen} />
      {count > PAGE && (
        <p className="pager screen-only">
          <Button kind="quiet" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - PAGE))}>
            {t('earlier')}
          </Button>
          {t('rows', { from: from + 1, to, count })}
          <Button kind="quiet" disabled={to >= count} onClick={() => setFrom(from + PAGE)}>
            {t('later')}
          </Button>
        </p>
      )}
    </>
  );
}

interface RowsProps extends TableViewProps {
  readonly from: number;
  readonly to: number;
}

function Rows({ panel: { columns, rows, title }, from, to, onOpen }: RowsProps): ReactNode {
  const word = useWord();
  const numeric = columns.map((_, column) =>
    rows.every((row) => row[column] === null || typeof row[column] === 'number'),
  );
  return (
    <div className="board-table" tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, about }, column) => (
              <th key={name} scope="col" title={about} className={numeric[column] === true ? 'number' : undefined}>
                {word(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, to).map((row, place) => (
            <Line key={from + place} {...{ row, columns, numeric }} onOpen={onOpen && (() => onOpen(from + place))} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly row: Row;
  readonly columns: Panel['columns'];
  readonly numeric: readonly boolean[];
  readonly onOpen: (() => void) | undefined;
}

function Line({ row, columns, numeric, onOpen }: LineProps): ReactNode {
  return (
    <tr>
      {row.map((cell, column) => (
        <td key={columns[column]?.name ?? column} className={numeric[column] === true ? 'number' : undefined}>
          <Content cell={cell} column={columns[column]?.name ?? ''} onOpen={column === 0 ? onOpen : undefined} />
        </td>
      ))}
    </tr>
  );
}

function Content({
  cell,
  column,
  onOpen,
}: {
  cell: Cell;
  column: string;
  onOpen: (() => void) | undefined;
}): ReactNode {
  const shown = useShown();
  const { siteName } = useStudyAbout();
  const text = column === 'site' && typeof cell === 'string' ? siteName(cell) : shown(cell, column);
  if (column === 'person' && typeof cell === 'string')
    return (
      <Link to="/staff/people/$participantId" params={{ participantId: cell }}>
        {cell}
      </Link>
    );
  if (onOpen === undefined) return text;
  return (
    <button type="button" className="as-link" onClick={onOpen}>
      {text}
    </button>
  );
}
