import './screens.css';
import '../../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { nameOf } from '../parts/task.frame.tsx';
import { Link } from '../parts/way.tsx';
import { taskAddress } from '../participant.routes.ts';
import { usePhone } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import { useSignal } from '../store/signal.ts';
import type { Draft } from '../store/drafts.ts';
import { type Task, taskById } from '../store/today.ts';
import { wordsIn, wordsOfValues } from '../store/written.words.ts';
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
      <Begun />
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

/** Drafts, also those of a second window and of homework that is no longer there. */
function Begun(): ReactNode {
  const t = useMessages(recordMessages);
  const { drafts, day } = usePhone();
  const list = [...useSignal(drafts.list)].sort(([, one], [, other]) => other.changedAt.localeCompare(one.changedAt));
  const known = useSignal(day);
  return list.length === 0 ? null : (
    <section>
      <h2 className="p-section">{t('draftsTitle')}</h2>
      <ul className="p-list">
        {list.map(([id, draft]) => (
          <BegunOne key={id} {...{ id, draft, task: known === undefined ? undefined : taskById(known, draft.place) }} />
        ))}
      </ul>
    </section>
  );
}

interface BegunProps {
  readonly id: string;
  readonly draft: Draft;
  readonly task: Task | undefined;
}

function BegunOne({ id, draft, task }: BegunProps): ReactNode {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const { drafts } = usePhone();
  return (
    <li className="p-card">
      <h3>{task === undefined ? t('begunHere') : nameOf(task)}</h3>
      <p className="p-soft">{dayAndTime(draft.changedAt, language)}</p>
      <details className="p-more">
        <summary>{t('show')}</summary>
        {wordsOfValues(draft.values).map((text, index) => (
          <p key={index}>{text}</p>
        ))}
      </details>
      <p className="p-sharing">
        {task === undefined ? null : <Link href={`${taskAddress(task.id, '/do')}?draft=${id}`}>{t('openAgain')}</Link>}
        <ThrowAway onSure={() => void drafts.remove(id)} />
      </p>
    </li>
  );
}

function RefusedList({ refused }: { readonly refused: readonly Refused[] }): ReactNode {
  const t = useMessages(recordMessages);
  const { outbox } = usePhone();
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
            <ThrowAway onSure={() => void outbox.forget(one)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ThrowAway({ onSure }: { readonly onSure: () => void }): ReactNode {
  const t = useMessages(recordMessages);
  const [asked, setAsked] = useState(false);
  return (
    <button type="button" className="ws-quiet" onClick={() => (asked ? onSure() : setAsked(true))}>
      {asked ? t('sure') : t('throwAway')}
    </button>
  );
}
