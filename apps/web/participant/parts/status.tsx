import type { ReactNode } from 'react';
import { Link } from './way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { usePhone } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import { useSignal } from '../store/signal.ts';

/** How things stand, in a few words; leads to what waits. */
export function Status(): ReactNode {
  const t = useMessages(shellMessages);
  const { outbox } = usePhone();
  const waiting = useSignal(outbox.waiting).length;
  const refused = useSignal(outbox.refused).length;
  const calm = waiting === 0 && refused === 0;
  const text =
    refused > 0 ? t('refused', { count: refused }) : waiting > 0 ? t('saved', { count: waiting }) : t('allSent');
  return (
    <p className={calm ? 'p-status' : 'p-status p-status-waits'} role="status">
      <span aria-hidden="true" className="p-dot" />
      {calm ? text : <Link href="/unsent">{text}</Link>}
    </p>
  );
}
