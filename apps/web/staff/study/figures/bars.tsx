import type { ReactNode } from 'react';
import { scaleLinear } from 'd3-scale';
import { useMessages } from '../../../language/language.context.tsx';
import { studyMessages } from '../study.messages.ts';
import { BottomAxis } from './axes.tsx';
import { Figure } from './figure.tsx';

export interface BarPart {
  readonly value: number;
  /** A class. */
  readonly colour: string;
  readonly title: string;
  /** The row of the panel’s table that it is of. */
  readonly row: number;
}

export interface Bar {
  readonly name: string;
  /** Beside each other; from the start again where they are `over`. */
  readonly parts: readonly BarPart[];
  /** At its end. */
  readonly told?: string;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly label: string;
  readonly at: number | undefined;
  /** Parts lie over one another, each from zero, rather than one after another. */
  readonly over?: boolean;
  readonly onOpen: (row: number) => void;
}

const [ROW, BAR, TOP, BOTTOM] = [34, 20, 6, 44];

/** Bars from left to right; each part opens what is behind it. */
export function Bars({ bars, label, at, over = false, onOpen }: BarsProps): ReactNode {
  const longest = Math.max(0, ...bars.map(({ name }) => name.length));
  const most = Math.max(1, ...bars.map(({ parts }) => lengthOf(parts, over)));
  const height = TOP + bars.length * ROW + BOTTOM;
  return (
    <Figure height={height}>
      {(width) => {
        const left = Math.min(width * 0.4, 24 + longest * 7);
        const x = scaleLinear([0, most], [left, width - 56]).nice(5);
        return (
          <>
            <BottomAxis
              {...{ left, right: width - 56, y: height - BOTTOM, label }}
              ticks={x
                .ticks(Math.max(2, Math.floor(width / 140)))
                .filter(Number.isInteger)
                .map((value) => ({ at: x(value), text: String(value) }))}
            />
            {bars.map((bar, place) => (
              <g key={`${place} ${bar.name}`} transform={`translate(0,${TOP + place * ROW})`}>
                <text className="bar-name" x={left - 10} y={ROW / 2} dy="0.32em" textAnchor="end">
                  {shortened(bar.name, Math.floor((left - 16) / 7))}
                  <title>{bar.name}</title>
                </text>
                <Parts {...{ parts: bar.parts, x, at, over, onOpen }} />
                <text className="bar-told" x={width - 48} y={ROW / 2} dy="0.32em">
                  {bar.told}
                </text>
              </g>
            ))}
          </>
        );
      }}
    </Figure>
  );
}

const lengthOf = (parts: readonly BarPart[], over: boolean): number =>
  over ? Math.max(0, ...parts.map(({ value }) => value)) : parts.reduce((sum, { value }) => sum + value, 0);

interface PartsProps extends Pick<BarsProps, 'at' | 'over' | 'onOpen'> {
  readonly parts: readonly BarPart[];
  readonly x: (value: number) => number;
}

function Parts({ parts, x, at, over = false, onOpen }: PartsProps): ReactNode {
  const t = useMessages(studyMessages);
  return parts.map((part, order) => {
    const from = over ? 0 : parts.slice(0, order).reduce((sum, { value }) => sum + value, 0);
    return (
      <rect
        key={part.title}
        className={`bar ${part.colour}${part.row === at ? ' marked' : ''}`}
        {...{ x: x(from), width: Math.max(0, x(from + part.value) - x(from)) }}
        {...{ y: (ROW - BAR) / 2, height: BAR }}
        onClick={() => onOpen(part.row)}
      >
        <title>{`${part.title} · ${t('opens')}`}</title>
      </rect>
    );
  });
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
