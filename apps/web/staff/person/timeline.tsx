import { type ReactNode, useState } from 'react';
import { longDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Loading, Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { useTerms } from '../words/terms.ts';
import { Times } from '../words/times.tsx';
import { eventMessages, isKnownEvent } from './event.messages.ts';
import { PersonHistory, type PersonHistoryQuery } from './person.generated.ts';
import { personMessages } from './person.messages.ts';
import { detailOf } from './timeline.details.ts';

type Entry = NonNullable<PersonHistoryQuery['history']>['nodes'][number];

const PAGE = 40;

/** Everything on record, the newest first; entries that were corrected or taken back are shown as such. */
export function Timeline({ participantId }: { readonly participantId: string }): ReactNode {
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
      <Days entries={entries} />
      {data?.history?.pageInfo.hasPreviousPage === true && (
        <Button onClick={() => setFirst(first + PAGE)}>{t('older')}</Button>
      )}
    </section>
  );
}

/** Entries under the day they happened on. */
function Days({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
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
          <EntryLine key={entry.eventId} entry={entry} />
        ))}
      </ol>
    </div>
  ));
}

function EntryLine({ entry }: { readonly entry: Entry }): ReactNode {
  const t = useMessages(personMessages);
  const say = useMessages(eventMessages);
  const terms = useTerms();
  const { type, standing, context, occurredAt, recordedAt } = entry;
  const detail = detailOf(entry.data);
  const told =
    context.source === 'PAPER' || context.source === 'PHONE_OFFLINE' ? ` · ${terms(`source.${context.source}`)}` : '';
  return (
    <li className={standing === 'AS_RECORDED' ? '' : standing.toLowerCase()}>
      <p>
        <strong>{isKnownEvent(type) ? say(type) : type}</strong>
        {detail !== '' && <span> {detail}</span>}
        {standing === 'CORRECTED' && <span className="badge">{t('corrected')}</span>}
        {standing === 'VOIDED' && <span className="badge">{t('voided')}</span>}
      </p>
      <p className="soft small">
        <Times
          occurred={occurredAt}
          recorded={recordedAt}
          claimed={context.claimedAt}
          precision={context.occurredPrecision}
        />
        {` · ${context.actor.role}${told}`}
      </p>
    </li>
  );
}
