import './screens.css';
import '../../worksheet/worksheet.css';
import { type ReactNode, useEffect, useState } from 'react';
import { CallFailed } from '../../graphql/call.failure.ts';
import { call } from '../../graphql/call.ts';
import { shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { usePhone } from '../phone.context.ts';
import { PhoneCalendar, PhoneCloseCalendar, PhoneOpenCalendar } from '../server/device.generated.ts';
import { calendarMessages } from './calendar.messages.ts';
import { settingsMessages } from './settings.messages.ts';

/** What is known of the calendar. `made`: just now, and shown this once. */
type Known =
  | { readonly kind: 'asking' | 'none' | 'offline' | 'ended' }
  | { readonly kind: 'there'; readonly since: string }
  | { readonly kind: 'made'; readonly url: string };

/** An address at which one's own calendar finds planned times. */
export function CalendarScreen(): ReactNode {
  const t = useMessages(calendarMessages);
  const settings = useMessages(settingsMessages);
  const { known, make, end } = useCalendar();
  return (
    <Frame back={['/settings', settings('title')]}>
      <h1>{settings('calendar')}</h1>
      <p>{t('text')}</p>
      <div role="status" aria-busy={known.kind === 'asking'}>
        {known.kind === 'offline' ? <p className="p-banner">{t('offline')}</p> : null}
        {known.kind === 'ended' ? <p>{t('ended')}</p> : null}
      </div>
      {known.kind === 'made' ? <Address url={known.url} /> : null}
      {known.kind === 'there' ? <Since since={known.since} /> : null}
      {known.kind === 'none' || known.kind === 'ended' ? (
        <button type="button" className="p-button" onClick={make}>
          {t('make')}
        </button>
      ) : null}
      {known.kind === 'there' ? (
        <button type="button" className="p-button p-outline" onClick={make}>
          {t('again')}
        </button>
      ) : null}
      {known.kind === 'there' || known.kind === 'made' ? (
        <button type="button" className="p-button p-outline p-danger" onClick={end}>
          {t('end')}
        </button>
      ) : null}
    </Frame>
  );
}

/** Asked of the server each time: nothing of it lies on the phone. */
function useCalendar() {
  const { person: participantId } = usePhone();
  const [known, setKnown] = useState<Known>({ kind: 'asking' });
  const show = (asking: Promise<Known>): void =>
    void asking.then(setKnown).catch((error: unknown) => {
      if (!(error instanceof CallFailed)) throw error;
      setKnown({ kind: 'offline' });
    });
  useEffect(() => {
    show(
      call(PhoneCalendar, { participantId }).then(({ calendarFeed }) =>
        calendarFeed === null ? { kind: 'none' } : { kind: 'there', since: calendarFeed.since },
      ),
    );
  }, [participantId]);
  return {
    known,
    make: () =>
      show(call(PhoneOpenCalendar, { participantId }).then(({ openCalendarFeed: { url } }) => ({ kind: 'made', url }))),
    end: () => show(call(PhoneCloseCalendar, { participantId }).then(() => ({ kind: 'ended' }))),
  };
}

function Since({ since }: { readonly since: string }): ReactNode {
  const t = useMessages(calendarMessages);
  const { language } = useLanguage();
  return (
    <p>
      {t('since', { day: shortDay(since, language) })} {t('againText')}
    </p>
  );
}

function Address({ url }: { readonly url: string }): ReactNode {
  const t = useMessages(calendarMessages);
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(url).then(() => setCopied(true));
  return (
    <section className="p-form p-card">
      <label htmlFor="address">{t('yours')}</label>
      <input
        {...{ id: 'address', className: 'ws-input', readOnly: true, value: url, dir: 'ltr' }}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <p className="p-soft">{t('onlyNow')}</p>
      <a className="p-button" href={url.replace(/^https?:/, 'webcal:')}>
        {t('openIt')}
      </a>
      <button type="button" className="p-button p-outline" onClick={copy}>
        {t('copy')}
      </button>
      <p role="status" className="p-soft">
        {copied ? t('copied') : ''}
      </p>
    </section>
  );
}
