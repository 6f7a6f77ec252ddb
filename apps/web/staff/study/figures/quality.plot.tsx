import type { ReactNode } from 'react';
import { scaleLog } from 'd3-scale';
import type { Panel } from '../board.table.ts';
import { hoursText } from '../board.text.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { studyMessages } from '../study.messages.ts';
import { BottomAxis } from './axes.tsx';
import { Figure } from './figure.tsx';
import { SeriesLegend } from './legend.tsx';
import { Symbol } from './symbol.tsx';

const [ROW, TOP, BOTTOM] = [52, 22, 48];
/** What the axis marks, in hours: from minutes to a year. */
const TICKS = [0.1, 1, 6, 24, 48, 168, 720, 2_160, 8_760];
const LEAST = 0.1;

interface QualityPlotProps {
  readonly panel: Panel;
  readonly at: number | undefined;
  readonly nameOf: (site: string) => string;
}

interface Lag {
  readonly median: number;
  readonly most: number;
}

/** How long after something happened each site records it: the median, and how far nine of ten reach. */
export function QualityPlot({ panel, at, nameOf }: QualityPlotProps): ReactNode {
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const place = (name: string): number => panel.columns.findIndex((column) => column.name === name);
  const lagOf = (row: Panel['rows'][number], median: string, most: string): Lag | undefined => {
    const [from, to] = [row[place(median)], row[place(most)]];
    return typeof from === 'number' && typeof to === 'number' ? { median: from, most: to } : undefined;
  };
  const sites = panel.rows.map((row) => ({
    name: row[0] === null || row[0] === undefined ? t('unrecorded') : nameOf(String(row[0])),
    lags: [lagOf(row, 'median lag', '90 % within'), lagOf(row, 'session lag', 'session 90 %')],
  }));
  const late = Number(panel.figures['lateHours'] ?? 48);
  const longest = Math.max(late * 1.5, ...sites.flatMap(({ lags }) => lags.map((lag) => lag?.most ?? 0)));
  const height = TOP + sites.length * ROW + BOTTOM;
  return (
    <>
      <SeriesLegend names={[t('lagOfAttempts'), t('lagOfSessions')]} />
      <Figure height={height}>
        {(width) => {
          const left = Math.min(width * 0.35, 24 + Math.max(...sites.map(({ name }) => name.length), 4) * 8);
          const x = scaleLog([LEAST, longest], [left, width - 24]).clamp(true);
          return (
            <>
              <BottomAxis
                {...{ left, right: width - 24, y: height - BOTTOM, label: t('lagAxis') }}
                ticks={apart(TICKS.filter((hours) => hours <= longest).map((hours) => ({ at: x(hours), hours }))).map(
                  ({ at: where, hours }) => ({ at: where, text: hoursText(hours, language) }),
                )}
              />
              <line className="cursor" x1={x(late)} x2={x(late)} y1={TOP - 6} y2={height - BOTTOM} />
              <text className="cursor-text" x={x(late)} y={TOP - 10} textAnchor="middle">
                {t('lateFrom', { time: hoursText(late, language) })}
              </text>
              {sites.map(({ name, lags }, row) => (
                <g key={name} transform={`translate(0,${TOP + row * ROW + ROW / 2})`}>
                  {row === at && <rect className="row-marked" x={0} y={-ROW / 2} width={width} height={ROW} />}
                  <text className="bar-name" x={left - 10} dy="0.32em" textAnchor="end">
                    {name}
                  </text>
                  {lags.map((lag, series) => lag && <LagMark key={series} {...{ lag, series, x, language }} />)}
                </g>
              ))}
            </>
          );
        }}
      </Figure>
    </>
  );
}

interface LagMarkProps {
  readonly lag: Lag;
  readonly series: number;
  readonly x: (hours: number) => number;
  readonly language: Parameters<typeof hoursText>[1];
}

function LagMark({ lag: { median, most }, series, x, language }: LagMarkProps): ReactNode {
  const y = series === 0 ? -9 : 9;
  return (
    <g className={`series series-${series}`}>
      <line className="range" x1={x(Math.max(LEAST, median))} x2={x(Math.max(LEAST, most))} y1={y} y2={y} />
      <Symbol
        place={series}
        x={x(Math.max(LEAST, median))}
        y={y}
        title={`${hoursText(median, language)} – ${hoursText(most, language)}`}
      />
    </g>
  );
}

/** Ticks that have room beside the one before. */
function apart<Tick extends { readonly at: number }>(ticks: readonly Tick[]): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) if (tick.at - (kept.at(-1)?.at ?? -100) >= 64) kept.push(tick);
  return kept;
}
