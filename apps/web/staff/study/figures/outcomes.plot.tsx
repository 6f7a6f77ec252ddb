import type { ReactNode } from 'react';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Panel } from '../board.table.ts';
import { numberText } from '../board.text.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { studyMessages } from '../study.messages.ts';
import { BottomAxis, LeftAxis } from './axes.tsx';
import { Figure } from './figure.tsx';
import { SeriesLegend } from './legend.tsx';
import { Symbol } from './symbol.tsx';

const HEIGHT = 320;
const [TOP, BOTTOM, LEFT, END] = [32, 52, 44, 20];

interface Point {
  readonly row: number;
  readonly arm: string;
  readonly occasion: string;
  readonly day: number;
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number;
}

/** Means over time with their intervals, a line an arm; one line where arms are masked. */
export function OutcomesPlot({ panel, at }: { readonly panel: Panel; readonly at: number | undefined }): ReactNode {
  const t = useMessages(studyMessages);
  const points = pointsOf(panel, t(panel.figures['byArm'] === true ? 'noArm' : 'everybody'));
  const arms = [...new Set(points.map(({ arm }) => arm))];
  return (
    <>
      <SeriesLegend names={arms} />
      <Figure height={HEIGHT}>
        {(width) => {
          const days = points.map(({ day }) => day);
          const x = scaleLinear([Math.min(0, ...days), Math.max(7, ...days)], [LEFT + 8, width - END]);
          const values = points.flatMap(({ mean, lower, upper }) => [mean, lower ?? mean, upper ?? mean]);
          const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [HEIGHT - BOTTOM, TOP]).nice(6);
          return (
            <>
              <LeftAxis
                {...{ left: LEFT, right: width - END, top: TOP, label: t('meanAxis') }}
                ticks={y.ticks(6).map((value) => ({ at: y(value), text: String(value) }))}
              />
              <BottomAxis
                {...{ left: LEFT, right: width - END, y: HEIGHT - BOTTOM, label: t('dayAxis') }}
                ticks={x
                  .ticks(Math.max(2, Math.floor(width / 90)))
                  .map((value) => ({ at: x(value), text: String(value) }))}
              />
              {arms.map((arm, place) => (
                <Arm key={arm} {...{ place, x, y, at }} points={points.filter((point) => point.arm === arm)} />
              ))}
            </>
          );
        }}
      </Figure>
    </>
  );
}

interface ArmProps {
  readonly points: readonly Point[];
  readonly place: number;
  readonly x: (day: number) => number;
  readonly y: (points: number) => number;
  readonly at: number | undefined;
}

function Arm({ points, place, x, y, at }: ArmProps): ReactNode {
  const { language } = useLanguage();
  const band = area<Point>()
    .defined(({ lower }) => lower !== null)
    .x(({ day }) => x(day))
    .y0(({ lower, mean }) => y(lower ?? mean))
    .y1(({ upper, mean }) => y(upper ?? mean));
  const path = line<Point>()
    .x(({ day }) => x(day))
    .y(({ mean }) => y(mean));
  const say = (value: number | null): string => (value === null ? '–' : numberText(value, language, 1));
  return (
    <g className={`series series-${place}`}>
      <path className="band" d={band(points) ?? ''} />
      <path className="line" d={path(points) ?? ''} />
      {points.map(({ row, arm, occasion, day, mean, lower, upper, n }) => (
        <Symbol
          key={row}
          {...{ place, x: x(day), y: y(mean), marked: row === at }}
          title={`${arm}, ${occasion}: ${say(mean)} (${say(lower)} – ${say(upper)}), n ${n}`}
        />
      ))}
    </g>
  );
}

function pointsOf({ rows }: Panel, together: string): readonly Point[] {
  return rows.flatMap(([arm, occasion, day, n, mean, lower, upper], row) =>
    typeof mean !== 'number'
      ? []
      : [
          {
            ...{ row, arm: arm === null || arm === undefined ? together : String(arm), occasion: String(occasion) },
            ...{ day: Number(day), mean, n: Number(n) },
            lower: typeof lower === 'number' ? lower : null,
            upper: typeof upper === 'number' ? upper : null,
          },
        ],
  );
}
