import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import { DataTables, type DataTablesQuery } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';
import type { StepProps } from './question.step.tsx';
import { DROPPED, isDropped, ruleFor, ruleOf, type Specification, withRule } from './specification.ts';

export type ListedTable = DataTablesQuery['datasetTables'][number];

/** What a data set may hold, in the language of the page. */
export function useTables() {
  const { language } = useLanguage();
  return useRead(DataTables, { language }, { staleTime: Infinity });
}

/** Tables that leave, and their columns. */
export function DataStep({ specification, change }: StepProps): ReactNode {
  const t = useMessages(dataMessages);
  const { data, error, refetch } = useTables();
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const offered = data.datasetTables.filter(({ tellsArms }) => !tellsArms || specification['blinded'] === false);
  return (
    <section>
      <h2 className="question-lead">{t('data.lead')}</h2>
      <p className="soft">{t('upTo', { index: specification.index })}</p>
      <div className="tables-to-choose">
        {offered.map((table) => (
          <TableCard key={table.name} {...{ table, specification, change }} />
        ))}
      </div>
    </section>
  );
}

/** The table as its own rules propose it. */
function proposed({ columns }: ListedTable): Specification['tables'][string] {
  return { columns: Object.fromEntries(columns.map(({ name, proposed: rule }) => [name, ruleOf(rule)])) };
}

function TableCard({ table, specification, change }: StepProps & { readonly table: ListedTable }): ReactNode {
  const t = useMessages(dataMessages);
  const { [table.name]: chosen, ...others } = specification.tables;
  const always = table.name === 'participants';
  const choose = (on: boolean): void =>
    change({ ...specification, tables: on ? { ...specification.tables, [table.name]: proposed(table) } : others });
  return (
    <div className="card table-card">
      <label className="check">
        <input
          type="checkbox"
          checked={chosen !== undefined}
          disabled={always}
          onChange={({ target }) => choose(target.checked)}
        />
        <strong>{table.title}</strong>
      </label>
      <p className="soft small">
        {t('grain', { grain: table.grain.toLowerCase() })} · {t('columns', { count: table.columns.length })}
        {always && ` · ${t('needed')}`}
      </p>
      {chosen !== undefined && (
        <details>
          <summary>{t('showColumns')}</summary>
          <Columns {...{ table, specification, change }} />
        </details>
      )}
    </div>
  );
}

function Columns({ table, specification, change }: StepProps & { readonly table: ListedTable }): ReactNode {
  const rules = specification.tables[table.name]?.columns ?? {};
  return (
    <div className="checks">
      {table.columns.map(({ name, label, proposed: rule, roles }) => {
        const own = ruleOf(rule);
        const leaving = rules[name] !== undefined && !isDropped(rules[name]);
        const back = isDropped(own) ? ruleFor(roles.find((role) => !isDropped({ role })) ?? own.role, own) : own;
        return (
          <label key={name} className="check" title={name}>
            <input
              type="checkbox"
              checked={leaving}
              disabled={own.role === 'pseudonym'}
              onChange={({ target }) =>
                change(withRule(specification, table.name, name, target.checked ? back : DROPPED))
              }
            />
            {label}
          </label>
        );
      })}
    </div>
  );
}
