import { type ReactNode, type SubmitEvent, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { newCommandId } from '../commands/command-id.ts';
import { ScheduleSession } from '../commands/commands.generated.ts';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { useTerms } from '../words/terms.ts';
import { sessionMessages } from './session.messages.ts';
import type { HeldSession } from './session.plan.ts';

interface NextSessionProps {
  readonly sessions: readonly HeldSession[];
  readonly person: { readonly participantId: string };
}

/** Which sessions there were, and when the next is. */
export function NextSession({ sessions, person }: NextSessionProps): ReactNode {
  const t = useMessages(sessionMessages);
  const terms = useTerms();
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <ol className="plain-list">
        {[...sessions]
          .reverse()
          .slice(0, 6)
          .map((session) => (
            <li key={session.sessionId}>
              {t('number', { number: session.sessionNumber, when: dayAndTime(session.occurredAt, language, timeZone) })}{' '}
              <span className="soft">{terms(`sessionState.${session.state}`)}</span>
            </li>
          ))}
      </ol>
      <details>
        <summary>{t('arrange')}</summary>
        <Arrange sessions={sessions} person={person} />
      </details>
    </section>
  );
}

/** A week after the last, as `datetime-local` takes it. */
function aWeekLater(sessions: readonly HeldSession[]): string {
  const last = sessions.at(-1)?.occurredAt ?? new Date().toISOString();
  const at = new Date(Math.max(Date.parse(last), Date.now()) + 7 * 86_400_000);
  at.setMinutes(0, 0, 0);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function Arrange({ sessions, person: { participantId } }: NextSessionProps): ReactNode {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  const { me } = useWho();
  const { studyId, timeZone } = useStudy();
  const { save } = useActs();
  const [at, setAt] = useState(() => aWeekLater(sessions));
  const number = Math.max(0, ...sessions.map(({ sessionNumber }) => sessionNumber)) + 1;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const startsAt = new Date(at).toISOString();
    const session = { studyId, sessionId: newCommandId(), sessionNumber: number, startsAt };
    const place = { participants: [participantId], deliverers: [me.subjectId], modality: 'IN_PERSON' as const };
    const what = t('saidArrange', { number, when: dayAndTime(startsAt, language, timeZone) });
    void save({ what, acts: [act('SESSION', ScheduleSession, { ...session, ...place })] });
  };
  return (
    <form onSubmit={submit}>
      <Field label={t('when')}>
        <input type="datetime-local" required value={at} onChange={({ target }) => setAt(target.value)} />
      </Field>
      <Button type="submit">{t('arrange')}</Button>
    </form>
  );
}
