import type { ReactNode } from 'react';
import type { Panel } from '../board.table.ts';
import { useWord } from '../board.words.ts';
import { useLanguage, useMessages } from '../../../language/language.context.tsx';
import { shareText } from '../board.text.ts';
import { studyMessages } from '../study.messages.ts';
import { Bars } from './bars.tsx';
import { Legend } from './legend.tsx';

interface ExplorerPlotProps {
  readonly panel: Panel;
  readonly at: number | undefined;
  readonly onOpen: (row: number) => void;
}

/** How much homework there is of each part, and how much of it was tried and completed. */
export function ExplorerPlot({ panel, at, onOpen }: ExplorerPlotProps): ReactNode {
  const t = useMessages(studyMessages);
  const word = useWord();
  const { language } = useLanguage();
  const bars = panel.rows.map(([part, given, , completed, attempted], row) => {
    const name = part === null ? t('unrecorded') : word(String(part));
    const counts = [
      [t('given'), Number(given), 'status-pending'],
      [t('attempted'), Number(attempted), 'status-early'],
      [t('completed'), Number(completed), 'status-received'],
    ] as const;
    return {
      name,
      parts: counts.map(([said, value, colour]) => ({ value, colour, row, title: `${name}: ${said} ${value}` })),
      told: shareText(Number(completed) / Math.max(1, Number(given)), language),
    };
  });
  return (
    <>
      <Legend
        of={[
          { name: t('given'), colour: 'status-pending' },
          { name: t('attempted'), colour: 'status-early' },
          { name: t('completed'), colour: 'status-received' },
        ]}
      />
      <Bars {...{ bars, at, onOpen, over: true, label: t('assignments') }} />
    </>
  );
}
