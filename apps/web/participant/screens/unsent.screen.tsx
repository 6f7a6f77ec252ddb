import '../../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { usePhone } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import { useSignal } from '../store/signal.ts';
import { wordsIn } from '../store/written.words.ts';
import type { Refused, Waiting } from '../store/waiting.ts';
import { recordMessages } from './record.messages.ts';

/** What waits on this phone, and what could not be taken. */
export function UnsentScreen(): ReactNode {
  const t = useMessages(recordMessages);
  const shell = useMessages(shellMessages);
  const phone = usePhone();
  const waiting = useSignal(phone.outbox.waiting);
  const refused = useSignal(phone.outbox.refused);
  const busy = useSignal(phone.busy);
  return (
    <Frame back={['/', shell('today')]}>
      <h1>{t('unsentTitle')}</h1>
      <p>{waiting.length === 0 ? t('nothingWaits') : t('unsentText')}</p>
      <ul className="p-list">
        {waiting.map((one) => (
          <li key={one.commandId} className="p-card">
            <Kept waiting={one} />
          </li>
        ))}
      </ul>
      {waiting.length === 0 ? null : (
        <button type="button" className="p-button" disabled={busy} onClick={() => void phone.sync()}>
          {busy ? shell('sending') : t('sendNow')}
        </button>
      )}
      {refused.length === 0 ? null : <RefusedList refused={refused} />}
    </Frame>
  );
}

function Kept({ waiting }: { readonly waiting: Waiting }): ReactNode {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const words = wordsIn(waiting.command);
  return (
    <>
      <h2>{waiting.title}</h2>
      <p className="p-soft">{dayAndTime(waiting.occurredAt, language)}</p>
      {words.length === 0 ? null : (
        <details className="p-more">
          <summary>{t('show')}</summary>
          {words.map((text, index) => (
            <p key={index}>{text}</p>
          ))}
        </details>
      )}
    </>
  );
}

function RefusedList({ refused }: { readonly refused: readonly Refused[] }): ReactNode {
  const t = useMessages(recordMessages);
  return (
    <section>
      <h2 className="p-section">{t('refusedTitle')}</h2>
      <p>{t('refusedText')}</p>
      <ul className="p-list">
        {refused.map((one) => (
          <li key={one.waiting.commandId} className="p-card">
            <Kept waiting={one.waiting} />
            <p className="p-small" lang="en">
              {one.code}: {one.message}
            </p>
            <ThrowAway refused={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ThrowAway({ refused }: { readonly refused: Refused }): ReactNode {
  const t = useMessages(recordMessages);
  const { outbox } = usePhone();
  const [asked, setAsked] = useState(false);
  return (
    <button type="button" className="ws-quiet" onClick={() => (asked ? void outbox.forget(refused) : setAsked(true))}>
      {asked ? t('sure') : t('throwAway')}
    </button>
  );
}
