import { lazy, type ReactNode, Suspense } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import { useTerms } from '../words/terms.ts';
import { Times } from '../words/times.tsx';
import { Questions } from './questions.tsx';
import { Submission, type SubmissionQuery, WorksheetsOf } from './review.generated.ts';
import { reviewMessages } from './review.messages.ts';

const AnswersToRead = lazy(() => import('./answers.to-read.tsx'));

type Homework = NonNullable<SubmissionQuery['assignment']>;
export type Attempt = Homework['attempts']['nodes'][number];
type Answers = SubmissionQuery['worksheetAnswers']['nodes'][number];

interface SubmissionProps {
  readonly assignmentId: string;
  readonly code: string;
}

/** What somebody sent: the newest attempt with its answers, what they told of it, and what they ask. */
export function SubmissionView({ assignmentId, code }: SubmissionProps): ReactNode {
  const { studyId } = useStudy();
  const { data, error, refetch } = useRead(Submission, { studyId, assignmentId });
  if (data === undefined && error !== null) return <Problem error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { assignment, worksheetAnswers, clarifications } = data;
  if (assignment === null) return null;
  return (
    <>
      <Sent homework={assignment} answers={worksheetAnswers.nodes} />
      <Questions assignmentId={assignmentId} code={code} asked={clarifications.nodes} />
    </>
  );
}

/** The newest first; what is older is folded away. */
function Sent({ homework, answers }: { readonly homework: Homework; readonly answers: readonly Answers[] }): ReactNode {
  const t = useMessages(reviewMessages);
  const terms = useTerms();
  const recorded = homework.attempts.nodes.filter(({ state }) => state !== 'STARTED');
  const [newest, ...earlier] = recorded;
  const shown = (attempt: Attempt): ReactNode => (
    <AttemptView
      key={attempt.attemptId}
      attempt={attempt}
      participantId={homework.participantId}
      answers={answers.find(({ attemptId }) => attemptId === attempt.attemptId)}
    />
  );
  return (
    <>
      {homework.terms.goal !== null && (
        <p className="soft">
          <Words of={homework.terms.goal} />
        </p>
      )}
      {homework.reportedState !== null && (
        <p className="badge">{t('told', { what: terms(`state.${homework.reportedState}`) })}</p>
      )}
      {newest === undefined ? <p className="soft">{t('onlyTold')}</p> : shown(newest)}
      {earlier.length > 0 && (
        <details>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          {earlier.map(shown)}
        </details>
      )}
    </>
  );
}

interface AttemptProps {
  readonly attempt: Attempt;
  readonly participantId: string;
  readonly answers: Answers | undefined;
}

function AttemptView({ attempt, participantId, answers }: AttemptProps): ReactNode {
  const t = useMessages(reviewMessages);
  return (
    <section className="attempt">
      <p className="soft">
        <Times occurred={attempt.occurredAt} recorded={attempt.recordedAt} />
      </p>
      <Facts attempt={attempt} />
      {answers !== undefined && <AnswersView answers={answers} participantId={participantId} />}
      {attempt.note !== null && (
        <blockquote>
          <Words of={attempt.note} />
        </blockquote>
      )}
      {answers === undefined && attempt.note === null && <p className="soft">{t('noText')}</p>}
    </section>
  );
}

/** What they said about it, in a line. */
function Facts({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const t = useMessages(reviewMessages);
  const terms = useTerms();
  const { outcome, done, minutes, difficulty, helpfulness, barriers, source, distressBefore, distressAfter } = attempt;
  const facts = [
    ...(outcome === null ? [] : [terms(`attemptOutcome.${outcome}`)]),
    ...(done === null ? [] : [t('doneAmount', { amount: done.amount, unit: terms(`unit.${done.unit}`) })]),
    ...(minutes === null ? [] : [t('minutes', { count: Math.round(minutes) })]),
    ...(difficulty === null ? [] : [t('difficulty', { value: difficulty })]),
    ...(helpfulness === null ? [] : [t('helpfulness', { value: helpfulness })]),
    ...(distressBefore === null || distressAfter === null
      ? []
      : [t('distress', { before: distressBefore, after: distressAfter })]),
    ...(barriers.length === 0
      ? []
      : [t('barriers', { what: barriers.map((one) => terms(`barrier.${one}`)).join(', ') })]),
    ...(source === 'PAPER' ? [terms('source.PAPER')] : []),
  ];
  return (
    <ul className="facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

function AnswersView({
  answers,
  participantId,
}: {
  readonly answers: Answers;
  readonly participantId: string;
}): ReactNode {
  const { studyId } = useStudy();
  const { data, error } = useRead(WorksheetsOf, { studyId, participantId }, { staleTime: 600_000 });
  if (error !== null) return <Problem error={error} />;
  if (answers.answers.text === null) return <Words of={answers.answers} />;
  const found = data?.assignedWorksheets.find(
    ({ templateId, version }) => templateId === answers.templateId && version === answers.templateVersion,
  );
  if (found === undefined) return <Loading />;
  return (
    <Suspense fallback={<Loading />}>
      <AnswersToRead document={found.document} text={answers.answers.text} idPrefix={answers.attemptId} />
    </Suspense>
  );
}
