import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Loading, Problem } from '../shell/parts.tsx';
import { type Panel, panelOf } from './board.table.ts';
import { useAsked } from './study.context.ts';
import { StudyCases, type StudyCasesQueryVariables } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';
import { TableView } from './table.view.tsx';

export type Place = StudyCasesQueryVariables['place'];

interface CasesProps {
  readonly place: Place;
  /** What was opened, as the panel says it. */
  readonly title: string;
  /** Of one site, where the row is of one. */
  readonly siteId?: string | undefined;
  readonly onClose: () => void;
}

/** The records behind a bar or a cell, each with its person. */
export function Cases({ place, title, siteId, onClose }: CasesProps): ReactNode {
  const { studyId, asOf, search } = useAsked();
  const asked = { studyId, asOf, place, siteId: siteId ?? search.site ?? null };
  const { data, error, refetch } = useRead(StudyCases, asked);
  if (error !== null) return <Problem error={error} again={() => void refetch()} />;
  return <ListFrame title={title} panel={data && panelOf(data.panel)} onClose={onClose} />;
}

interface ListFrameProps {
  readonly title: string;
  readonly panel: Panel | undefined;
  readonly onClose: () => void;
}

/** A list that a place of the board has opened. It takes the focus, so that keys go on from there. */
export function ListFrame({ title, panel, onClose }: ListFrameProps): ReactNode {
  const t = useMessages(studyMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section className="cases" aria-label={title}>
      <header>
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <Button kind="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      </header>
      {panel === undefined ? (
        <Loading />
      ) : panel.rows.length === 0 ? (
        <p>{t('noCases')}</p>
      ) : (
        <TableView panel={panel} />
      )}
      {panel?.figures['more'] === true && <p className="soft">{t('moreCases')}</p>}
    </section>
  );
}
