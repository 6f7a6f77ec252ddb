import { type ReactNode, useId, useRef, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import { csvOf, type Panel, saveFile } from './board.table.ts';
import { svgFile } from './figures/svg.file.ts';
import { Reader } from './panel.reader.tsx';
import { Provenance } from './provenance.tsx';
import { studyMessages } from './study.messages.ts';
import { TableView } from './table.view.tsx';

interface PanelFrameProps {
  readonly name: string;
  /** A question. */
  readonly title: string;
  readonly panel: Panel;
  /** Draws it, the row that is read marked; none for what is a table by nature. */
  readonly plot?: (at: number | undefined) => ReactNode;
  /** The plot is boxes or a table, which no SVG file holds. */
  readonly boxes?: boolean;
  /** Opens what is behind a row. */
  readonly onOpen?: (row: number) => void;
  readonly controls?: ReactNode;
  /** Between the plot and how it was counted. */
  readonly children?: ReactNode;
}

/** A panel: its question, its plot or table, what it says it is, and its data to take away. */
export function PanelFrame(props: PanelFrameProps): ReactNode {
  const { name, title, panel, plot, boxes = false, onOpen, controls, children } = props;
  const t = useMessages(studyMessages);
  const [asTable, setAsTable] = useState(plot === undefined);
  const figure = useRef<HTMLDivElement>(null);
  const heading = useId();
  const saveSvg = (): void => {
    const drawn = figure.current?.querySelector<SVGSVGElement>('.figure svg, .heat svg');
    if (drawn !== null && drawn !== undefined) saveFile(`${name}.svg`, 'image/svg+xml', svgFile(drawn));
  };
  const empty = panel.rows.length === 0;
  return (
    <section className="panel" aria-labelledby={heading} data-panel={name}>
      <header>
        <h2 id={heading}>{title}</h2>
        {!empty && (
          <PanelActs {...{ name, panel, asTable, setAsTable, saveSvg }} drawn={plot !== undefined} boxes={boxes} />
        )}
      </header>
      {controls}
      {empty && <p className="nothing">{t('none')}</p>}
      {!empty && asTable && <TableView panel={panel} onOpen={onOpen} />}
      {!empty && !asTable && plot !== undefined && (
        <div ref={figure}>
          <Reader panel={panel} title={title} plot={plot} onOpen={onOpen} />
        </div>
      )}
      {children}
      <Provenance panel={panel} />
    </section>
  );
}

interface PanelActsProps {
  readonly name: string;
  readonly panel: Panel;
  readonly drawn: boolean;
  readonly boxes: boolean;
  readonly asTable: boolean;
  readonly setAsTable: (asTable: boolean) => void;
  readonly saveSvg: () => void;
}

function PanelActs({ name, panel, drawn, boxes, asTable, setAsTable, saveSvg }: PanelActsProps): ReactNode {
  const t = useMessages(studyMessages);
  return (
    <div className="panel-acts screen-only">
      {drawn && (
        <Button kind="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t('table')}
        </Button>
      )}
      <Button kind="quiet" onClick={() => saveFile(`${name}.csv`, 'text/csv', csvOf(panel))}>
        {t('csv')}
      </Button>
      {drawn && !boxes && !asTable && (
        <Button kind="quiet" onClick={saveSvg}>
          {t('svg')}
        </Button>
      )}
    </div>
  );
}
