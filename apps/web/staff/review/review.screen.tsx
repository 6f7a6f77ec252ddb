import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useActs } from '../commands/acts.context.tsx';
import { readKey, useRead } from '../commands/read.ts';
import { useKeysOf } from '../shell/keys.context.tsx';
import { Empty, Head, Pending } from '../shell/parts.tsx';
import { todayIn, useStudy, useWho } from '../shell/who.context.tsx';
import { useWords } from '../words/sealed-words.tsx';
import { type Rated, RatingPanel } from './rating.panel.tsx';
import { reviewActs } from './review.acts.ts';
import {
  QueuedHomework,
  type QueuedHomeworkQuery,
  ReviewQueue,
  type ReviewQueueQuery,
  Submission,
} from './review.generated.ts';
import { reviewMessages } from './review.messages.ts';
import { SubmissionView } from './submission.tsx';

type Waiting = ReviewQueueQuery['reviewQueue'][number];
type Titles = ReadonlyMap<string, QueuedHomeworkQuery['assignments']['nodes'][number]>;

/** What people sent, one after another: look, two digits, Enter. */
export function ReviewScreen(): ReactNode {
  const t = useMessages(reviewMessages);
  const { studyId, timeZone } = useStudy();
  const { data, error, refetch } = useRead(ReviewQueue, { studyId, today: todayIn(timeZone) });
  const queue = data?.reviewQueue ?? [];
  const assignmentIds = queue.map(({ assignmentId }) => assignmentId).sort();
  const titles = useRead(QueuedHomework, { studyId, assignmentIds }, { enabled: queue.length > 0, keep: true });
  if (data === undefined) return <Pending title={t('title')} error={error} again={() => void refetch()} />;
  if (queue.length === 0)
    return (
      <>
        <Head title={t('title')} />
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      </>
    );
  const byId: Titles = new Map(titles.data?.assignments.nodes.map((each) => [each.assignmentId, each]));
  return <Queue queue={queue} titles={byId} />;
}

function Queue({ queue, titles }: { readonly queue: readonly Waiting[]; readonly titles: Titles }): ReactNode {
  const t = useMessages(reviewMessages);
  const words = useWords();
  const [chosen, setChosen] = useState<string>();
  const at = Math.max(
    0,
    queue.findIndex(({ assignmentId }) => assignmentId === chosen),
  );
  const current = queue[at];
  const step = (by: number) => (): void =>
    setChosen(queue[Math.max(0, Math.min(queue.length - 1, at + by))]?.assignmentId);
  useKeysOf([
    { key: 'ArrowDown', does: t('skip'), run: step(1) },
    { key: 'ArrowUp', does: t('previous'), run: step(-1) },
    { key: 'j', does: t('skip'), run: step(1) },
    { key: 'k', does: t('previous'), run: step(-1) },
  ]);
  if (current === undefined) return null;
  const titleOf = ({ assignmentId }: Waiting): string => words(titles.get(assignmentId)?.terms.title);
  return (
    <>
      <Head title={t('title')} about={t('left', { count: queue.length })} />
      <div className="review">
        <QueueList queue={queue} current={current} titleOf={titleOf} onChosen={setChosen} />
        <OneReview
          key={current.assignmentId}
          waiting={current}
          title={titles.has(current.assignmentId) ? titleOf(current) : ''}
          onSaved={() => setChosen((queue[at + 1] ?? queue[at - 1])?.assignmentId)}
        />
      </div>
    </>
  );
}

interface QueueListProps {
  readonly queue: readonly Waiting[];
  readonly current: Waiting;
  readonly titleOf: (waiting: Waiting) => string;
  readonly onChosen: (assignmentId: string) => void;
}

function QueueList({ queue, current, titleOf, onChosen }: QueueListProps): ReactNode {
  const t = useMessages(reviewMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  return (
    <nav className="queue card" aria-label={t('queue')}>
      <ol>
        {queue.map((waiting) => (
          <li key={waiting.assignmentId}>
            <button
              type="button"
              aria-current={waiting === current ? 'true' : undefined}
              onClick={() => onChosen(waiting.assignmentId)}
            >
              <span className="title">
                <strong>{waiting.code}</strong> {titleOf(waiting)}
              </span>
              <span className="soft small">{dayAndTime(waiting.toldAt, language, timeZone)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface OneReviewProps {
  readonly waiting: Waiting;
  readonly title: string;
  readonly onSaved: () => void;
}

function OneReview({ waiting, title, onSaved }: OneReviewProps): ReactNode {
  const t = useMessages(reviewMessages);
  const { language } = useLanguage();
  const { studyId, timeZone } = useStudy();
  const { assignmentId, participantId, code, nextSessionAt } = waiting;
  const { data } = useRead(Submission, { studyId, assignmentId });
  const save = useReview(waiting, title);
  return (
    <>
      <article className="submission card" aria-label={`${code} ${title}`}>
        <h2>{title}</h2>
        <p className="soft">
          <Link to="/staff/people/$participantId" params={{ participantId }}>
            {code}
          </Link>
          {nextSessionAt !== null && ` · ${t('nextUp', { when: dayAndTime(nextSessionAt, language, timeZone) })}`}
        </p>
        <SubmissionView assignmentId={assignmentId} code={code} />
      </article>
      <RatingPanel
        code={code}
        label={t('save')}
        onSave={(rated) => {
          save(rated, data?.assignment?.version ?? 1, data?.assignment?.attempts.nodes[0]?.attemptId);
          onSaved();
        }}
      />
    </>
  );
}

/** Saves a review; the line leaves the list at once and comes back where it was not saved. */
function useReview(waiting: Waiting, title: string): (rated: Rated, version: number, attemptId?: string) => void {
  const t = useMessages(reviewMessages);
  const { me } = useWho();
  const { studyId, timeZone } = useStudy();
  const { save } = useActs();
  const queries = useQueryClient();
  const { assignmentId, participantId, code } = waiting;
  return (rated, version, attemptId) => {
    const reviewed = { assignmentId, participantId, version, attemptId, raterId: me.subjectId };
    const key = readKey(ReviewQueue, { studyId, today: todayIn(timeZone) });
    const show = (): (() => void) => {
      const before = queries.getQueryData<ReviewQueueQuery>(key);
      const left = before?.reviewQueue.filter((each) => each.assignmentId !== assignmentId);
      if (left !== undefined) queries.setQueryData(key, { reviewQueue: left });
      return () => queries.setQueryData(key, before);
    };
    void save({ what: t('said', { title, code }), acts: reviewActs(reviewed, rated), show });
  };
}
