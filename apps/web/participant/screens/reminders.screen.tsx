import './screens.css';
import '../../worksheet/worksheet.css';
import { type ReactNode, useEffect, useState } from 'react';
import { shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { useDay, usePhone, useTold } from '../phone.context.ts';
import { dayIn, daysAfter } from '../store/calendar.ts';
import type { InputOf } from '../store/commands.ts';
import { endPush, type PushState, pushState, takePush } from '../store/push.ts';
import { type Wishes, wishesOf } from '../store/reminder.wishes.ts';
import { pushMessages } from './push.messages.ts';
import { settingsMessages } from './settings.messages.ts';

const CHANNELS = ['EMAIL', 'SMS', 'PUSH'] as const;
type Channel = InputOf<'setReminderPreferences'>['channels'][number];

/** Whether, when and how to be reminded; and a pause. */
export function RemindersScreen(): ReactNode {
  const t = useMessages(settingsMessages);
  const wishes = wishesOf(useDay(), useTold());
  const [kept, setKept] = useState(false);
  return (
    <Frame back={['/settings', t('title')]}>
      <h1>{t('reminders')}</h1>
      {wishes.offered.length === 0 ? <p>{t('noReminders')}</p> : null}
      {wishes.offered.length === 0 ? null : (
        <Wanted key={JSON.stringify(wishes)} wishes={wishes} onKept={() => setKept(true)} />
      )}
      <p role="status">{kept ? t('kept') : ''}</p>
      {wishes.offered.includes('PUSH') ? <ThisPhone wanted={wishes.channels.includes('PUSH')} /> : null}
      {wishes.offered.length === 0 ? null : <Pause wishes={wishes} />}
    </Frame>
  );
}

interface WantedProps {
  readonly wishes: Wishes;
  readonly onKept: () => void;
}

function Wanted({ wishes, onKept }: WantedProps): ReactNode {
  const t = useMessages(settingsMessages);
  const phone = usePhone();
  const [channels, setChannels] = useState<readonly Channel[]>(wishes.channels);
  const [times, setTimes] = useState(wishes.times);
  const on = channels.length > 0;
  const offered = CHANNELS.filter((channel) => wishes.offered.includes(channel));
  const keep = (): void => {
    const input = { participantId: phone.person, channels, times: [...new Set(times)].sort(), quiet: wishes.quiet };
    void phone.tell({ name: 'setReminderPreferences', input }, { title: t('reminders') }).then(onKept);
  };
  const toggle = (channel: Channel): void =>
    setChannels(channels.includes(channel) ? channels.filter((one) => one !== channel) : [...channels, channel]);
  return (
    <section className="p-form p-card">
      <Check checked={on} label={t('remindersOn')} onChange={() => setChannels(on ? [] : offered.slice(0, 1))} />
      {on ? (
        <>
          <h2>{t('by')}</h2>
          {offered.map((channel) => (
            <Check
              key={channel}
              checked={channels.includes(channel)}
              label={t(channel)}
              onChange={() => toggle(channel)}
            />
          ))}
          <Times {...{ times, setTimes }} />
        </>
      ) : null}
      <button type="button" className="p-button" onClick={keep}>
        {t('keep')}
      </button>
    </section>
  );
}

/** Notes on this phone: a wish of the person's, a right of the browser's, and an address that the server knows. */
function ThisPhone({ wanted }: { readonly wanted: boolean }): ReactNode {
  const t = useMessages(pushMessages);
  const phone = usePhone();
  const [state, setState] = useState<PushState>();
  useEffect(() => void pushState().then(setState), []);
  if (state === undefined || (!wanted && state !== 'on')) return null;
  const turn = (): void => {
    if (state === 'on') void endPush(phone).then(() => setState('off'));
    else void takePush(phone).then(setState);
  };
  return (
    <section className="p-form p-card">
      <h2>{t('title')}</h2>
      <p role="status">{t(state)}</p>
      {state === 'unable' || state === 'blocked' ? null : (
        <button type="button" className="p-button p-outline" onClick={turn}>
          {state === 'on' ? t('end') : t('begin')}
        </button>
      )}
    </section>
  );
}

function Check({
  checked,
  label,
  onChange,
}: {
  readonly checked: boolean;
  readonly label: string;
  readonly onChange: () => void;
}): ReactNode {
  return (
    <label className="ws-card">
      <input type="checkbox" {...{ checked, onChange }} />
      <span>{label}</span>
    </label>
  );
}

interface TimesProps {
  readonly times: readonly string[];
  readonly setTimes: (times: readonly string[]) => void;
}

function Times({ times, setTimes }: TimesProps): ReactNode {
  const t = useMessages(settingsMessages);
  return (
    <>
      <h2>{t('times')}</h2>
      {times.length === 0 ? <p className="p-soft">{t('studyTimes')}</p> : null}
      <ul className="p-times">
        {times.map((time, index) => (
          <li key={index}>
            <input
              type="time"
              className="ws-input ws-short"
              aria-label={t('times')}
              value={time}
              required
              onChange={({ target }) =>
                setTimes(times.map((one, at) => (at === index && target.value !== '' ? target.value : one)))
              }
            />
            <button
              type="button"
              className="ws-quiet"
              aria-label={t('removeTime', { time })}
              onClick={() => setTimes(times.filter((_, at) => at !== index))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {times.length < 4 ? (
        <button type="button" className="ws-quiet" onClick={() => setTimes([...times, '18:00'])}>
          {t('addTime')}
        </button>
      ) : null}
    </>
  );
}

function Pause({ wishes: { pausedTo, pausedFrom } }: { readonly wishes: Wishes }): ReactNode {
  const t = useMessages(settingsMessages);
  const { language } = useLanguage();
  const phone = usePhone();
  const today = dayIn(phone.day.value?.known.participant?.timeZone ?? 'UTC', new Date());
  const paused = pausedFrom !== null && (pausedTo === null || pausedTo >= today);
  const pause = (days: number): void => {
    const input = { participantId: phone.person, from: today, to: daysAfter(today, days - 1) };
    void phone.tell({ name: 'pauseReminders', input }, { title: t('pause') });
  };
  const resume = (): void =>
    void phone.tell(
      { name: 'resumeReminders', input: { participantId: phone.person, from: today } },
      { title: t('resume') },
    );
  return (
    <section className="p-form p-card">
      <h2>{t('pause')}</h2>
      <p>
        {paused
          ? pausedTo === null
            ? t('pausedOpen')
            : t('paused', { day: shortDay(`${pausedTo}T12:00:00Z`, language, 'UTC') })
          : t('pauseText')}
      </p>
      {paused ? (
        <button type="button" className="p-button p-outline" onClick={resume}>
          {t('resume')}
        </button>
      ) : (
        [3, 7, 14].map((count) => (
          <button key={count} type="button" className="p-button p-outline" onClick={() => pause(count)}>
            {t('pauseDays', { count })}
          </button>
        ))
      )}
    </section>
  );
}
