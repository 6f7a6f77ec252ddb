import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { dayAndTime, shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { AssignDialog } from '../assign/assign.dialog.tsx';
import { useKeysOf } from '../shell/keys.context.tsx';
import { Head, Pending } from '../shell/parts.tsx';
import { Missing } from '../shell/missing.screen.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { useCode } from '../words/codes.ts';
import { AgendaList } from './agenda.list.tsx';
import { HomeworkCard } from './homework.card.tsx';
import { KeepSession } from './keep.session.tsx';
import { NextHomework } from './next.homework.tsx';
import { NextSession } from './next.session.tsx';
import type { SessionPlanQuery } from './session.generated.ts';
import { sessionMessages } from './session.messages.ts';
import { heldToday, homeworkOf, type ThisSession, thisSession, useSessionPlan } from './session.plan.ts';

/** One screen for a visit: last homework, the next, and the log of the session. */
export function SessionScreen(): ReactNode {
  const { participantId } = useParams({ from: '/shell/staff/people/$participantId/session' });
  const t = useMessages(sessionMessages);
  const code = useCode(participantId);
  const { data, error, refetch, begunAt } = useSessionPlan(participantId);
  if (data === undefined) return <Pending title={t('title', { code })} error={error} again={() => void refetch()} />;
  if (data.participant === null) return <Missing />;
  return <Visit key={participantId} plan={data} person={data.participant} begunAt={begunAt} />;
}

interface VisitProps {
  readonly plan: SessionPlanQuery;
  readonly person: NonNullable<SessionPlanQuery['participant']>;
  readonly begunAt: string;
}

function Visit({ plan, person, begunAt }: VisitProps): ReactNode {
  const t = useMessages(sessionMessages);
  const { timeZone } = useStudy();
  const { participantId, code } = person;
  const [assigning, setAssigning] = useState(false);
  const sessions = plan.sessions.nodes;
  const held = heldToday(sessions, timeZone);
  const session = thisSession(sessions, timeZone);
  useKeysOf([{ key: 'a', does: t('assignNext'), run: () => setAssigning(true) }]);
  return (
    <>
      <VisitHead code={code} participantId={participantId} session={session} since={plan.sessionAgenda.since} />
      <div className="visit">
        <div className="steps-of-visit">
          <LastHomework plan={plan} person={person} sessionId={session.sessionId} />
          <NextHomework assignments={plan.assignments.nodes} onAssign={() => setAssigning(true)} />
          <KeepSession plan={plan} person={person} session={session} held={held} begunAt={begunAt} />
        </div>
        <aside>
          <AgendaList items={plan.sessionAgenda.items} onAssign={() => setAssigning(true)} />
          <NextSession sessions={sessions} person={person} />
        </aside>
      </div>
      {assigning && (
        <AssignDialog person={{ participantId, code, nextSession: null }} onClose={() => setAssigning(false)} />
      )}
    </>
  );
}

interface LastHomeworkProps extends Omit<VisitProps, 'begunAt'> {
  readonly sessionId: string | undefined;
}

/** What was to be done since the last session, one card each. */
function LastHomework({ plan, person, sessionId }: LastHomeworkProps): ReactNode {
  const t = useMessages(sessionMessages);
  const homework = homeworkOf(plan);
  const due = new Map(plan.assignments.nodes.map((each) => [each.assignmentId, each.terms.due.kind]));
  return (
    <section className="card" aria-labelledby="step-homework">
      <h2 id="step-homework">{t('stepHomework')}</h2>
      {homework.length === 0 && <p className="soft">{t('homeworkNone')}</p>}
      {homework.map((each) => {
        const recurring = due.get(each.assignmentId) === 'RECURRING';
        return <HomeworkCard key={each.assignmentId} homework={each} {...{ person, sessionId, recurring }} />;
      })}
    </section>
  );
}

interface VisitHeadProps {
  readonly code: string;
  readonly participantId: string;
  readonly session: ThisSession;
  readonly since: SessionPlanQuery['sessionAgenda']['since'];
}

function VisitHead({ code, participantId, session, since }: VisitHeadProps): ReactNode {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const when =
    session.scheduledAt === null
      ? shortDay(new Date(), language, timeZone)
      : dayAndTime(session.scheduledAt, language, timeZone);
  const before =
    since === null
      ? t('first')
      : t('since', { number: since.sessionNumber, when: shortDay(since.at, language, timeZone) });
  return (
    <Head title={t('title', { code })} about={`${t('number', { number: session.number, when })} · ${before}`}>
      <Link className="button plain" to="/staff/people/$participantId" params={{ participantId }}>
        {t('person')}
      </Link>
      <Link className="button plain" to="/staff/people/$participantId/summary" params={{ participantId }}>
        {t('summary')}
      </Link>
    </Head>
  );
}
