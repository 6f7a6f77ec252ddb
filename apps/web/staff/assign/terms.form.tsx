import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { todayIn, useStudy } from '../shell/who.context.tsx';
import { useTerms } from '../words/terms.ts';
import type { Assignee } from './assignee.ts';
import { assignMessages } from './assign.messages.ts';
import type { HomeworkChoice, Terms } from './homework.choices.ts';

interface TermsFormProps {
  readonly choice: HomeworkChoice;
  readonly person: Assignee;
  readonly onBack: () => void;
  readonly onAssign: (terms: Terms) => void;
}

const KINDS = ['NEXT_SESSION', 'BY', 'OPEN'] as const;
const DIFFICULTIES = [0, 1, 2, 3, 4] as const;

/** What is agreed on, ready to be: Enter assigns it as it is. */
export function TermsForm({ choice, person, onBack, onAssign }: TermsFormProps): ReactNode {
  const t = useMessages(assignMessages);
  const terms = useTerms();
  const [draft, setDraft] = useState<Terms>(choice.terms);
  const main = useRef<HTMLDivElement>(null);
  useEffect(() => main.current?.querySelector('button')?.focus(), []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onAssign(draft);
  };
  const { dose, instructions } = draft;
  return (
    <form onSubmit={submit} className="terms">
      <p className="lead">{draft.title}</p>
      {instructions != null && <Steps text={instructions} />}
      <p className="soft">
        {choice.minutes !== undefined && t('minutes', { minutes: choice.minutes })}{' '}
        {dose != null && t('asks', { amount: dose.amount, unit: terms(`unit.${dose.unit}`) })}
      </p>
      <DueChoice draft={draft} person={person} onDraft={setDraft} />
      <details>
        <summary>{t('more')}</summary>
        <MoreTerms draft={draft} onDraft={setDraft} />
      </details>
      <div className="row end" ref={main}>
        <Button kind="main" type="submit" hint="Enter">
          {t('assign')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </form>
  );
}

function Steps({ text }: { readonly text: string }): ReactNode {
  return (
    <ol className="steps">
      {text.split('\n').map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

interface DraftProps {
  readonly draft: Terms;
  readonly onDraft: (terms: Terms) => void;
}

/** Until when: the next session, unless something else is said. */
function DueChoice({ draft, person, onDraft }: DraftProps & Pick<TermsFormProps, 'person'>): ReactNode {
  const t = useMessages(assignMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const when = person.nextSession === null ? undefined : dayAndTime(person.nextSession.at, language, timeZone);
  const names = {
    NEXT_SESSION: when === undefined ? t('dueNext') : t('dueNextAt', { when }),
    ...{ BY: t('dueBy'), OPEN: t('dueOpen') },
  };
  // The end of the day, as the clock of this device has it.
  const by = (day: string): Terms => ({ ...draft, due: { kind: 'BY', at: new Date(`${day}T23:59:00`).toISOString() } });
  const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const choose = (kind: string): void => {
    if (kind === 'BY') onDraft(by(week));
    else onDraft({ ...draft, due: { kind: kind === 'OPEN' ? 'OPEN' : 'NEXT_SESSION' } });
  };
  return (
    <div className="row">
      <Field label={t('due')}>
        <select value={draft.due.kind} onChange={({ target }) => choose(target.value)}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
      </Field>
      {draft.due.kind === 'BY' && (
        <Field label={t('day')}>
          <input
            type="date"
            required
            min={todayIn(timeZone)}
            defaultValue={week}
            onChange={({ target }) => target.value !== '' && onDraft(by(target.value))}
          />
        </Field>
      )}
    </div>
  );
}

function MoreTerms({ draft, onDraft }: DraftProps): ReactNode {
  const t = useMessages(assignMessages);
  return (
    <>
      <Field label={t('homeworkTitle')}>
        <input
          value={draft.title}
          required
          maxLength={200}
          onChange={({ target }) => onDraft({ ...draft, title: target.value })}
        />
      </Field>
      <Field label={t('instructions')}>
        <textarea
          rows={4}
          value={draft.instructions ?? ''}
          onChange={({ target }) => onDraft({ ...draft, instructions: target.value === '' ? null : target.value })}
        />
      </Field>
      <Field label={t('difficulty')}>
        <select
          value={draft.difficulty ?? ''}
          onChange={({ target }) =>
            onDraft({ ...draft, difficulty: target.value === '' ? null : Number(target.value) })
          }
        >
          <option value="" />
          {DIFFICULTIES.map((level) => (
            <option key={level} value={level}>
              {t(`difficulty${level}`)}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}
