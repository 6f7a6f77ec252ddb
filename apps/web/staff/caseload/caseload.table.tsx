import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayAndTime, timeOfDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { todayIn, useStudy } from '../shell/who.context.tsx';
import { caseloadMessages } from './caseload.messages.ts';
import type { CaseloadPerson } from './caseload.read.ts';
import { Sparkline } from './sparkline.tsx';
import { WEEK_KINDS, WeekMark, WeekStrip } from './week-strip.tsx';

interface TableProps {
  readonly people: readonly CaseloadPerson[];
  readonly at: number;
  readonly onAt: (at: number) => void;
}

/** One line a person; on a phone a card each. */
export function CaseloadTable({ people, at, onAt }: TableProps): ReactNode {
  const t = useMessages(caseloadMessages);
  const totals = people.flatMap(({ trend }) => trend.map(({ total }) => total));
  const range = [Math.min(...totals, 27), Math.max(...totals, 0)] as const;
  const instrument = people.find(({ trendInstrumentId }) => trendInstrumentId !== null)?.trendInstrumentId;
  return (
    <div className="card caseload">
      <table role="table">
        <TableHead outcome={instrument?.toUpperCase() ?? t('outcome')} />
        <tbody role="rowgroup">
          {people.map((person, index) => (
            <Row
              key={person.participantId}
              person={person}
              range={range}
              here={index === at}
              onHere={() => onAt(index)}
            />
          ))}
        </tbody>
      </table>
      <Legend />
    </div>
  );
}

function TableHead({ outcome }: { readonly outcome: string }): ReactNode {
  const t = useMessages(caseloadMessages);
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">
          {t('person')}
        </th>
        <th scope="col" role="columnheader">
          {t('next')}
        </th>
        <th scope="col" role="columnheader">
          {t('toReview')}
        </th>
        <th scope="col" role="columnheader">
          {t('weeks')}
        </th>
        <th scope="col" role="columnheader">
          {outcome}
        </th>
        <th scope="col" role="columnheader">
          {t('look')}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly person: CaseloadPerson;
  readonly range: readonly [number, number];
  readonly here: boolean;
  readonly onHere: () => void;
}

function Row({ person, range, here, onHere }: RowProps): ReactNode {
  const t = useMessages(caseloadMessages);
  const params = { participantId: person.participantId };
  return (
    <tr role="row" aria-current={here ? 'true' : undefined} onFocus={onHere} onPointerDown={onHere}>
      <th scope="row" role="rowheader">
        <Link to="/staff/people/$participantId" params={params}>
          {person.code}
        </Link>
      </th>
      <td role="cell" data-label={t('next')}>
        <NextSession person={person} />
      </td>
      <td role="cell" data-label={t('toReview')}>
        {person.toReview === 0 ? <span className="soft">{t('none')}</span> : person.toReview}
      </td>
      <td role="cell" data-label={t('weeks')}>
        <WeekStrip weeks={person.weeks} />
      </td>
      <td role="cell" data-label={person.trendInstrumentId?.toUpperCase() ?? t('outcome')}>
        <Sparkline person={person} range={range} />
      </td>
      <td role="cell" data-label={t('look')} className="flags">
        <Flags person={person} />
      </td>
    </tr>
  );
}

/** “Today 09:00”, or the day: the way to the session itself. */
function NextSession({
  person: { participantId, nextSession, status },
}: {
  readonly person: CaseloadPerson;
}): ReactNode {
  const t = useMessages(caseloadMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  if (nextSession === null)
    return (
      <span className="soft">{status === 'ENROLLED' ? t('noSession') : t(status === 'LEFT' ? 'left' : 'ended')}</span>
    );
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(nextSession.at));
  const tomorrow = new Date(Date.parse(`${todayIn(timeZone)}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const time = timeOfDay(nextSession.at, language, timeZone);
  const words =
    day === todayIn(timeZone)
      ? t('today', { time })
      : day === tomorrow
        ? t('tomorrow', { time })
        : dayAndTime(nextSession.at, language, timeZone);
  return (
    <Link to="/staff/people/$participantId/session" params={{ participantId }}>
      {words}
    </Link>
  );
}

/** What to look at, the most pressing first; words, never colour alone. */
function Flags({ person }: { readonly person: CaseloadPerson }): ReactNode {
  const t = useMessages(caseloadMessages);
  const { openAlerts, missedInARow, sessionsUnlogged, measuresOwed } = person;
  const flags = [
    ...(openAlerts > 0 ? [{ id: 'alert', words: t('alert', { count: openAlerts }), to: true }] : []),
    ...(missedInARow > 1 ? [{ id: 'missed', words: t('missed', { count: missedInARow }), to: false }] : []),
    ...(sessionsUnlogged > 0 ? [{ id: 'unlogged', words: t('unlogged', { count: sessionsUnlogged }), to: false }] : []),
    ...(measuresOwed > 0 ? [{ id: 'owed', words: t('owed', { count: measuresOwed }), to: false }] : []),
  ];
  if (flags.length === 0) return null;
  const shown = flags.map(({ id, words, to }) =>
    to ? (
      <Link key={id} className="flag pressing" to="/staff/alerts">
        <span aria-hidden="true">▲</span> {words}
      </Link>
    ) : (
      <span key={id} className="flag">
        {words}
      </span>
    ),
  );
  return <div>{shown}</div>;
}

function Legend(): ReactNode {
  const t = useMessages(caseloadMessages);
  return (
    <p className="legend soft small">
      <span>{t('legend')}</span>
      {WEEK_KINDS.map((kind) => (
        <span key={kind}>
          <WeekMark kind={kind} /> {t(kind)}
        </span>
      ))}
    </p>
  );
}
