import type { ReactNode } from 'react';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { dayOfMonth } from '../board.text.ts';
import type { Panel } from '../board.table.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { studyMessages } from '../study.messages.ts';
import { BottomAxis, LeftAxis } from './axes.tsx';
import { Figure } from './figure.tsx';
import { Legend } from './legend.tsx';
import { spread } from './spread.ts';

const HEIGHT = 260;
const [TOP, BOTTOM, LEFT, END] = [28, 44, 44, 16];
const WEEK = 7 * 86_400_000;

interface Point {
  readonly week: number;
  readonly total: number;
  readonly target: number | null;
}

/** People so far, week by week, and the line that was planned. */
export function RecruitmentPlot({ panel, at }: { readonly panel: Panel; readonly at: number | undefined }): ReactNode {
  const t = useMessages(studyMessages);
  const points = weeksOf(panel);
  const planned = points.filter(({ target }) => target !== null);
  return (
    <>
      <Legend
        of={[
          { name: t('enrolledSoFar'), colour: 'series-0' },
          ...(planned.length > 0 ? [{ name: t('planned'), colour: 'series-2' }] : []),
        ]}
      />
      <Figure height={HEIGHT}>
        {(width) => (
          <Lines {...{ points, planned, width }} marked={at === undefined ? undefined : String(panel.rows[at]?.[0])} />
        )}
      </Figure>
    </>
  );
}

interface LinesProps {
  readonly points: readonly Point[];
  readonly planned: readonly Point[];
  readonly width: number;
  /** The week that is read. */
  readonly marked: string | undefined;
}

function Lines({ points, planned, width, marked }: LinesProps): ReactNode {
  const { language } = useLanguage();
  const t = useMessages(studyMessages);
  const [first = 0] = points.map(({ week }) => week);
  const newest = points.at(-1);
  // Steps go on to the end of the drawing.
  const x = scaleLinear([first, (newest?.week ?? first) + 2 * WEEK], [LEFT, width - END]);
  const steps = newest === undefined ? [] : [...points, { ...newest, week: newest.week + WEEK }];
  const most = Math.max(1, ...points.flatMap(({ total, target }) => [total, target ?? 0]));
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(5);
  const path = line<Point>().x(({ week }) => x(week + WEEK));
  const whole = y.ticks(5).filter(Number.isInteger);
  const weeks = spread(points, Math.max(2, Math.floor(width / 90)));
  const read = marked === undefined ? undefined : x(Date.parse(marked) + WEEK);
  return (
    <>
      <LeftAxis
        {...{ left: LEFT, right: width - END, top: TOP, label: t('people') }}
        ticks={whole.map((value) => ({ at: y(value), text: String(value) }))}
      />
      <BottomAxis
        {...{ left: LEFT, right: width - END, y: HEIGHT - BOTTOM }}
        ticks={weeks.map(({ week }) => ({ at: x(week), text: dayOfMonth(week, language) }))}
      />
      {read !== undefined && <line className="cursor" x1={read} x2={read} y1={TOP} y2={HEIGHT - BOTTOM} />}
      <path className="line dashed series-2" d={path.y(({ target }) => y(target ?? 0))(planned) ?? ''} />
      <path className="line series-0" d={path.curve(curveStepAfter).y(({ total }) => y(total))(steps) ?? ''} />
    </>
  );
}

/** The last row of each week, after all sites were counted. */
function weeksOf({ rows }: Panel): readonly Point[] {
  const weeks = new Map<number, Point>();
  for (const [week, , , total, target] of rows) {
    const at = Date.parse(String(week));
    weeks.set(at, { week: at, total: Number(total), target: typeof target === 'number' ? target : null });
  }
  return [...weeks.values()];
}
