import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import { todayIn, useStudy } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import { useTerms } from '../words/terms.ts';
import type { SessionPlanQuery } from './session.generated.ts';
import { sessionMessages } from './session.messages.ts';
import { dayIn } from './session.plan.ts';

type Assigned = SessionPlanQuery['assignments']['nodes'][number];

/** What was assigned today. */
export function assignedToday(assignments: readonly Assigned[], timeZone: string): readonly Assigned[] {
  const today = todayIn(timeZone);
  return assignments.filter(
    ({ assignedAt, status }) => assignedAt !== null && status === 'ACTIVE' && dayIn(timeZone, assignedAt) === today,
  );
}

interface NextHomeworkProps {
  readonly assignments: readonly Assigned[];
  readonly onAssign: () => void;
}

/** The next homework; that there is none is said where the session is kept. */
export function NextHomework({ assignments, onAssign }: NextHomeworkProps): ReactNode {
  const t = useMessages(sessionMessages);
  const terms = useTerms();
  const { timeZone } = useStudy();
  const today = assignedToday(assignments, timeZone);
  return (
    <section className="card" aria-labelledby="step-next">
      <h2 id="step-next">{t('stepNext')}</h2>
      {today.length > 0 && (
        <ul className="plain-list">
          {today.map((each) => (
            <li key={each.assignmentId}>
              <span aria-hidden="true">✓ </span>
              <Words of={each.terms.title} />{' '}
              <span className="soft">{terms(`due.${each.terms.due.kind}`, { when: '' })}</span>
            </li>
          ))}
        </ul>
      )}
      <Button hint="A" onClick={onAssign}>
        {t('assignNext')}
      </Button>
    </section>
  );
}
