import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { Panel } from './board.table.ts';
import { PlotFigure } from './plot.figure.tsx';

/** Person, site and status stand before the weeks. */
const BEFORE = 3;
/** More cells than this are painted, not drawn. */
const MOST_DRAWN = 10_000;
/** Cividis at five places (Nuñez et al. 2018): even to the eye, and the same to most colour-blind readers. */
const CIVIDIS = ['#00224e', '#434e6c', '#7d7c78', '#bcae6c', '#fee838'] as const;
const UNKNOWN = '#c9c9d1';

/** A value of 0 to 1 as a colour; −1, unknown, is grey. */
export function colourOf(value: number): string {
  if (value < 0) return UNKNOWN;
  const place = Math.round(Math.min(1, value) * (CIVIDIS.length - 1));
  return CIVIDIS[place] ?? UNKNOWN;
}

/** Person by week. */
export function HeatMap({ panel }: { readonly panel: Panel }): ReactNode {
  const cells = panel.rows.length * Math.max(0, panel.columns.length - BEFORE);
  return cells > MOST_DRAWN ? <PaintedHeatMap panel={panel} /> : <DrawnHeatMap panel={panel} />;
}

function DrawnHeatMap({ panel }: { readonly panel: Panel }): ReactNode {
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) => {
      const cells = panel.rows.flatMap((row) =>
        row
          .slice(BEFORE)
          .flatMap((value, week) =>
            typeof value === 'number'
              ? [{ person: String(row[0]), week: week + 1, value, colour: colourOf(value) }]
              : [],
          ),
      );
      return plot.plot({
        ...{ width, height: Math.max(120, panel.rows.length * 4 + 60), marginLeft: 16 },
        x: { label: 'week', type: 'band' },
        y: { axis: null },
        marks: [plot.cell(cells, { x: 'week', y: 'person', fill: 'colour', inset: 0.25 })],
      });
    },
    [panel],
  );
  return <PlotFigure draw={draw} />;
}

const CELL = { width: 12, height: 3 } as const;

function PaintedHeatMap({ panel }: { readonly panel: Panel }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const weeks = panel.columns.length - BEFORE;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    context.clearRect(0, 0, weeks * CELL.width, panel.rows.length * CELL.height);
    panel.rows.forEach((row, y) =>
      row.slice(BEFORE).forEach((value, week) => {
        if (typeof value !== 'number') return;
        context.fillStyle = colourOf(value);
        context.fillRect(week * CELL.width, y * CELL.height, CELL.width - 1, CELL.height);
      }),
    );
  }, [panel, weeks]);
  return <canvas ref={canvas} width={weeks * CELL.width} height={panel.rows.length * CELL.height} />;
}
