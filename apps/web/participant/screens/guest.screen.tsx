import './screens.css';
import { type ReactNode, Suspense, lazy, useEffect, useState } from 'react';
import type { Worksheet } from '#worksheets/filling';
import { CallFailed } from '../../graphql/call.failure.ts';
import { call } from '../../graphql/call.ts';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Crisis } from '../parts/safety.tsx';
import { useSession } from '../phone.context.ts';
import { PhonePlaces } from '../server/places.generated.ts';
import { PhoneShared, type PhoneSharedQuery, PhoneSharedWorksheets } from '../server/shared.generated.ts';
import { guestMessages } from './guest.messages.ts';
import { settingsMessages } from './settings.messages.ts';
import { LanguageChoice } from './sign-in.screen.tsx';

const WorksheetToRead = lazy(async () => ({
  default: (await import('../../worksheet/worksheet.paper.tsx')).WorksheetToRead,
}));

interface Shared extends PhoneSharedQuery {
  readonly worksheets: ReadonlyMap<string, Worksheet>;
}

/** What a participant shares with a linked person, to be read and nothing else. Nothing of it stays on their phone. */
export function GuestScreen(): ReactNode {
  const t = useMessages(guestMessages);
  const settings = useMessages(settingsMessages);
  const session = useSession();
  const { shared, offline } = useShared();
  const homework = (shared?.assignments.nodes ?? []).filter(
    ({ attempts, status }) => attempts.nodes.length > 0 || status === 'ACTIVE',
  );
  return (
    <div className="p-frame">
      <header className="p-top">
        <p className="p-brand">Intersession</p>
        <LanguageChoice />
      </header>
      <main className="p-screen">
        <h1>{t('title')}</h1>
        <p>{offline ? t('offline') : t('about')}</p>
        {shared !== undefined && homework.length === 0 ? <p className="p-soft">{t('nothing')}</p> : null}
        <ul className="p-list" aria-busy={shared === undefined && !offline}>
          {homework.map((one) => (
            <SharedHomework key={one.assignmentId} homework={one} shared={shared} />
          ))}
        </ul>
        {shared === undefined ? null : (
          <Crisis watch={shared.watch === null ? null : { ...shared.watch, reminderPolicy: null }} />
        )}
        <button type="button" className="p-button p-outline" onClick={() => void session.signOut()}>
          {settings('signOut')}
        </button>
      </main>
    </div>
  );
}

function useShared() {
  const [shared, setShared] = useState<Shared>();
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    ask()
      .then(setShared)
      .catch((error: unknown) => {
        if (!(error instanceof CallFailed)) throw error;
        setOffline(true);
      });
  }, []);
  return { shared, offline };
}

async function ask(): Promise<Shared | undefined> {
  const { studies } = await call(PhonePlaces);
  const [study] = studies.nodes;
  if (study === undefined) return undefined;
  const { studyId } = study;
  const shared = await call(PhoneShared, { studyId });
  const people = [...new Set(shared.assignments.nodes.map(({ participantId }) => participantId))];
  const found = await Promise.all(
    people.map((participantId) => call(PhoneSharedWorksheets, { studyId, participantId })),
  );
  const worksheets = found.flatMap(({ assignedWorksheets }) =>
    assignedWorksheets.map(
      ({ templateId, version, document }) => [`${templateId} ${version}`, document as Worksheet] as const,
    ),
  );
  return { ...shared, worksheets: new Map(worksheets) };
}

type SharedOne = PhoneSharedQuery['assignments']['nodes'][number];

function SharedHomework({
  homework,
  shared,
}: {
  readonly homework: SharedOne;
  readonly shared: Shared | undefined;
}): ReactNode {
  const { language } = useLanguage();
  const { terms, attempts, assignmentId } = homework;
  return (
    <li className="p-card">
      <h2>{terms.title.text}</h2>
      {terms.instructions?.text == null ? null : <p className="p-note">{terms.instructions.text}</p>}
      {attempts.nodes.map(({ attemptId, occurredAt, note }) => (
        <details key={attemptId} className="p-more">
          <summary>{dayAndTime(occurredAt, language)}</summary>
          {note?.text == null ? null : <p>{note.text}</p>}
          <SharedAnswers {...{ shared, assignmentId, attemptId }} />
        </details>
      ))}
    </li>
  );
}

interface AnswersProps {
  readonly shared: Shared | undefined;
  readonly assignmentId: string;
  readonly attemptId: string;
}

function SharedAnswers({ shared, assignmentId, attemptId }: AnswersProps): ReactNode {
  const { language } = useLanguage();
  const found = shared?.worksheetAnswers.nodes.find(
    (one) => one.assignmentId === assignmentId && one.attemptId === attemptId,
  );
  const worksheet = shared?.worksheets.get(`${found?.templateId} ${found?.templateVersion}`);
  if (found?.answers.text == null || worksheet === undefined) return null;
  // Recorded after the validator had read it.
  const { values } = JSON.parse(found.answers.text) as { readonly values: Readonly<Record<string, never>> };
  return (
    <Suspense>
      <WorksheetToRead {...{ worksheet, language, values }} idPrefix={attemptId} />
    </Suspense>
  );
}
