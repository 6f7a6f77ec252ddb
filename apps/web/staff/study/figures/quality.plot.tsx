import type { ReactNode } from 'react';
import { scaleLog } from 'd3-scale';
import type { Panel, Row } from '../board.table.ts';
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
  const sites = panel.rows.map((row) => ({
    name: row[0] === null || row[0] === undefined ? t('unrecorded') : nameOf(String(row[0])),
    lags: [lagOf(panel, row, ['median lag', '90 % within']), lagOf(panel, row, ['session lag', 'session 90 %'])],
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
                ticks={ticksOf(x, longest).map(({ at: where, hours }) => ({
                  ...{ at: where, text: hoursText(hours, language) },
                }))}
              />
              <Late at={x(late)} bottom={height - BOTTOM} time={hoursText(late, language)} />
              {sites.map((site, row) => (
                <g key={site.name} transform={`translate(0,${TOP + row * ROW + ROW / 2})`}>
                  {row === at && <rect className="row-marked" x={0} y={-ROW / 2} width={width} height={ROW} />}
                  <Site {...site} x={x} left={left} />
                </g>
              ))}
            </>
          );
        }}
      </Figure>
    </>
  );
}

function lagOf({ columns }: Panel, row: Row, [median, most]: readonly [string, string]): Lag | undefined {
  const place = (name: string): number => columns.findIndex((column) => column.name === name);
  const [from, to] = [row[place(median)], row[place(most)]];
  return typeof from === 'number' && typeof to === 'number' ? { median: from, most: to } : undefined;
}

function Late({ at, bottom, time }: { at: number; bottom: number; time: string }): ReactNode {
  const t = useMessages(studyMessages);
  return (
    <>
      <line className="cursor" x1={at} x2={at} y1={TOP - 6} y2={bottom} />
      <text className="cursor-text" x={at} y={TOP - 10} textAnchor="middle">
        {t('lateFrom', { time })}
      </text>
    </>
  );
}

interface SiteProps {
  readonly name: string;
  readonly lags: readonly (Lag | undefined)[];
  readonly x: (hours: number) => number;
  readonly left: number;
}

function Site({ name, lags, x, left }: SiteProps): ReactNode {
  const { language } = useLanguage();
  return (
    <>
      <text className="bar-name" x={left - 10} dy="0.32em" textAnchor="end">
        {name}
      </text>
      {lags.map((lag, series) => lag && <LagMark key={series} {...{ lag, series, x, language }} />)}
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
function ticksOf(x: (hours: number) => number, longest: number) {
  const kept: { readonly at: number; readonly hours: number }[] = [];
  for (const hours of TICKS.filter((each) => each <= longest))
    if (x(hours) - (kept.at(-1)?.at ?? -100) >= 64) kept.push({ at: x(hours), hours });
  return kept;
}
