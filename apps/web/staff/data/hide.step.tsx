import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Choose } from '../shell/choose.tsx';
import { Button, Field, Loading, Problem } from '../shell/parts.tsx';
import { useWho } from '../shell/who.context.tsx';
import { type DataKey, dataMessages } from './data.messages.ts';
import { type ListedTable, useTables } from './data.step.tsx';
import type { StepProps } from './question.step.tsx';
import * as spec from './specification.ts';

/** What may be known about a person: rules by column, k, and what is left of times. */
export function HideStep({ specification, change }: StepProps): ReactNode {
  const t = useMessages(dataMessages);
  const { data, error, refetch } = useTables();
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const chosen = data.datasetTables.filter(({ name }) => specification.tables[name] !== undefined);
  return (
    <section>
      <h2 className="question-lead">{t('hide.lead')}</h2>
      <p className="soft">{t('hideText')}</p>
      <Limits {...{ specification, change }} />
      {chosen.map((table, place) => (
        <details key={table.name} className="card rules" open={place === 0}>
          <summary>{table.title}</summary>
          <Rules {...{ table, specification, change }} />
        </details>
      ))}
      <Json key={JSON.stringify(specification)} {...{ specification, change }} />
    </section>
  );
}

function Limits({ specification, change }: StepProps): ReactNode {
  const t = useMessages(dataMessages);
  const { may } = useWho();
  const signed = specification['riskAssessment'];
  const k = spec.kOf(specification);
  return (
    <div className="card limits">
      <Field label={t('k')} help={t('kHelp')}>
        <input
          type="number"
          min={2}
          max={100}
          value={k}
          onChange={({ target }) => {
            if (target.valueAsNumber >= 2)
              change(spec.withModel(specification, { k: Math.floor(target.valueAsNumber) }));
          }}
        />
      </Field>
      {k < 5 && (
        <Field label={t('signedAssessment')} help={t('signedHelp')}>
          <input
            value={typeof signed === 'string' ? signed : ''}
            onChange={({ target }) => change({ ...specification, riskAssessment: target.value || undefined })}
          />
        </Field>
      )}
      <Choose
        label={t('suppressedMost')}
        values={SHARES}
        value={SHARES.find((share) => Number(share) === spec.mostSuppressed(specification) * 100) ?? '5'}
        say={(share) => `${share} %`}
        onValue={(share) => change(spec.withModel(specification, { maxSuppressed: Number(share) / 100 }))}
      />
      <Choose
        label={t('time')}
        values={spec.TIME_MODES}
        value={spec.timeModeOf(specification)}
        say={(mode) => t(`time.${mode}`)}
        onValue={(mode) => change(spec.withTimeMode(specification, mode))}
      />
      {may('arm:read') && (
        <label className="check">
          <input
            type="checkbox"
            checked={specification['blinded'] !== false}
            onChange={({ target }) => change({ ...specification, blinded: target.checked })}
          />
          {t('blinded')}
        </label>
      )}
    </div>
  );
}

const SHARES = ['0', '5', '10', '15', '20'] as const;
const ROLES = [
  ...(['identifier', 'drop', 'pseudonym', 'quasi', 'sensitive', 'time', 'interval', 'freetext', 'open'] as const),
];

function Rules({ table, specification, change }: StepProps & { readonly table: ListedTable }): ReactNode {
  const t = useMessages(dataMessages);
  const rules = specification.tables[table.name]?.columns ?? {};
  return (
    <ul className="plain-list rule-list">
      {table.columns.map(({ name, label, roles, proposed }) => {
        const role = rules[name]?.role ?? '';
        return (
          <li key={name} className={spec.isDropped({ role }) ? 'stays' : undefined}>
            <label>
              <span>{label}</span>
              <select
                value={role}
                disabled={roles.length < 2}
                onChange={({ target }) =>
                  change(
                    spec.withRule(specification, table.name, name, spec.ruleFor(target.value, spec.ruleOf(proposed))),
                  )
                }
              >
                {roles.map((each) => (
                  <option key={each} value={each}>
                    {t(roleWords(each))}
                  </option>
                ))}
              </select>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

function roleWords(role: string): DataKey {
  return `role.${ROLES.find((each) => each === role) ?? 'open'}`;
}

/** Everything that the form does not ask. */
function Json({ specification, change }: StepProps): ReactNode {
  const t = useMessages(dataMessages);
  const [text, setText] = useState(() => JSON.stringify(specification, null, 2));
  const [wrong, setWrong] = useState(false);
  const apply = (): void => {
    const read = spec.readSpecification(parsed(text));
    setWrong(read === undefined);
    if (read !== undefined) change(read);
  };
  return (
    <details className="card">
      <summary>{t('json')}</summary>
      <Field label={t('json')} help={t('jsonHelp')}>
        <textarea
          className="json"
          rows={16}
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <p className="wrong" role="alert">
        {wrong ? t('notJson') : ''}
      </p>
      <Button onClick={apply}>{t('apply')}</Button>
    </details>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
