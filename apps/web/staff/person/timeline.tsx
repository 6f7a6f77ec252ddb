import { type ReactNode, useState } from 'react';
import { longDay, timeOfDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Loading, Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { useTerms } from '../words/terms.ts';
import { isDay, useOtherTimes } from '../words/times.tsx';
import { eventMessages, isKnownEvent } from './event.messages.ts';
import { PersonHistory, type PersonHistoryQuery } from './person.generated.ts';
import { personMessages } from './person.messages.ts';
import { roleMessages, isRole } from './role.messages.ts';
import { aboutOf, detailsOf, subjectOf } from './timeline.details.ts';
import { toldMessages } from './told.messages.ts';

type Entry = NonNullable<PersonHistoryQuery['history']>['nodes'][number];

const PAGE = 40;

interface TimelineProps {
  readonly participantId: string;
  /** What homework and goals are called, by their ids: most of their events name only these. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Everything on record, the newest first; entries that were corrected or taken back are shown as such. */
export function Timeline({ participantId, titles }: TimelineProps): ReactNode {
  const t = useMessages(personMessages);
  const [first, setFirst] = useState(PAGE);
  const { data, error, refetch } = useRead(PersonHistory, { participantId, first }, { keep: true });
  const entries = [...(data?.history?.nodes ?? [])].reverse();
  return (
    <section className="card timeline" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <p className="soft small">{t('timelineAbout')}</p>
      {error !== null && <Problem error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && entries.length === 0 && <p className="soft">{t('timelineNone')}</p>}
      <Days entries={entries} titles={titles} />
      {data?.history?.pageInfo.hasPreviousPage === true && (
        <Button onClick={() => setFirst(first + PAGE)}>{t('older')}</Button>
      )}
    </section>
  );
}

/** Entries under the day they happened on. */
function Days({ entries, titles }: Pick<TimelineProps, 'titles'> & { readonly entries: readonly Entry[] }): ReactNode {
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = longDay(entry.occurredAt, language, timeZone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, own]) => (
    <div key={day} className="day">
      <h3>{day}</h3>
      <ol>
        {own.map((entry) => (
          <EntryLine key={entry.eventId} entry={entry} title={titles.get(aboutOf(entry.data) ?? entry.recordId)} />
        ))}
      </ol>
    </div>
  ));
}

interface EntryProps {
  readonly entry: Entry;
  readonly title: string | undefined;
}

function EntryLine({ entry, title }: EntryProps): ReactNode {
  const t = useMessages(personMessages);
  const say = useMessages(eventMessages);
  const told = useMessages(toldMessages);
  const terms = useTerms();
  const { type, standing, data } = entry;
  const subject = subjectOf(data) || (title ?? '');
  const details = detailsOf(data, { told, terms });
  return (
    <li className={standing === 'AS_RECORDED' ? '' : standing.toLowerCase()}>
      <Clock entry={entry} />
      <div>
        <p>
          <strong>{isKnownEvent(type) ? say(type) : inWords(type)}</strong>
          {subject !== '' && <span> · {subject}</span>}
          {standing === 'CORRECTED' && <span className="badge">{t('corrected')}</span>}
          {standing === 'VOIDED' && <span className="badge">{t('voided')}</span>}
        </p>
        {details.length > 0 && <p>{details.join(' · ')}</p>}
        <Origin entry={entry} />
      </div>
    </li>
  );
}

/** The time of day it happened at, under the heading of its day; nothing where only the day is known. */
function Clock({ entry: { occurredAt, context } }: Pick<EntryProps, 'entry'>): ReactNode {
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const time = isDay(context.occurredPrecision) ? '' : timeOfDay(occurredAt, language, timeZone);
  return <time dateTime={occurredAt}>{time}</time>;
}

/** An event of a newer server than this page: its own name, in words. */
const inWords = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** By whom, by which way, and when it was recorded where that is another time. */
function Origin({ entry: { context, occurredAt, recordedAt } }: Pick<EntryProps, 'entry'>): ReactNode {
  const role = useMessages(roleMessages);
  const terms = useTerms();
  const { source, claimedAt, actor } = context;
  const others = useOtherTimes({ occurred: occurredAt, recorded: recordedAt, claimed: claimedAt });
  const by = isRole(actor.role) ? role(actor.role) : actor.role;
  const way = source === 'PAPER' || source === 'PHONE_OFFLINE' ? [terms(`source.${source}`)] : [];
  return <p className="soft small">{[by, ...way, ...others].join(' · ')}</p>;
}
