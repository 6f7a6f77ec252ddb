import type { ReactNode } from 'react';
import { scaleLinear } from 'd3-scale';
import type { Cell, Panel } from '../board.table.ts';
import { numberText } from '../board.text.ts';
import { useWord } from '../board.words.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { studyMessages } from '../study.messages.ts';
import { BottomAxis, LeftAxis } from './axes.tsx';
import { Figure } from './figure.tsx';

const HEIGHT = 340;
const [TOP, BOTTOM, LEFT, END] = [32, 52, 48, 20];

interface Point {
  readonly row: number;
  readonly homework: number;
  readonly change: number;
  readonly title: string;
}

interface AssociationPlotProps {
  readonly panel: Panel;
  readonly at: number | undefined;
  readonly onOpen: (row: number) => void;
}

/** Homework beside the change that followed, a dot an interval, and a plain line through them for the eye. */
export function AssociationPlot({ panel, at, onOpen }: AssociationPlotProps): ReactNode {
  const t = useMessages(studyMessages);
  const word = useWord();
  const { language } = useLanguage();
  const points = panel.rows.map(([person, interval, homework, , , change], row): Point => ({
    ...{ row, homework: Number(homework), change: Number(change) },
    title: `${person}, ${word('interval')} ${interval}: ${numberText(Number(homework), language)} → ${numberText(Number(change), language)}`,
  }));
  const { slope, intercept, metric } = panel.figures;
  return (
    <Figure height={HEIGHT}>
      {(width) => {
        const doses = points.map(({ homework }) => homework);
        const changes = points.map(({ change }) => change);
        const [least, most] = [Math.min(0, ...doses), Math.max(1, ...doses)];
        const x = scaleLinear([least, most], [LEFT + 8, width - END]).nice(5);
        const y = scaleLinear([Math.min(-1, ...changes), Math.max(1, ...changes)], [HEIGHT - BOTTOM, TOP]).nice(6);
        return (
          <>
            <LeftAxis
              {...{ left: LEFT, right: width - END, top: TOP, label: t('changeAxis') }}
              ticks={y.ticks(6).map((value) => ({ at: y(value), text: numberText(value, language) }))}
            />
            <BottomAxis
              {...{ left: LEFT, right: width - END, y: HEIGHT - BOTTOM, label: word(String(metric ?? 'homework')) }}
              ticks={x
                .ticks(Math.max(2, Math.floor(width / 100)))
                .map((value) => ({ at: x(value), text: numberText(value, language) }))}
            />
            <line className="zero" x1={LEFT} x2={width - END} y1={y(0)} y2={y(0)} />
            <Dots {...{ points, x, y, at, onOpen }} />
            <FitLine {...{ slope, intercept, x, y, least, most }} />
          </>
        );
      }}
    </Figure>
  );
}

interface DotsProps extends Pick<AssociationPlotProps, 'at' | 'onOpen'> {
  readonly points: readonly Point[];
  readonly x: (homework: number) => number;
  readonly y: (change: number) => number;
}

function Dots({ points, x, y, at, onOpen }: DotsProps): ReactNode {
  const t = useMessages(studyMessages);
  return points.map(({ row, homework, change, title }) => (
    <circle
      key={row}
      className={row === at ? 'dot marked' : 'dot'}
      {...{ cx: x(homework), cy: y(change), r: row === at ? 7 : 4 }}
      onClick={() => onOpen(row)}
    >
      <title>{`${title} · ${t('opens')}`}</title>
    </circle>
  ));
}

interface FitLineProps extends Pick<DotsProps, 'x' | 'y'> {
  readonly slope: Cell | undefined;
  readonly intercept: Cell | undefined;
  readonly least: number;
  readonly most: number;
}

function FitLine({ slope, intercept, x, y, least, most }: FitLineProps): ReactNode {
  if (typeof slope !== 'number' || typeof intercept !== 'number') return null;
  const at = (dose: number): number => y(intercept + slope * dose);
  return <line className="fit-line" x1={x(least)} x2={x(most)} y1={at(least)} y2={at(most)} />;
}
