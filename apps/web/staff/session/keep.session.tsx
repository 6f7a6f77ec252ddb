import { type ReactNode, type SubmitEvent, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs, useSaid } from '../commands/acts.context.tsx';
import { newCommandId } from '../commands/command-id.ts';
import {
  HoldSession,
  LogHomeworkSection,
  type LogHomeworkSectionInput,
  MissSession,
} from '../commands/commands.generated.ts';
import { Choose } from '../shell/choose.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { todayIn, useStudy, useWho } from '../shell/who.context.tsx';
import { useTerms, valuesOf } from '../words/terms.ts';
import { assignedToday } from './next.homework.tsx';
import type { SessionPlanQuery } from './session.generated.ts';
import { sessionMessages } from './session.messages.ts';
import { type HeldSession, homeworkOf, type ThisSession } from './session.plan.ts';

interface KeepSessionProps {
  readonly plan: SessionPlanQuery;
  readonly person: { readonly participantId: string; readonly code: string };
  readonly session: ThisSession;
  /** Today’s session, where it is kept already. */
  readonly held: HeldSession | undefined;
  readonly begunAt: string;
}

const MODALITIES = valuesOf('modality');
const WHY_NOT = valuesOf('whyNot');
const HOUR = 3_600_000;

/** The log of the session: that it was held, what was gone through, what was agreed or why nothing was. */
export function KeepSession(props: KeepSessionProps): ReactNode {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const { held } = props;
  const kept = held !== undefined && held.homeworkAssigned !== null;
  return (
    <section className="card" aria-labelledby="step-close">
      <h2 id="step-close">{t('stepClose')}</h2>
      {kept ? (
        <>
          <p>
            <span aria-hidden="true">✓ </span>
            {t('held', { when: dayAndTime(held.occurredAt, language, timeZone) })}
          </p>
          <p className="soft">{t('logged')}</p>
        </>
      ) : (
        <>
          <LogForm {...props} />
          {held === undefined && <Missed {...props} />}
        </>
      )}
    </section>
  );
}

/** What the log says beside the session itself. */
function useSection({ plan, person }: KeepSessionProps) {
  const said = useSaid();
  const { timeZone } = useStudy();
  const homework = homeworkOf(plan);
  const reviewed = homework.some((each) => each.reviewed || said(`reviewed ${each.assignmentId}`));
  const told = said(`assigned ${person.participantId} ${todayIn(timeZone)}`);
  const assigned = told || assignedToday(plan.assignments.nodes, timeZone).length > 0;
  const [whyNot, setWhyNot] = useState<(typeof WHY_NOT)[number]>('NO_TIME');
  const [whyNotReviewed, setWhyNotReviewed] = useState<(typeof WHY_NOT)[number]>('NO_TIME');
  const state = reviewed
    ? ('REVIEWED' as const)
    : homework.length === 0
      ? ('NOTHING_TO_REVIEW' as const)
      : ('NOT_REVIEWED' as const);
  const section: Pick<LogHomeworkSectionInput, 'assigned' | 'reviewed' | 'whyNot' | 'whyNotReviewed'> = {
    ...(assigned ? { assigned: 'ASSIGNED' as const } : { assigned: 'NONE' as const, whyNot }),
    ...(state === 'NOT_REVIEWED' ? { reviewed: state, whyNotReviewed } : { reviewed: state }),
  };
  return { section, whyNot, setWhyNot, whyNotReviewed, setWhyNotReviewed };
}

function LogForm(props: KeepSessionProps): ReactNode {
  const t = useMessages(sessionMessages);
  const terms = useTerms();
  const { session } = props;
  const { section, whyNot, setWhyNot, whyNotReviewed, setWhyNotReviewed } = useSection(props);
  const [modality, setModality] = useState(session.modality ?? 'IN_PERSON');
  const [minutes, setMinutes] = useState('50');
  const [note, setNote] = useState('');
  const keep = useKeep(props);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    keep({ ...section, ...(note.trim() === '' ? {} : { note: note.trim() }) }, modality, Number(minutes));
  };
  return (
    <form onSubmit={submit}>
      <Summary {...section} />
      <div className="grid">
        {section.reviewed === 'NOT_REVIEWED' && (
          <WhySelect label={t('whyNotReviewed')} value={whyNotReviewed} onValue={setWhyNotReviewed} />
        )}
        {section.assigned === 'NONE' && <WhySelect label={t('noneBecause')} value={whyNot} onValue={setWhyNot} />}
        <Choose
          label={t('modality')}
          values={MODALITIES}
          value={modality}
          onValue={setModality}
          say={(each) => terms(`modality.${each}`)}
        />
        <Minutes minutes={minutes} onMinutes={setMinutes} />
      </div>
      <Field label={t('note')} help={t('noteHelp')}>
        <textarea rows={2} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <Button kind="main" type="submit">
        {t('log')}
      </Button>
    </form>
  );
}

