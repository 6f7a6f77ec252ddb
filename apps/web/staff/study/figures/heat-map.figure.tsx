import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Panel } from '../board.table.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { shareText } from '../board.text.ts';
import { studyMessages } from '../study.messages.ts';
import { useWidth } from './figure.tsx';
import { CellPaths, HeatAxis, HeatLegend, paint } from './heat-map.cells.tsx';
import { BEFORE, type Grid, MOST_DRAWN } from './heat-map.grid.ts';

const LEFT = 8;

interface HeatMapProps {
  readonly panel: Panel;
  /** The row that is read. */
  readonly at: number | undefined;
  readonly onOpen: (row: number) => void;
}

/** Person by week; a row opens its person. */
export function HeatMap({ panel, at, onOpen }: HeatMapProps): ReactNode {
  const { place, width } = useWidth();
  const [under, setUnder] = useState<{ readonly row: number; readonly week: number }>();
  const weeks = Math.max(0, panel.columns.length - BEFORE);
  const { rows } = panel;
  const grid = useMemo((): Grid => {
    const line = rows.length <= 60 ? 10 : rows.length <= 150 ? 6 : rows.length <= 400 ? 3 : 1.5;
    return { rows, weeks, line, left: LEFT, cell: Math.max(1, (width - LEFT * 2) / Math.max(1, weeks)) };
  }, [rows, weeks, width]);
  const find = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent): void => {
    const [row, week] = [Math.floor(offsetY / grid.line), Math.floor((offsetX - LEFT) / grid.cell)];
    setUnder(rows[row] !== undefined && week >= 0 && week < weeks ? { row, week } : undefined);
  };
  const painted = rows.length * weeks > MOST_DRAWN;
  return (
    <>
      <HeatLegend />
      <div
        className="heat"
        ref={place}
        onPointerMove={find}
        onPointerLeave={() => setUnder(undefined)}
        onClick={() => under !== undefined && onOpen(under.row)}
      >
        {width > 0 && (painted ? <Painted grid={grid} at={at} /> : <Drawn grid={grid} at={at} />)}
      </div>
      {width > 0 && <HeatAxis grid={grid} width={width} />}
      <Under panel={panel} under={under} />
    </>
  );
}

/** What the pointer is over. */
function Under({
  panel: { rows },
  under,
}: {
  readonly panel: Panel;
  readonly under: { readonly row: number; readonly week: number } | undefined;
}): ReactNode {
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const row = under === undefined ? undefined : rows[under.row];
  if (row === undefined || under === undefined) return <p className="under soft screen-only">{t('pointAtACell')}</p>;
  const value = row[BEFORE + under.week];
  const told = typeof value !== 'number' ? t('nothingDue') : value < 0 ? t('untold') : shareText(value, language);
  return (
    <p className="under soft screen-only">
      {t('cell', { person: String(row[0]), site: String(row[1] ?? '–'), week: under.week + 1, value: told })}
    </p>
  );
}

interface GridProps {
  readonly grid: Grid;
  readonly at: number | undefined;
}

function Drawn({ grid, at }: GridProps): ReactNode {
  const height = grid.rows.length * grid.line;
  const width = grid.left * 2 + grid.weeks * grid.cell;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <CellPaths grid={grid} />
      {at !== undefined && (
        <rect className="row-frame" x={1} y={at * grid.line} width={width - 2} height={Math.max(3, grid.line)} />
      )}
    </svg>
  );
}

/** The theme’s colours are read when it paints, and again when the theme changes. */
function Painted({ grid, at }: GridProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = Math.ceil(grid.rows.length * grid.line);
  const width = Math.ceil(grid.left * 2 + grid.weeks * grid.cell);
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return undefined;
    const again = (): void => paint(current, { grid, at, width, height });
    again();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    const chosen = new MutationObserver(again);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      dark.removeEventListener('change', again);
      chosen.disconnect();
    };
  }, [grid, at, width, height]);
  return <canvas ref={canvas} data-cells={grid.rows.length * grid.weeks} aria-hidden="true" />;
}
