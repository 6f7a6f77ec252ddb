import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import { Words } from '../words/sealed-words.tsx';
import { sessionMessages } from './session.messages.ts';
import type { Agenda } from './session.plan.ts';

interface AgendaListProps {
  readonly items: readonly Agenda[];
  readonly onAssign: () => void;
}

/** What this session has to take up, as the record has it. */
export function AgendaList({ items, onAssign }: AgendaListProps): ReactNode {
  const t = useMessages(sessionMessages);
  return (
    <section className="card" aria-labelledby="agenda">
      <h2 id="agenda">{t('agenda')}</h2>
      {items.length === 0 && <p className="soft">{t('agendaNone')}</p>}
      <ul className="agenda">
        {items.map(({ kind, homework, goal }) => (
          <li key={`${kind} ${homework?.assignmentId ?? goal?.goalId ?? ''}`}>
            <span className={`badge ${kind === 'TO_REVIEW' || kind === 'QUESTION' ? 'pressing' : ''}`}>{t(kind)}</span>{' '}
            <span>
              <Words of={homework?.title ?? goal?.statement} />
            </span>
            {kind === 'GOAL_WITHOUT_HOMEWORK' && (
              <div>
                <Button kind="quiet" onClick={onAssign}>
                  {t('goalHomework')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