interface WhySelectProps {
  readonly label: string;
  readonly value: (typeof WHY_NOT)[number];
  readonly onValue: (value: (typeof WHY_NOT)[number]) => void;
}

function WhySelect({ label, value, onValue }: WhySelectProps): ReactNode {
  const terms = useTerms();
  return (
    <Choose label={label} values={WHY_NOT} value={value} onValue={onValue} say={(each) => terms(`whyNot.${each}`)} />
  );
}

interface MinutesProps {
  readonly minutes: string;
  readonly onMinutes: (minutes: string) => void;
}

function Minutes({ minutes, onMinutes }: MinutesProps): ReactNode {
  const t = useMessages(sessionMessages);
  const bounds = { min: 1, max: 600, required: true };
  return (
    <Field label={t('minutes')}>
      <input type="number" {...bounds} value={minutes} onChange={({ target }) => onMinutes(target.value)} />
    </Field>
  );
}

function Summary({ reviewed, assigned }: Pick<LogHomeworkSectionInput, 'reviewed' | 'assigned'>): ReactNode {
  const t = useMessages(sessionMessages);
  return (
    <ul className="facts">
      <li>
        {t('reviewedLabel')}: <strong>{t(reviewed)}</strong>
      </li>
      <li>
        {t('assignedLabel')}: <strong>{t(assigned)}</strong>
      </li>
    </ul>
  );
}

type Section = Omit<LogHomeworkSectionInput, 'participantId' | 'sessionId' | 'studyId'>;
type Modality = (typeof MODALITIES)[number];

/** Holds the session, unless it was, and logs its homework: one act, with one way back. */
function useKeep({
  person,
  session,
  held,
  begunAt,
}: KeepSessionProps): (section: Section, modality: Modality, minutes: number) => void {
  const t = useMessages(sessionMessages);
  const { me } = useWho();
  const { studyId } = useStudy();
  const { save } = useActs();
  const { participantId, code } = person;
  return (section, modality, minutes) => {
    const sessionId = held?.sessionId ?? session.sessionId ?? newCommandId();
    const base = { studyId, sessionId };
    const holding = {
      ...base,
      participants: [participantId],
      deliverers: [me.subjectId],
      modality,
      minutes,
      sessionNumber: session.number,
    };
    const hold = act('SESSION', HoldSession, holding, { occurredAt: startOf(session, begunAt) });
    const log = act('SESSION', LogHomeworkSection, { ...base, participantId, ...section });
    const acts = held === undefined ? [hold, log] : [log];
    void save({ what: t('saidHeld', { number: held?.sessionNumber ?? session.number, code }), acts });
  };
}

/** When it was to begin, where this page was opened around then; else when the page was opened. */
function startOf({ scheduledAt }: ThisSession, begunAt: string): string {
  if (scheduledAt === null) return begunAt;
  const apart = Date.parse(begunAt) - Date.parse(scheduledAt);
  return apart > 0 && apart < 2 * HOUR ? scheduledAt : begunAt;
}

const MISSED = valuesOf('missedReason');

function Missed({ person: { participantId }, session }: KeepSessionProps): ReactNode {
  const t = useMessages(sessionMessages);
  const terms = useTerms();
  const { studyId } = useStudy();
  const { save } = useActs();
  const [reason, setReason] = useState<(typeof MISSED)[number]>('NO_SHOW');
  const miss = (): void => {
    const sessionId = session.sessionId ?? newCommandId();
    const input = { studyId, sessionId, sessionNumber: session.number, participants: [participantId], reason };
    void save({ what: t('saidMissed', { number: session.number }), acts: [act('SESSION', MissSession, input)] });
  };
  return (
    <details>
      <summary>{t('missed')}</summary>
      <div className="row">
        <Choose
          label={t('missedWhy')}
          values={MISSED}
          value={reason}
          onValue={setReason}
          say={(each) => terms(`missedReason.${each}`)}
        />
        <Button onClick={miss}>{t('missed')}</Button>
      </div>
    </details>
  );
}
