import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Button, FactList } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import { useTerms } from '../words/terms.ts';
import { AdjustDialog } from './adjust.dialog.tsx';
import type { Homework } from './homework.ts';
import { personMessages } from './person.messages.ts';

interface HomeworkListProps {
  readonly person: { readonly participantId: string; readonly code: string };
  readonly homework: readonly Homework[];
}

/** What is open first, what has ended folded away. */
export function HomeworkList({ person, homework }: HomeworkListProps): ReactNode {
  const t = useMessages(personMessages);
  const open = homework.filter(({ status }) => status === 'ACTIVE' || status === 'PROPOSED');
  const ended = homework.filter((each) => !open.includes(each));
  return (
    <section className="card" aria-labelledby="homework">
      <h2 id="homework">{t('homework')}</h2>
      {homework.length === 0 && <p className="soft">{t('homeworkNone')}</p>}
      <ul className="plain-list">
        {open.map((each) => (
          <HomeworkLine key={each.assignmentId} person={person} homework={each} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details open={open.length === 0}>
          <summary>{t('ended', { count: ended.length })}</summary>
          <ul className="plain-list">
            {ended.map((each) => (
              <HomeworkLine key={each.assignmentId} person={person} homework={each} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface LineProps {
  readonly person: HomeworkListProps['person'];
  readonly homework: Homework;
}

function HomeworkLine({ person, homework }: LineProps): ReactNode {
  const t = useMessages(personMessages);
  const terms = useTerms();
  const { may } = useWho();
  const [adjusting, setAdjusting] = useState(false);
  const params = { participantId: person.participantId, assignmentId: homework.assignmentId };
  const sheet = homework.terms.template !== null;
  return (
    <li className="homework-line">
      <div>
        <strong>
          <Words of={homework.terms.title} />
        </strong>{' '}
        <span className="badge">{terms(`status.${homework.status}`)}</span>
        <HomeworkFacts homework={homework} />
      </div>
      <div className="row">
        {sheet && (
          <Link className="button quiet" to="/staff/people/$participantId/print/$assignmentId" params={params}>
            {t('print')}
          </Link>
        )}
        {sheet && homework.status !== 'PROPOSED' && may('attempt:write') && (
          <Link className="button quiet" to="/staff/people/$participantId/paper/$assignmentId" params={params}>
            {t('paper')}
          </Link>
        )}
        {homework.status === 'ACTIVE' && may('assignment:write') && (
          <Button kind="quiet" onClick={() => setAdjusting(true)}>
            {t('adjust')}
          </Button>
        )}
      </div>
      {adjusting && <AdjustDialog homework={homework} onClose={() => setAdjusting(false)} />}
    </li>
  );
}

function HomeworkFacts({ homework }: { readonly homework: Homework }): ReactNode {
  const t = useMessages(personMessages);
  const terms = useTerms();
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const { terms: agreed, attemptsRecorded, adjustments, unanswered, reportedState } = homework;
  const when = agreed.due.at === null ? '' : dayAndTime(agreed.due.at, language, timeZone);
  const facts = [
    terms(`due.${agreed.due.kind}`, { when }),
    ...(attemptsRecorded > 0 ? [t('attempts', { count: attemptsRecorded })] : []),
    ...(reportedState === null ? [] : [terms(`state.${reportedState}`)]),
    ...(adjustments > 0 ? [t('adjusted', { count: adjustments })] : []),
    ...(agreed.confidence === null ? [] : [t('confidence', { value: agreed.confidence })]),
    ...(unanswered > 0 ? [t('questions', { count: unanswered })] : []),
  ];
  return <FactList facts={facts} />;
}
