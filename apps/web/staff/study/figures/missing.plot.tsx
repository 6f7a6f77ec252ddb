import type { ReactNode } from 'react';
import type { Panel } from '../board.table.ts';
import { useWord } from '../board.words.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { shareText } from '../board.text.ts';
import { studyMessages } from '../study.messages.ts';
import { type Bar, type BarPart, Bars } from './bars.tsx';
import { Legend } from './legend.tsx';

const STATUSES = ['received', 'early', 'late', 'pending', 'missed', 'overdue'] as const;

interface MissingPlotProps {
  readonly panel: Panel;
  readonly at: number | undefined;
  readonly onOpen: (row: number) => void;
}

/** What became of measures, one bar an occasion. */
export function MissingPlot({ panel, at, onOpen }: MissingPlotProps): ReactNode {
  const word = useWord();
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const occasions = [...new Set(panel.rows.map(([instrument, occasion]) => `${instrument} ${occasion}`))];
  const bars = occasions.map((name): Bar => {
    const parts = STATUSES.flatMap((status) => partOf(panel, { name, status, said: word(status), at }));
    const all = parts.reduce((sum, { value }) => sum + value, 0);
    const came = parts.filter(({ colour }) => /-(received|early|late)$/.test(colour));
    const share = came.reduce((sum, { value }) => sum + value, 0) / Math.max(1, all);
    return { name, parts, told: shareText(share, language) };
  });
  const shown = STATUSES.filter((status) => panel.rows.some((row) => row[3] === status));
  return (
    <>
      <Legend of={shown.map((status) => ({ name: word(status), colour: `status-${status}` }))} />
      <Bars {...{ bars, at, onOpen, label: t('measures') }} />
    </>
  );
}

interface PartRequest {
  readonly name: string;
  readonly status: string;
  readonly said: string;
  readonly at: number | undefined;
}

/** All rows of one status on one occasion: the table tells sites and reasons apart, the bar does not. */
function partOf({ rows }: Panel, { name, status, said, at }: PartRequest): readonly BarPart[] {
  const mine = rows.flatMap((row, place) => (`${row[0]} ${row[1]}` === name && row[3] === status ? [place] : []));
  const [first] = mine;
  if (first === undefined) return [];
  const value = mine.reduce((sum, place) => sum + Number(rows[place]?.[5] ?? 0), 0);
  const row = at !== undefined && mine.includes(at) ? at : first;
  return [{ value, row, colour: `status-${status}`, title: `${name}: ${said} ${value}` }];
}
