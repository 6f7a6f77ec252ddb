import './screens.css';
import type { ReactNode } from 'react';
import { shortDay, timeOfDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { useDay, useTold } from '../phone.context.ts';
import { dayIn, daysAfter, weekOf } from '../store/calendar.ts';
import type { Day } from '../store/participant.day.ts';
import { doneIn } from '../store/today.ts';
import { recordMessages } from './record.messages.ts';

/** Seven days, and what was done on them. */
export function WeekScreen(): ReactNode {
  const t = useMessages(recordMessages);
  const day = useDay();
  const zone = day?.known.participant?.timeZone ?? 'UTC';
  const today = dayIn(zone, new Date());
  const told = useTold();
  const done = day === undefined ? 0 : doneIn(weekOf(today), day, told).length;
  return (
    <Frame tabs>
      <h1>{t('weekTitle')}</h1>
      <p>{done === 0 ? t('weekNone') : t('weekText', { count: done })}</p>
      <h2 className="visually-hidden">{t('thisWeek')}</h2>
      {day === undefined ? null : <Days {...{ day, days: weekOf(today) }} />}
      <h2 className="p-section">{t('earlier')}</h2>
      {day === undefined ? null : <Days {...{ day, days: weekOf(daysAfter(today, -7)) }} />}
    </Frame>
  );
}

function Days({ day, days }: { readonly day: Day; readonly days: readonly string[] }): ReactNode {
  const { language } = useLanguage();
  const today = dayIn(day.known.participant?.timeZone ?? 'UTC', new Date());
  return (
    <ol className="p-days">
      {days.map((date) => (
        <li key={date} aria-current={date === today ? 'date' : undefined} className="p-day">
          <h3>{shortDay(`${date}T12:00:00Z`, language, 'UTC')}</h3>
          <DayLines day={day} date={date} />
        </li>
      ))}
    </ol>
  );
}

function DayLines({ day, date }: { readonly day: Day; readonly date: string }): ReactNode {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const told = useTold();
  const zone = day.known.participant?.timeZone ?? 'UTC';
  const sessions = day.known.sessions.nodes.filter(
    ({ scheduledAt }) => scheduledAt !== null && dayIn(zone, new Date(scheduledAt)) === date,
  );
  return (
    <ul>
      {sessions.map(({ sessionId, scheduledAt }) => (
        <li key={sessionId}>{t('session', { time: timeOfDay(scheduledAt ?? '', language, zone) })}</li>
      ))}
      {doneIn([date], day, told).map(({ title, waits, attemptId }, index) => (
        <li key={attemptId ?? index} className="p-done">
          <span aria-hidden="true">✓</span> {title} {waits ? <span className="p-soft">{t('onPhone')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
