import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { ConcernDialog } from '../alerts/alert.forms.tsx';
import { AssignDialog } from '../assign/assign.dialog.tsx';
import { useRead } from '../commands/read.ts';
import { useKeysOf } from '../shell/keys.context.tsx';
import { Missing } from '../shell/missing.screen.tsx';
import { Button, Head, Hint, Pending } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { useCode } from '../words/codes.ts';
import { useTerms } from '../words/terms.ts';
import { Goals } from './goals.tsx';
import { HomeworkList } from './homework.list.tsx';
import { Person, type PersonQuery } from './person.generated.ts';
import { personMessages } from './person.messages.ts';
import { SignInCodeDialog } from './sign-in-code.dialog.tsx';
import { Timeline } from './timeline.tsx';

/** Somebody: their homework, their goals, and everything on record in order. */
export function PersonScreen(): ReactNode {
  const { participantId } = useParams({ from: '/shell/staff/people/$participantId' });
  const { studyId } = useStudy();
  const code = useCode(participantId);
  const { data, error, refetch } = useRead(Person, { studyId, participantId });
  if (data === undefined) return <Pending title={code} error={error} again={() => void refetch()} />;
  if (data.participant === null) return <Missing />;
  return <Somebody key={participantId} person={data.participant} data={data} />;
}

interface SomebodyProps {
  readonly person: NonNullable<PersonQuery['participant']>;
  readonly data: PersonQuery;
}

/** What their homework and goals are called, where that may be read. */
function titlesOf({ assignments, goals }: PersonQuery): ReadonlyMap<string, string> {
  const named = [
    ...assignments.nodes.map(({ assignmentId, terms }) => [assignmentId, terms.title.text] as const),
    ...goals.nodes.map(({ goalId, statement }) => [goalId, statement.text] as const),
  ];
  return new Map(named.flatMap(([id, text]) => (text === null ? [] : [[id, text]])));
}

type Open = 'assign' | 'concern' | 'code' | undefined;

function Somebody({ person, data }: SomebodyProps): ReactNode {
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const { may } = useWho();
  return (
    <>
      <PersonHead
        person={person}
        open={setOpen}
        alerts={data.alerts.nodes.filter(({ status }) => status !== 'CLOSED').length}
      />
      <div className="person">
        <div>
          <HomeworkList person={person} homework={data.assignments.nodes} />
          <Goals person={person} goals={data.goals.nodes} />
        </div>
        {may('history:read') && <Timeline participantId={person.participantId} titles={titlesOf(data)} />}
      </div>
      {open === 'assign' && <AssignDialog person={{ ...person, nextSession: null }} onClose={close} />}
      {open === 'concern' && <ConcernDialog person={person} onClose={close} />}
      {open === 'code' && <SignInCodeDialog person={person} onClose={close} />}
    </>
  );
}

/** A assigns, S is their session: for those who treat them. */
function usePersonKeys(participantId: string, assign: () => void): void {
  const t = useMessages(personMessages);
  const { may } = useWho();
  const navigate = useNavigate();
  const toSession = (): void =>
    void navigate({ to: '/staff/people/$participantId/session', params: { participantId } });
  const keys = [
    { key: 'a', does: t('assign'), run: assign },
    { key: 's', does: t('session'), run: toSession },
  ];
  useKeysOf(may('assignment:write') ? keys : []);
}

interface PersonHeadProps extends Pick<SomebodyProps, 'person'> {
  readonly open: (open: Open) => void;
  readonly alerts: number;
}

function PersonHead({
  person: { participantId, code, status, enrolledDate },
  open,
  alerts,
}: PersonHeadProps): ReactNode {
  const t = useMessages(personMessages);
  const terms = useTerms();
  const { language } = useLanguage();
  const { may } = useWho();
  const when = shortDay(`${enrolledDate}T12:00:00Z`, language);
  const about = t('about', { status: terms(`participantStatus.${status}`), when });
  usePersonKeys(participantId, () => open('assign'));
  return (
    <Head title={code} about={about}>
      {alerts > 0 && (
        <Link className="flag pressing" to="/staff/alerts">
          <span aria-hidden="true">▲</span> {t('alerts', { count: alerts })}
        </Link>
      )}
      {may('concern:raise') && <Button onClick={() => open('concern')}>{t('concern')}</Button>}
      {may('sign-in:write') && <Button onClick={() => open('code')}>{t('codes')}</Button>}
      {may('assignment:write') && (
        <Button hint="A" onClick={() => open('assign')}>
          {t('assign')}
        </Button>
      )}
      {may('session:write') && may('assignment:write') && (
        <Link className="button main" to="/staff/people/$participantId/session" params={{ participantId }}>
          {t('session')}
          <Hint>S</Hint>
        </Link>
      )}
    </Head>
  );
}
