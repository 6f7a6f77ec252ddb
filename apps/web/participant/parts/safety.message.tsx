import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { safetyMessages } from './safety.messages.ts';
import { Contacts, type Watch } from './safety.tsx';

/** Said at once when an answer is a matter of safety, with or without a connection. */
export function SafetyMessage({ watch }: { readonly watch: Watch }): ReactNode {
  const t = useMessages(safetyMessages);
  return (
    <section className="p-safety" role="alert">
      <p>
        <b>{t('thanks')}</b> {t('ifYouMight')}
      </p>
      <Contacts watch={watch} />
      <p>{t('notLive')}</p>
    </section>
  );
}
