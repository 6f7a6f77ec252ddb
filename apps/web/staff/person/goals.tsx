import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { AttainGoal, DropGoal, RateGoal, SetGoal } from '../commands/commands.generated.ts';
import { Button, Field } from '../shell/parts.tsx';
import { useWho } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import { useTerms, valuesOf } from '../words/terms.ts';
import type { PersonQuery } from './person.generated.ts';
import { personMessages } from './person.messages.ts';

type Goal = PersonQuery['goals']['nodes'][number];

interface GoalsProps {
  readonly person: { readonly participantId: string };
  readonly goals: readonly Goal[];
}

/** What they want to reach, and how far they are (Goal Attainment Scaling). */
export function Goals({ person, goals }: GoalsProps): ReactNode {
  const t = useMessages(personMessages);
  const { may } = useWho();
  return (
    <section className="card" aria-labelledby="goals">
      <h2 id="goals">{t('goals')}</h2>
      {goals.length === 0 && <p className="soft">{t('goalsNone')}</p>}
      <ul className="plain-list">
        {goals.map((goal) => (
          <GoalLine key={goal.goalId} goal={goal} />
        ))}
      </ul>
      {may('assignment:write') && (
        <details>
          <summary>{t('newGoal')}</summary>
          <NewGoal participantId={person.participantId} />
        </details>
      )}
    </section>
  );
}

const ATTAINMENTS = ['-2', '-1', '0', '1', '2'] as const;
const DROP_REASONS = valuesOf('dropReason');

function GoalLine({ goal }: { readonly goal: Goal }): ReactNode {
  const terms = useTerms();
  const { may } = useWho();
  const level = ATTAINMENTS.find((each) => Number(each) === goal.attainment);
  return (
    <li className="homework-line">
      <div>
        <strong>
          <Words of={goal.statement} />
        </strong>{' '}
        <span className="badge">{terms(`goalStatus.${goal.status}`)}</span>
        {level !== undefined && <p className="soft">{terms(`attainment.${level}`)}</p>}
      </div>
      {goal.status === 'OPEN' && may('assignment:write') && <GoalActs goal={goal} />}
    </li>
  );
}

function GoalActs({ goal: { goalId, attainment } }: { readonly goal: Goal }): ReactNode {
  const t = useMessages(personMessages);
  const terms = useTerms();
  const { save } = useActs();
  const rate = (value: string): void => {
    const level = ATTAINMENTS.find((each) => each === value);
    if (level === undefined) return;
    const input = { goalId, attainment: Number(level), informant: 'CLIENT' as const };
    void save({ what: t('saidRate', { what: terms(`attainment.${level}`) }), acts: [act('GOAL', RateGoal, input)] });
  };
  const attain = () => [act('GOAL', AttainGoal, { goalId, informant: 'CLIENT' })];
  const drop = (value: string): void => {
    const reason = DROP_REASONS.find((each) => each === value);
    if (reason !== undefined) void save({ what: t('saidDrop'), acts: [act('GOAL', DropGoal, { goalId, reason })] });
  };
  return (
    <div className="row">
      <select aria-label={t('rate')} value={attainment ?? ''} onChange={({ target }) => rate(target.value)}>
        <option value="">{t('rate')}</option>
        {ATTAINMENTS.map((each) => (
          <option key={each} value={each}>
            {terms(`attainment.${each}`)}
          </option>
        ))}
      </select>
      <Button kind="quiet" onClick={() => void save({ what: t('saidReached'), acts: attain() })}>
        {t('reached')}
      </Button>
      <select aria-label={t('dropWhy')} value="" onChange={({ target }) => drop(target.value)}>
        <option value="">{t('drop')}</option>
        {DROP_REASONS.map((each) => (
          <option key={each} value={each}>
            {terms(`dropReason.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function NewGoal({ participantId }: { readonly participantId: string }): ReactNode {
  const t = useMessages(personMessages);
  const { save } = useActs();
  const [statement, setStatement] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = { participantId, setBy: 'COLLABORATIVE' as const, statement: statement.trim() };
    void save({ what: t('saidGoal'), acts: [act('GOAL', SetGoal, input)] });
    setStatement('');
  };
  return (
    <form onSubmit={submit}>
      <Field label={t('goal')}>
        <input required maxLength={500} value={statement} onChange={({ target }) => setStatement(target.value)} />
      </Field>
      <Button type="submit">{t('save')}</Button>
    </form>
  );
}
