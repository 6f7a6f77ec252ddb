import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayAndTime, longDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { AssignChoices, type AssignChoicesQuery } from '../assign/assign.generated.ts';
import { useRead } from '../commands/read.ts';
import { SessionPlan, type SessionPlanQuery } from '../session/session.generated.ts';
import { Button, Head, Pending } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import { useCode } from '../words/codes.ts';
import { useTerms } from '../words/terms.ts';
import { printMessages } from './print.messages.ts';

/** What was agreed, on a page to take home. */
export function SummaryScreen(): ReactNode {
  const t = useMessages(printMessages);
  const { participantId } = useParams({ from: '/shell/staff/people/$participantId/summary' });
  const { language } = useLanguage();
  const { studyId } = useStudy();
  const code = useCode(participantId);
  const plan = useRead(SessionPlan, { studyId, participantId });
  const homework = useRead(AssignChoices, { studyId, participantId, language });
  const error = plan.error ?? homework.error;
  const again = (): void => (void plan.refetch(), void homework.refetch());
  if (plan.data === undefined || homework.data === undefined)
    return <Pending title={t('summary', { code })} error={error} again={again} />;
  return (
    <>
      <Head title={t('summary', { code })} about={t('summaryAbout')}>
        <Button kind="main" onClick={() => print()}>
          {t('print')}
        </Button>
      </Head>
      <article className="summary sheet">
        <Dates plan={plan.data} />
        <h2>{t('homework')}</h2>
        <Agreed homework={homework.data.assignments.nodes.filter(({ status }) => status === 'ACTIVE')} />
        <GoalsOf plan={plan.data} />
        <h2>{t('note')}</h2>
        <div className="ruled" aria-hidden="true" />
      </article>
    </>
  );
}

function Dates({ plan }: { readonly plan: SessionPlanQuery }): ReactNode {
  const t = useMessages(printMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const sessions = plan.sessions.nodes;
  const last = sessions.findLast(({ state }) => state === 'HELD');
  const next = sessions.find(({ state }) => state === 'SCHEDULED');
  return (
    <>
      {last !== undefined && <p>{t('lastSession', { when: longDay(last.occurredAt, language, timeZone) })}</p>}
      {next?.scheduledAt != null && (
        <p>
          <strong>{t('nextSession', { when: dayAndTime(next.scheduledAt, language, timeZone) })}</strong>
        </p>
      )}
    </>
  );
}

function Agreed({ homework }: { readonly homework: AssignChoicesQuery['assignments']['nodes'] }): ReactNode {
  const t = useMessages(printMessages);
  if (homework.length === 0) return <p>{t('none')}</p>;
  return homework.map(({ assignmentId, terms }) => (
    <section key={assignmentId}>
      <h3>
        <Words of={{ ...terms.title, erased: false }} />
      </h3>
      <Until due={terms.due} />
      {terms.rationale?.text != null && <p>{terms.rationale.text}</p>}
      {terms.instructions?.text != null && (
        <ol>
          {terms.instructions.text.split('\n').map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </section>
  ));
}

type Due = AssignChoicesQuery['assignments']['nodes'][number]['terms']['due'];

/** Until when it is to be done. */
function Until({ due }: { readonly due: Due }): ReactNode {
  const t = useMessages(printMessages);
  const say = useTerms();
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  if (due.kind === 'OPEN') return <p className="soft">{t('openDue')}</p>;
  if (due.kind === 'RECURRING') return <p className="soft">{say('due.RECURRING')}</p>;
  const when = due.at === null ? say('due.NEXT_SESSION') : dayAndTime(due.at, language, timeZone);
  return <p className="soft">{t('homeworkDue', { when })}</p>;
}

function GoalsOf({ plan }: { readonly plan: SessionPlanQuery }): ReactNode {
  const t = useMessages(printMessages);
  const goals = plan.sessionAgenda.items.flatMap(({ goal }) => (goal === null ? [] : [goal]));
  if (goals.length === 0) return null;
  return (
    <>
      <h2>{t('goals')}</h2>
      <ul>
        {goals.map((goal) => (
          <li key={goal.goalId}>
            <Words of={goal.statement} />
          </li>
        ))}
      </ul>
    </>
  );
}
