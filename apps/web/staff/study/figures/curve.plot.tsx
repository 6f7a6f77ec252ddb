import type { ReactNode } from 'react';
import { scaleLinear } from 'd3-scale';
import type { Panel, Row } from '../board.table.ts';
import { numberText } from '../board.text.ts';
import { useWord } from '../board.words.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { studyMessages } from '../study.messages.ts';
import { LeftAxis } from './axes.tsx';
import { Figure } from './figure.tsx';

const [TOP, CURVE, GAP, ROW, LEFT, END] = [32, 220, 26, 18, 190, 12];
/** Columns of the choices in the table of a specification curve, and what each is called. */
const CHOICES = ['definition', 'denominator', 'metric', 'informant', 'lag', 'model'] as const;

/** A specification curve (Simonsohn et al. 2020): every answer with its interval, and below it the choices that made it. */
export function CurvePlot({ panel, at }: { readonly panel: Panel; readonly at: number | undefined }): ReactNode {
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const choices = choicesOf(panel);
  const height = TOP + CURVE + GAP + choices.length * ROW + 12;
  const values = panel.rows.flatMap((row) => [row[7], row[8], row[9]].flatMap((each) => (each === null ? [] : each)));
  const numbers = values.filter((value) => typeof value === 'number');
  return (
    <Figure height={height}>
      {(width) => {
        const left = Math.min(LEFT, width * 0.4);
        const x = scaleLinear([0, Math.max(1, panel.rows.length - 1)], [left + 8, width - END]);
        const y = scaleLinear([Math.min(0, ...numbers), Math.max(0, ...numbers)], [TOP + CURVE, TOP]).nice(5);
        return (
          <>
            <LeftAxis
              {...{ left, right: width - END, top: TOP, label: t('perSdAxis') }}
              ticks={y.ticks(5).map((value) => ({ at: y(value), text: numberText(value, language) }))}
            />
            <line className="zero" x1={left} x2={width - END} y1={y(0)} y2={y(0)} />
            {at !== undefined && <line className="cursor" x1={x(at)} x2={x(at)} y1={TOP} y2={height - 8} />}
            {panel.rows.map((row, place) => (
              <Answer key={place} {...{ row, x: x(place), y }} />
            ))}
            <Choices {...{ choices, panel, x, left }} />
          </>
        );
      }}
    </Figure>
  );
}

function Answer({ row, x, y }: { row: Row; x: number; y: (value: number) => number }): ReactNode {
  const [perSd, lower, upper] = [row[7], row[8], row[9]];
  if (typeof perSd !== 'number') return null;
  const sure = typeof lower === 'number' && typeof upper === 'number' && (lower > 0 || upper < 0);
  return (
    <g className={sure ? 'answer sure' : 'answer'}>
      {typeof lower === 'number' && typeof upper === 'number' && <line x1={x} x2={x} y1={y(lower)} y2={y(upper)} />}
      <circle cx={x} cy={y(perSd)} r={sure ? 3 : 2} />
    </g>
  );
}

interface Choice {
  readonly column: number;
  readonly value: string;
  readonly name: string;
}

/** Choices that differ between specifications; what all share says nothing. */
function choicesOf({ rows, columns }: Panel): readonly Choice[] {
  return CHOICES.flatMap((name) => {
    const column = columns.findIndex((each) => each.name === name);
    const found = [...new Set(rows.map((row) => String(row[column] ?? '')))].sort();
    return found.length < 2 ? [] : found.map((value) => ({ column, value, name }));
  });
}

interface ChoicesProps {
  readonly choices: readonly Choice[];
  readonly panel: Panel;
  readonly x: (place: number) => number;
  readonly left: number;
}

function Choices({ choices, panel: { rows }, x, left }: ChoicesProps): ReactNode {
  const word = useWord();
  return choices.map(({ column, value, name }, order) => {
    const y = TOP + CURVE + GAP + order * ROW;
    const first = choices[order - 1]?.name !== name;
    const marks = rows.flatMap((row, place) =>
      String(row[column] ?? '') === value ? [`M${x(place).toFixed(1)},${y - 5}v10`] : [],
    );
    return (
      <g key={`${name} ${value}`} className="choice-row">
        {first && <line className="grid" x1={0} x2={x(rows.length - 1)} y1={y - ROW / 2} y2={y - ROW / 2} />}
        <text className="bar-name" x={left - 10} y={y} dy="0.32em" textAnchor="end">
          {name === 'lag' ? `${word(name)} ${value}` : word(value)}
        </text>
        <path d={marks.join('')} />
      </g>
    );
  });
}
