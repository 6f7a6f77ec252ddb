import { type ReactNode, useCallback } from 'react';
import type { Panel, Row } from './board.table.ts';
import { PlotFigure } from './plot.figure.tsx';

type PlotLibrary = typeof import('@observablehq/plot');
interface Drawn {
  readonly panel: Panel;
}

/** Blue and vermilion of Okabe & Ito (2008). */
const BLUE = '#0072b2';
const VERMILION = '#d55e00';
const at = (row: Row, column: number): number => Number(row[column] ?? Number.NaN);

/** People so far, and the line of the plan. */
export function RecruitmentPlot({ panel }: Drawn): ReactNode {
  const draw = useCallback(
    (plot: PlotLibrary, width: number) => {
      const points = panel.rows.map((row) => ({ week: new Date(String(row[0])), total: at(row, 3), target: row[4] }));
      const planned = points.filter(({ target }) => typeof target === 'number');
      return plot.plot({
        ...{ width, height: 220, y: { grid: true, label: 'people', zero: true } },
        marks: [
          plot.lineY(planned, { x: 'week', y: 'target', stroke: VERMILION, strokeDasharray: '6 4' }),
          plot.lineY(points, { x: 'week', y: 'total', stroke: BLUE, curve: 'step-after', strokeWidth: 2 }),
        ],
      });
    },
    [panel],
  );
  return <PlotFigure draw={draw} />;
}

/** What became of measures, by occasion. */
export function MissingPlot({ panel }: Drawn): ReactNode {
  const draw = useCallback(
    (plot: PlotLibrary, width: number) => {
      const counts = panel.rows.map((row) => ({
        occasion: `${String(row[0])} ${String(row[1])}`,
        status: String(row[3]),
        measures: at(row, 5),
      }));
      const occasions = [...new Set(counts.map(({ occasion }) => occasion))];
      return plot.plot({
        ...{ width, height: 40 + occasions.length * 22, marginLeft: 130, x: { grid: true, label: 'measures' } },
        y: { domain: occasions, label: null },
        color: {
          legend: true,
          domain: ['received', 'early', 'late', 'pending', 'missed', 'overdue'],
          range: [BLUE, '#56b4e9', '#009e73', '#bbbbbb', VERMILION, '#f0e442'],
        },
        marks: [
          plot.barX(
            counts,
            plot.groupY({ x: 'sum' }, { y: 'occasion', x: 'measures', fill: 'status', order: 'status' }),
          ),
        ],
      });
    },
    [panel],
  );
  return <PlotFigure draw={draw} />;
}

/** Means with their intervals, by day. */
export function OutcomesPlot({ panel }: Drawn): ReactNode {
  const draw = useCallback(
    (plot: PlotLibrary, width: number) => {
      const points = panel.rows.map((row) => ({ day: at(row, 1), mean: at(row, 3), lower: row[4], upper: row[5] }));
      return plot.plot({
        ...{ width, height: 260, x: { label: 'day since enrolment' }, y: { grid: true, label: 'mean, 95 % interval' } },
        marks: [
          plot.ruleX(points, { x: 'day', y1: 'lower', y2: 'upper', stroke: BLUE }),
          plot.lineY(points, { x: 'day', y: 'mean', stroke: BLUE }),
          plot.dot(points, { x: 'day', y: 'mean', fill: BLUE }),
        ],
      });
    },
    [panel],
  );
  return <PlotFigure draw={draw} />;
}

/** Homework beside the change that follows, and a plain line through it. */
export function AssociationPlot({ panel }: Drawn): ReactNode {
  const draw = useCallback(
    (plot: PlotLibrary, width: number) => {
      const points = panel.rows.map((row) => ({ homework: at(row, 2), change: at(row, 5) }));
      return plot.plot({
        ...{ width, height: 280, x: { label: 'homework' }, y: { grid: true, label: 'change, points' } },
        marks: [
          plot.ruleY([0]),
          plot.dot(points, { x: 'homework', y: 'change', fill: BLUE, fillOpacity: 0.4, r: 3 }),
          plot.linearRegressionY(points, { x: 'homework', y: 'change', stroke: VERMILION }),
        ],
      });
    },
    [panel],
  );
  return <PlotFigure draw={draw} />;
}

/** Every specification in order, with its interval. */
export function CurvePlot({ panel }: Drawn): ReactNode {
  const draw = useCallback(
    (plot: PlotLibrary, width: number) => {
      const points = panel.rows.map((row) => ({
        rank: at(row, 0),
        perSd: at(row, 7),
        lower: row[8],
        upper: row[9],
        model: row[6],
      }));
      return plot.plot({
        ...{ width, height: 300, x: { label: 'specification' }, y: { grid: true, label: 'points per SD of homework' } },
        marks: [
          plot.ruleX(points, { x: 'rank', y1: 'lower', y2: 'upper', stroke: '#888', strokeOpacity: 0.5 }),
          plot.ruleY([0]),
          plot.dot(points, { x: 'rank', y: 'perSd', fill: BLUE, r: 2 }),
        ],
      });
    },
    [panel],
  );
  return <PlotFigure draw={draw} />;
}

/** Shares completed, by whatever the homework is told apart. */
export function ExplorerPlot({ panel }: Drawn): ReactNode {
  const draw = useCallback(
    (plot: PlotLibrary, width: number) => {
      const parts = panel.rows.map((row) => ({
        part: String(row[0] ?? '–'),
        given: at(row, 1),
        completed: at(row, 3),
      }));
      return plot.plot({
        ...{
          width,
          height: 40 + parts.length * 30,
          marginLeft: 130,
          x: { grid: true, label: 'assignments, completed in blue' },
        },
        y: { label: null, domain: parts.map(({ part }) => part) },
        marks: [
          plot.barX(parts, { y: 'part', x: 'given', fill: '#cccccc' }),
          plot.barX(parts, { y: 'part', x: 'completed', fill: BLUE }),
        ],
      });
    },
    [panel],
  );
  return <PlotFigure draw={draw} />;
}
