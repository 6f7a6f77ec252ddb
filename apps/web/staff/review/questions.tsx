import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { GiveClarification } from '../commands/commands.generated.ts';
import { Button, Field } from '../shell/parts.tsx';
import { useWho } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import type { SubmissionQuery } from './review.generated.ts';
import { reviewMessages } from './review.messages.ts';

type Question = SubmissionQuery['clarifications']['nodes'][number];

interface QuestionsProps {
  readonly assignmentId: string;
  readonly code: string;
  readonly asked: readonly Question[];
}

/** What they do not understand about it, and the answers. */
export function Questions({ assignmentId, code, asked }: QuestionsProps): ReactNode {
  const t = useMessages(reviewMessages);
  const { may } = useWho();
  const open = asked.find(({ answered }) => !answered);
  return asked.map((question) => (
    <section key={question.number} className="question">
      <h3>{t('question')}</h3>
      <p>
        <Words of={question.question} />
      </p>
      {question.answer !== null && (
        <p className="soft">
          {t('answered')}: <Words of={question.answer} />
        </p>
      )}
      {question === open && may('assignment:write') && <AnswerForm assignmentId={assignmentId} code={code} />}
    </section>
  ));
}

function AnswerForm({ assignmentId, code }: Pick<QuestionsProps, 'assignmentId' | 'code'>): ReactNode {
  const t = useMessages(reviewMessages);
  const { save } = useActs();
  const [answer, setAnswer] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const acts = [act('ASSIGNMENT', GiveClarification, { assignmentId, answer: answer.trim() })];
    void save({ what: t('saidAnswer', { code }), acts });
  };
  return (
    <form onSubmit={submit}>
      <Field label={t('answer')}>
        <textarea rows={2} required value={answer} onChange={({ target }) => setAnswer(target.value)} />
      </Field>
      <Button type="submit">{t('sendAnswer')}</Button>
    </form>
  );
}
