import { lazy, type ReactNode, Suspense } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { FactList, Loading, Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import { useTerms } from '../words/terms.ts';
import { Times } from '../words/times.tsx';
import { addressOf, type Attached, AttachedFiles } from './attached.files.tsx';
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
  const { assignment, worksheetAnswers, clarifications, attachments } = data;
  if (assignment === null) return null;
  return (
    <>
      <Sent homework={assignment} answers={worksheetAnswers.nodes} files={attachments.nodes} />
      <Questions assignmentId={assignmentId} code={code} asked={clarifications.nodes} />
    </>
  );
}

interface SentProps {
  readonly homework: Homework;
  readonly answers: readonly Answers[];
  readonly files: readonly Attached[];
}

/** The newest first; what is older is folded away. */
function Sent({ homework, answers, files }: SentProps): ReactNode {
  const t = useMessages(reviewMessages);
  const terms = useTerms();
  const recorded = homework.attempts.nodes.filter(({ state }) => state !== 'STARTED');
  const [newest, ...earlier] = recorded;
  const shown = (attempt: Attempt): ReactNode => (
    <AttemptView
      key={attempt.attemptId}
      attempt={attempt}
      homework={homework}
      answers={answers.find(({ attemptId }) => attemptId === attempt.attemptId)}
      files={files.filter(({ attemptId }) => attemptId === attempt.attemptId)}
    />
  );
  const loose = files.filter(({ attemptId }) => !recorded.some((attempt) => attempt.attemptId === attemptId));
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
      <AttachedFiles assignmentId={homework.assignmentId} files={loose} />
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
  readonly homework: Homework;
  readonly answers: Answers | undefined;
  readonly files: readonly Attached[];
}

function AttemptView({ attempt, homework, answers, files }: AttemptProps): ReactNode {
  const t = useMessages(reviewMessages);
  // Those that answers name are shown where their question is.
  const others = files.filter(({ attachmentId }) => answers?.answers.text?.includes(attachmentId) !== true);
  return (
    <section className="attempt">
      <p className="soft">
        <Times occurred={attempt.occurredAt} recorded={attempt.recordedAt} />
      </p>
      <Facts attempt={attempt} />
      {answers !== undefined && <AnswersView answers={answers} homework={homework} />}
      {attempt.note !== null && (
        <blockquote>
          <Words of={attempt.note} />
        </blockquote>
      )}
      <AttachedFiles assignmentId={homework.assignmentId} files={others} />
      {answers === undefined && attempt.note === null && files.length === 0 && <p className="soft">{t('noText')}</p>}
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
  return <FactList facts={facts} />;
}

interface AnswersProps {
  readonly answers: Answers;
  readonly homework: Homework;
}

function AnswersView({ answers, homework: { participantId, assignmentId } }: AnswersProps): ReactNode {
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
      <AnswersToRead
        document={found.document}
        text={answers.answers.text}
        idPrefix={answers.attemptId}
        mediaUrl={(attachmentId) => addressOf(assignmentId, attachmentId)}
      />
    </Suspense>
  );
}
