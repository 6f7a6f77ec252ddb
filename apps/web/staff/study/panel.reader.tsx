import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import type { Panel } from './board.table.ts';
import { useShown, useWord } from './board.words.ts';
import { studyMessages } from './study.messages.ts';

interface ReaderProps {
  readonly panel: Panel;
  readonly title: string;
  readonly plot: (at: number | undefined) => ReactNode;
  readonly onOpen: ((row: number) => void) | undefined;
}

/** How many rows a key goes. */
const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
  ...{ PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity },
};
/** A row of more is read from its table. */
const MOST_READ = 24;

/** Every plot can be read with arrow keys, row by row, as its table has it; Enter opens what is behind a row, Escape stops reading. */
export function Reader({ panel, title, plot, onOpen }: ReaderProps): ReactNode {
  const t = useMessages(studyMessages);
  const [at, setAt] = useState<number>();
  const last = panel.rows.length - 1;
  const here = at === undefined ? undefined : Math.min(at, last);
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return setAt(undefined);
    if (event.key === 'Enter' && here !== undefined) return onOpen?.(here);
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(last, (here ?? -1) + by)));
  };
  return (
    <>
      <div
        className="plot"
        role="application"
        tabIndex={0}
        aria-label={t(onOpen === undefined ? 'read' : 'readAndOpen', { title })}
        onKeyDown={move}
        onBlur={() => setAt(undefined)}
      >
        {plot(here)}
      </div>
      <p className="reading" role="status">
        {here !== undefined && <Reading panel={panel} at={here} />}
      </p>
    </>
  );
}

function Reading({ panel: { rows, columns }, at }: { readonly panel: Panel; readonly at: number }): ReactNode {
  const t = useMessages(studyMessages);
  const word = useWord();
  const shown = useShown();
  const text = (rows[at] ?? [])
    .slice(0, MOST_READ)
    .map((cell, place) => `${word(columns[place]?.name ?? '')} ${shown(cell, columns[place]?.name)}`)
    .join(', ');
  return t('reading', { row: at + 1, count: rows.length, text });
}
