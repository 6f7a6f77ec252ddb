import type { ReactNode } from 'react';
import { Link, useSearch } from '../parts/way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { SafetyMessage } from '../parts/safety.message.tsx';
import { useDay, usePhone } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import { useSignal } from '../store/signal.ts';
import { taskMessages } from './task.messages.ts';

/** It is kept; whether it is on its way too. */
export function SavedScreen(): ReactNode {
  const t = useMessages(taskMessages);
  const shell = useMessages(shellMessages);
  const risk = useSearch('risk');
  const day = useDay();
  const waits = useSignal(usePhone().outbox.waiting).length > 0;
  return (
    <Frame back={['/', shell('today')]}>
      <h1>{t('savedTitle')}</h1>
      <p role="status">{waits ? t('savedWaits') : t('savedSent')}</p>
      {risk === undefined ? null : <SafetyMessage watch={day?.known.watch ?? null} />}
      <Link className="p-button" href="/">
        {t('backToday')}
      </Link>
    </Frame>
  );
}
