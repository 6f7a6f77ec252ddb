import '../../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import { navigate } from '../parts/way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { Choices } from '../parts/choices.tsx';
import { Frame } from '../parts/frame.tsx';
import { type FoundTask, WithTask } from '../parts/task.frame.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { taskAddress } from '../participant.routes.ts';
import type { InputOf } from '../store/commands.ts';
import type { Task } from '../store/today.ts';
import { type TaskMessage, taskMessages } from './task.messages.ts';

type HomeworkTask = Extract<Task, { kind: 'homework' }>;
type Barrier = NonNullable<InputOf<'reportOccurrence'>['barriers']>[number];
type DeclineReason = InputOf<'declineAssignment'>['reason'];

const BARRIERS: readonly (readonly [Barrier, TaskMessage])[] = [
  ['FORGETTING', 'forgetting'],
  ['PRACTICAL', 'practical'],
  ['MOTIVATION', 'motivation'],
  ['SYMPTOM', 'symptom'],
  ['COMPREHENSION', 'comprehension'],
  ['DULL_OR_IRRELEVANT', 'relevance'],
  ['TECHNICAL', 'technical'],
  ['OTHER', 'other'],
];

const REASONS: readonly (readonly [DeclineReason, TaskMessage])[] = [
  ['TOO_DIFFICULT', 'tooHard'],
  ['NOT_RELEVANT', 'notRelevant'],
  ['NO_TIME', 'noTime'],
  ['DISCOMFORT', 'discomfort'],
  ['OTHER', 'other'],
];

/** Not done, and why: as good an answer as any. */
export function NotNowScreen(): ReactNode {
  return (
    <WithTask>{({ task, title }) => (task.kind === 'homework' ? <NotNow {...{ task, title }} /> : null)}</WithTask>
  );
}

function NotNow({ task, title }: Pick<FoundTask, 'title'> & { readonly task: HomeworkTask }): ReactNode {
  const t = useMessages(taskMessages);
  const [never, setNever] = useState(false);
  return (
    <Frame back={[taskAddress(task.id), title]}>
      <h1>{never ? t('never') : t('notNowTitle')}</h1>
      <p>{never ? t('neverText') : t('notNowText')}</p>
      {never ? <Declining {...{ task, title }} /> : <Reporting {...{ task, title }} />}
      {never ? null : (
        <button type="button" className="ws-quiet" onClick={() => setNever(true)}>
          {t('never')}
        </button>
      )}
    </Frame>
  );
}

/** What a form of reasons says and keeps. */
function useReason(place: string) {
  const writing = useDraft(place);
  const { reason, note } = writing.draft?.values ?? {};
  return {
    writing,
    reasons: Array.isArray(reason) ? reason.filter((one): one is string => typeof one === 'string') : [],
    note: typeof note === 'string' ? note : '',
  };
}

type ReasonProps = Pick<FoundTask, 'title'> & { readonly task: HomeworkTask };

function Reporting({ task, title }: ReasonProps): ReactNode {
  const t = useMessages(taskMessages);
  const { writing, reasons, note } = useReason(`not-now/${task.id}`);
  const tell = async (): Promise<void> => {
    const input: InputOf<'reportOccurrence'> = {
      ...{ assignmentId: task.homework.assignmentId, state: 'NOT_DONE', informant: 'CLIENT' },
      ...(task.occurrence === undefined ? {} : { occurrence: task.occurrence }),
      barriers: BARRIERS.flatMap(([barrier]) => (reasons.includes(barrier) ? [barrier] : [])),
      ...(note.trim() === '' ? {} : { note }),
    };
    const told = { title: `${t('notNowTitle')}: ${title}` };
    await writing.handIn(() => ({ command: { name: 'reportOccurrence', input }, told }));
    navigate('/', 'replace');
  };
  return (
    <Choices
      {...{ many: true, note, chosen: reasons, legend: t('notNowText'), send: t('tell') }}
      options={BARRIERS.map(([value, key]) => ({ value, label: t(key) }))}
      onChange={(reason, words) => writing.change({ reason, note: words })}
      onSend={() => void tell()}
    />
  );
}

function Declining({ task, title }: ReasonProps): ReactNode {
  const t = useMessages(taskMessages);
  const { writing, reasons, note } = useReason(`decline/${task.homework.assignmentId}`);
  const tell = async (): Promise<void> => {
    const [reason] = REASONS.find(([each]) => reasons.includes(each)) ?? ['OTHER' as const];
    const words = note.trim() === '' ? {} : { note };
    const input = { assignmentId: task.homework.assignmentId, by: 'CLIENT', reason, ...words } as const;
    const told = { title: `${t('never')}: ${title}` };
    await writing.handIn(() => ({ command: { name: 'declineAssignment', input }, told }));
    navigate('/', 'replace');
  };
  return (
    <Choices
      {...{ many: false, note, chosen: reasons, legend: t('never'), send: t('tell') }}
      options={REASONS.map(([value, key]) => ({ value, label: t(key) }))}
      onChange={(reason, words) => writing.change({ reason, note: words })}
      onSend={() => void tell()}
    />
  );
}
