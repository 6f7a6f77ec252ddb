import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { AssignDialog } from '../assign/assign.dialog.tsx';
import { useKeysOf } from '../shell/keys.context.tsx';
import { Button, Empty, Head, Hint, Pending } from '../shell/parts.tsx';
import { useWho } from '../shell/who.context.tsx';
import { caseloadMessages } from './caseload.messages.ts';
import { type CaseloadPerson, useCaseload } from './caseload.read.ts';
import { CaseloadTable } from './caseload.table.tsx';

/** The people one looks after, by who comes next. */
export function CaseloadScreen(): ReactNode {
  const t = useMessages(caseloadMessages);
  const { data, error, refetch } = useCaseload();
  if (data === undefined) return <Pending title={t('title')} error={error} again={() => void refetch()} />;
  if (data.length === 0)
    return (
      <>
        <Head title={t('title')} />
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      </>
    );
  return <Caseload people={data} />;
}

function Caseload({ people }: { readonly people: readonly CaseloadPerson[] }): ReactNode {
  const t = useMessages(caseloadMessages);
  const { may } = useWho();
  const [at, setAt] = useState(0);
  const [assigning, setAssigning] = useState<CaseloadPerson>();
  const waiting = people.reduce((sum, { toReview }) => sum + toReview, 0);
  const person = people[Math.min(at, people.length - 1)];
  const writes = may('assignment:write');
  useCaseloadKeys({
    people,
    at,
    setAt,
    waiting: writes ? waiting : 0,
    assign: writes ? () => setAssigning(person) : undefined,
  });
  return (
    <>
      <Head title={t('title')} about={`${t('people', { count: people.length })} · ${t('waiting', { count: waiting })}`}>
        {writes && (
          <Button hint="A" onClick={() => setAssigning(person)}>
            {t('assign')}
          </Button>
        )}
        {writes && waiting > 0 && (
          <Link className="button main" to="/staff/review">
            {t('review', { count: waiting })}
            <Hint>R</Hint>
          </Link>
        )}
      </Head>
      <CaseloadTable people={people} at={at} onAt={setAt} />
      {assigning !== undefined && <AssignDialog person={assigning} onClose={() => setAssigning(undefined)} />}
    </>
  );
}

interface CaseloadKeys {
  readonly people: readonly CaseloadPerson[];
  readonly at: number;
  readonly setAt: (at: number) => void;
  readonly waiting: number;
  readonly assign: (() => void) | undefined;
}

/** Up and down through the people, Enter opens one, A assigns, S is their session. */
function useCaseloadKeys({ people, at, setAt, assign }: CaseloadKeys): void {
  const t = useMessages(caseloadMessages);
  const navigate = useNavigate();
  const participantId = people[at]?.participantId ?? '';
  const params = { participantId };
  const step = (by: number) => (): void => setAt(Math.max(0, Math.min(people.length - 1, at + by)));
  useEffect(() => {
    document.querySelector('.caseload [aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  useKeysOf([
    { key: 'ArrowDown', does: t('down'), run: step(1) },
    { key: 'ArrowUp', does: t('up'), run: step(-1) },
    { key: 'j', does: t('down'), run: step(1) },
    { key: 'k', does: t('up'), run: step(-1) },
    { key: 'Enter', does: t('openPerson'), run: () => void navigate({ to: '/staff/people/$participantId', params }) },
    { key: 's', does: t('session'), run: () => void navigate({ to: '/staff/people/$participantId/session', params }) },
    ...(assign === undefined ? [] : [{ key: 'a', does: t('assign'), run: assign }]),
  ]);
}
