import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import type { Stage } from '../store/session.ts';
import { noticeMessages } from './notice.messages.ts';

/** Why this page is of no use here, and where to go instead. */
export function NoticeScreen(stage: Extract<Stage, { kind: 'staff' | 'unusable' }>): ReactNode {
  const t = useMessages(noticeMessages);
  return (
    <main className="p-frame p-screen">
      <h1>{stage.kind === 'staff' ? t('staffTitle') : t('unusableTitle')}</h1>
      <p>{stage.kind === 'staff' ? t('staffText') : t(stage.why)}</p>
      {stage.kind === 'staff' ? (
        <a className="p-button" href="/staff">
          {t('staffLink')}
        </a>
      ) : null}
    </main>
  );
}
