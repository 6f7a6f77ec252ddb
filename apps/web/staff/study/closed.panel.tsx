import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import type { PanelName } from './panel.list.ts';
import { studyMessages } from './study.messages.ts';

/** A panel that waits for the lock, and why. */
export function Closed({ name, planVersion }: { readonly name: PanelName; readonly planVersion: number }): ReactNode {
  const t = useMessages(studyMessages);
  return (
    <section className="panel closed" data-panel={name}>
      <h2>{t(name)}</h2>
      <p>
        <strong>{t('closed')}.</strong> {t('closedWhy')}
      </p>
      <p>{planVersion === 0 ? t('closedNoPlan') : t('closedPlan', { version: planVersion })}</p>
      <p className="soft">{t('closedOthers')}</p>
    </section>
  );
}
