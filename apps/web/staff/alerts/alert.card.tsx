import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { AcknowledgeSafetyAlert } from '../commands/commands.generated.ts';
import { Button, FactList } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import { useTerms } from '../words/terms.ts';
import { AssessForm, CloseForm } from './alert.forms.tsx';
import type { StaffAlertsQuery } from './alerts.generated.ts';
import { alertMessages } from './alerts.messages.ts';

export type StaffAlert = StaffAlertsQuery['alerts']['nodes'][number];

interface AlertCardProps {
  readonly alert: StaffAlert;
  readonly code: string;
}

/** An alert or a concern: why, for how long, who has it, and the next step. */
export function AlertCard({ alert, code }: AlertCardProps): ReactNode {
  const terms = useTerms();
  const { may } = useWho();
  return (
    <article className={`card alert ${alert.grade.toLowerCase()}`}>
      <header>
        <h2>
          <Link to="/staff/people/$participantId" params={{ participantId: alert.participantId }}>
            {code}
          </Link>{' '}
          <Reason alert={alert} />
        </h2>
        <span className={alert.grade === 'LOW' ? 'badge' : 'badge pressing'}>{terms(`grade.${alert.grade}`)}</span>{' '}
        <span className="badge">{terms(`alertStatus.${alert.status}`)}</span>
      </header>
      {alert.concern !== null && (
        <blockquote>
          <Words of={alert.concern} />
        </blockquote>
      )}
      <AlertFacts alert={alert} />
      {may('alert:answer') && <Steps alert={alert} code={code} />}
      {alert.closingNote !== null && (
        <p className="soft">
          <Words of={alert.closingNote} />
        </p>
      )}
    </article>
  );
}

function Reason({ alert }: { readonly alert: StaffAlert }): ReactNode {
  const t = useMessages(alertMessages);
  const { ruleId, item, value } = alert;
  if (ruleId === null) return t('concern');
  if (value === null) return t('rule', { rule: ruleId });
  if (item === null) return t('total', { value });
  // Items are numbered `q9` in the library; a study's own instrument may name them.
  const number = /^q(\d+)$/.exec(item)?.[1];
  return number === undefined ? t('itemValue', { item, value }) : t('itemNumber', { number, value });
}

function AlertFacts({ alert }: { readonly alert: StaffAlert }): ReactNode {
  const t = useMessages(alertMessages);
  const terms = useTerms();
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const when = (at: string): string => dayAndTime(at, language, timeZone);
  const {
    ruleId,
    status,
    answerAgeHours,
    level,
    recurrences,
    late,
    acknowledgedAt,
    acknowledgedBy,
    risk,
    assessedAt,
    outcome,
  } = alert;
  const facts = [
    ...(ruleId === null ? [] : [t('rule', { rule: ruleId })]),
    status === 'OPEN' ? t('waits', { when: when(alert.waitingSince) }) : t('raised', { when: when(alert.raisedAt) }),
    ...(answerAgeHours === null ? [] : [t('answerAge', { count: Math.round(answerAgeHours) })]),
    ...(level > 0 ? [t('level', { count: level })] : []),
    ...(recurrences > 0 ? [t('recurred', { count: recurrences })] : []),
    ...(late ? [t('late')] : []),
    ...(acknowledgedAt === null
      ? []
      : [t('acknowledgedBy', { who: acknowledgedBy ?? '', when: when(acknowledgedAt) })]),
    ...(risk === null || assessedAt === null
      ? []
      : [t('assessed', { risk: terms(`risk.${risk}`), when: when(assessedAt) })]),
    ...(outcome === null ? [] : [terms(`alertOutcome.${outcome}`)]),
  ];
  return <FactList facts={facts} />;
}

/** Look at it, assess, close: one step at a time. */
function Steps({ alert, code }: AlertCardProps): ReactNode {
  const t = useMessages(alertMessages);
  const { save } = useActs();
  const [open, setOpen] = useState<'assess' | 'close'>();
  const { alertId, status, assessmentAsked, assessedAt } = alert;
  if (status === 'CLOSED') return null;
  if (status === 'OPEN') {
    const acts = () => [act('ALERT', AcknowledgeSafetyAlert, { alertId })];
    return (
      <Button kind="main" onClick={() => void save({ what: t('saidAcknowledge', { code }), acts: acts() })}>
        {t('acknowledge')}
      </Button>
    );
  }
  const missing = assessmentAsked && assessedAt === null;
  const done = (): void => setOpen(undefined);
  return (
    <>
      {missing && <p className="notice pressing">{t('needsAssessment')}</p>}
      <div className="row">
        <Button kind={missing ? 'main' : 'plain'} aria-expanded={open === 'assess'} onClick={() => setOpen('assess')}>
          {t('assess')}
        </Button>
        <Button
          kind={missing ? 'plain' : 'main'}
          disabled={missing}
          aria-expanded={open === 'close'}
          onClick={() => setOpen('close')}
        >
          {t('close')}
        </Button>
      </div>
      {open === 'assess' && <AssessForm alertId={alertId} code={code} onDone={done} />}
      {open === 'close' && <CloseForm alertId={alertId} code={code} onDone={done} />}
    </>
  );
}
