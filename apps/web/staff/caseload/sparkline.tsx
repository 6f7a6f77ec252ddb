import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { caseloadMessages } from './caseload.messages.ts';
import type { CaseloadPerson } from './caseload.read.ts';

const WIDTH = 84;
const HEIGHT = 26;
const EDGE = 4;

type Score = CaseloadPerson['trend'][number];

/** Where each score stands: days from left to right, and the range of all people from bottom to top. */
export function pointsOf(
  trend: readonly Score[],
  [low, high]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const days = trend.map(({ date }) => Date.parse(`${date}T00:00:00Z`) / 86_400_000);
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const across = last - first || 1;
  const up = high - low || 1;
  return trend.map(({ total }, index) => [
    EDGE + (((days[index] ?? first) - first) / across) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - ((total - low) / up) * (HEIGHT - 2 * EDGE),
  ]);
}

interface SparklineProps {
  readonly person: CaseloadPerson;
  /** Lowest and highest total on the caseload, so that lines can be compared. */
  readonly range: readonly [number, number];
}

/** The last totals of an instrument; the newest is written out. Left out where the protocol gives no feedback. */
export function Sparkline({ person: { trend, trendInstrumentId, outcomeFeedback }, range }: SparklineProps): ReactNode {
  const t = useMessages(caseloadMessages);
  const [first, last] = [trend[0], trend.at(-1)];
  if (outcomeFeedback === 'WITHHELD') return <span className="soft small">{t('noFeedback')}</span>;
  if (first === undefined || last === undefined) return <span className="soft small">{t('noScores')}</span>;
  const points = pointsOf(trend, range);
  const end = points.at(-1);
  const values = { instrument: (trendInstrumentId ?? '').toUpperCase(), first: first.total, last: last.total };
  return (
    <span className="sparkline">
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
        {end !== undefined && <circle cx={end[0]} cy={end[1]} r="2.6" />}
      </svg>
      <span aria-hidden="true">{last.total}</span>
      <span className="visually-hidden">{t('scores', { ...values, count: trend.length })}</span>
    </span>
  );
}
