import './screens.css';
import '../../worksheet/worksheet.css';
import type { ReactNode } from 'react';
import { navigate } from '../parts/way.tsx';
import { shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { type FoundTask, WithTask } from '../parts/task.frame.tsx';
import { isSendable, Words } from '../parts/words.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { taskAddress } from '../participant.routes.ts';
import { useDay } from '../phone.context.ts';
import { taskMessages } from './task.messages.ts';

/** A question about homework, for the therapist. */
export function AskScreen(): ReactNode {
  return <WithTask>{({ task, title }) => (task.kind === 'homework' ? <Ask {...{ task, title }} /> : null)}</WithTask>;
}

function Ask({
  task,
  title,
}: Pick<FoundTask, 'title'> & { readonly task: Extract<FoundTask['task'], { kind: 'homework' }> }): ReactNode {
  const t = useMessages(taskMessages);
  const writing = useDraft(`ask/${task.homework.assignmentId}`);
  const written = writing.draft?.values['question'];
  const question = typeof written === 'string' ? written : '';
  const send = async (): Promise<void> => {
    const input = { assignmentId: task.homework.assignmentId, by: 'CLIENT', question } as const;
    await writing.handIn(() => ({
      command: { name: 'requestClarification', input },
      told: { title: `${t('question')}: ${title}` },
    }));
    navigate(taskAddress(task.id), 'replace');
  };
  return (
    <Frame back={[taskAddress(task.id), title]}>
      <h1>{t('askTitle')}</h1>
      <p>{t('askText')}</p>
      <div className="p-form">
        <Words
          id="question"
          label={t('question')}
          value={question}
          onChange={(next) => writing.change({ question: next })}
        />
        <button type="button" className="p-button" disabled={!isSendable(question)} onClick={() => void send()}>
          {t('send')}
        </button>
      </div>
      <Clarifications assignmentId={task.homework.assignmentId} />
    </Frame>
  );
}

/** What was asked about homework, and what came back. */
export function Clarifications({ assignmentId }: { readonly assignmentId: string }): ReactNode {
  const t = useMessages(taskMessages);
  const { language } = useLanguage();
  const all = useDay()?.known.clarifications.nodes ?? [];
  const own = all.filter((one) => one.assignmentId === assignmentId);
  return own.length === 0 ? null : (
    <ul className="p-list">
      {own.map(({ number, question, answer, askedAt }) => (
        <li key={number} className="p-card">
          <p className="p-soft">
            {t('asked')}, {shortDay(askedAt, language)}
          </p>
          <p>{question.text}</p>
          <p className="p-note">{answer === null ? t('noAnswer') : `${t('answered')}: ${answer.text ?? ''}`}</p>
        </li>
      ))}
    </ul>
  );
}
