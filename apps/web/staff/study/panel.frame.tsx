import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import { csvOf, type Panel, saveFile } from './board.table.ts';
import { studyMessages } from './study.messages.ts';
import { shown, TableView } from './table.view.tsx';

interface PanelFrameProps {
  readonly name: string;
  readonly title: string;
  readonly panel: Panel;
  /** Draws it; none for what is a table by nature. */
  readonly plot?: ReactNode;
  readonly controls?: ReactNode;
  readonly children?: ReactNode;
}

/** A panel: its question, its plot or table, what it says it is, and its data to take away. */
export function PanelFrame({ name, title, panel, plot, controls, children }: PanelFrameProps): ReactNode {
  const t = useMessages(studyMessages);
  const [asTable, setAsTable] = useState(plot === undefined);
  const figure = useRef<HTMLDivElement>(null);
  const heading = useId();
  const saveSvg = (): void => {
    const svg = figure.current?.querySelector('svg');
    if (svg === null || svg === undefined) return;
    saveFile(`${name}.svg`, 'image/svg+xml', new XMLSerializer().serializeToString(svg));
  };
  return (
    <section className="panel" aria-labelledby={heading} data-panel={name}>
      <header>
        <h2 id={heading}>{title}</h2>
        <p className="soft">{t('about', { count: panel.n, index: String(panel.logIndex) })}</p>
        <div className="acts screen-only">
          {plot !== undefined && (
            <Button kind="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {t(asTable ? 'plot' : 'table')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => saveFile(`${name}.csv`, 'text/csv', csvOf(panel))}>
            {t('csv')}
          </Button>
          {plot !== undefined && !asTable && (
            <Button kind="quiet" onClick={saveSvg}>
              {t('svg')}
            </Button>
          )}
        </div>
      </header>
      {controls}
      {panel.rows.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : asTable ? (
        <TableView panel={panel} />
      ) : (
        <div ref={figure}>
          <Reader panel={panel} title={title}>
            {plot}
          </Reader>
        </div>
      )}
      {children}
      <Provenance panel={panel} />
    </section>
  );
}

/** Every plot can be read with arrow keys, row by row, as its table has it. */
function Reader({ panel, title, children }: { panel: Panel; title: string; children: ReactNode }): ReactNode {
  const t = useMessages(studyMessages);
  const [at, setAt] = useState<number>();
  const { rows, columns } = panel;
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(rows.length - 1, at === undefined ? 0 : at + by)));
  };
  const row = at === undefined ? undefined : rows[at];
  const text = row
    ?.slice(0, 8)
    .map((cell, place) => `${columns[place]?.name ?? ''} ${shown(cell)}`)
    .join(', ');
  return (
    <>
      <div className="plot" role="application" tabIndex={0} aria-label={t('read', { title })} onKeyDown={move}>
        {children}
      </div>
      <p className="reading" aria-live="polite">
        {row === undefined ? '' : t('reading', { row: (at ?? 0) + 1, count: rows.length, text: text ?? '' })}
      </p>
    </>
  );
}

/** By which definition, over whom, and who is left out. */
function Provenance({ panel }: { readonly panel: Panel }): ReactNode {
  const t = useMessages(studyMessages);
  return (
    <details className="provenance">
      <summary>{t('howCounted')}</summary>
      <p>{panel.definition}</p>
      <p>{panel.denominator}</p>
      {panel.excluded.length > 0 && (
        <p>
          {t('excluded')}: {panel.excluded.map(({ reason, people }) => `${reason} (${people})`).join(', ')}
        </p>
      )}
    </details>
  );
}
