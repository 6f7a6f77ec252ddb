import './data.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { call } from '../../graphql/call.ts';
import { longDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Button, Field, Head, Loading, Problem } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { noteSignedOut } from '../shell/signed-out.ts';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { CreateDataKey, DataKeys, type DataKeysQuery, RevokeDataKey } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';
import { DataTabs } from './data.tabs.tsx';
import { GraphqlExamples } from './graphql.examples.tsx';

/** One's own keys for scripts, and questions to begin with. */
export function KeysScreen(): ReactNode {
  const t = useMessages(dataMessages);
  const shell = useMessages(shellMessages);
  const { may } = useWho();
  if (!may('dataset:read')) return <Head title={shell('notAllowed')} about={shell('notAllowedText')} />;
  return (
    <div className="data">
      <Head title={t('keysTitle')} about={t('keysAbout')} />
      <DataTabs />
      <Keys />
      {may('graphql:explore') && <GraphqlExamples />}
    </div>
  );
}

/** Keys are no commands of the log: they are made and revoked at once, and nothing is undone. */
function Keys(): ReactNode {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  const keys = useQuery({ queryKey: [DataKeys.name], queryFn: () => noteSignedOut(call(DataKeys)) });
  const settled = { onSettled: () => void keys.refetch() };
  const make = useMutation({
    mutationFn: ({ label, days }: { readonly label: string; readonly days: number }) =>
      noteSignedOut(call(CreateDataKey, { input: { label, days, readOnly: true, studies: [studyId] } })),
    ...settled,
  });
  const revoke = useMutation({
    mutationFn: (keyId: string) => noteSignedOut(call(RevokeDataKey, { keyId })),
    ...settled,
  });
  return (
    <section className="card" aria-labelledby="own-keys">
      <h2 id="own-keys">{t('keys')}</h2>
      {keys.data === undefined ? (
        <Loading />
      ) : (
        <KeyList keys={keys.data.me.apiKeys} revoke={(id) => revoke.mutate(id)} />
      )}
      {make.data !== undefined && (
        <div className="notice made-key" role="status">
          <p>{t('keyMade')}</p>
          <code>{make.data.createApiKey.key}</code>
        </div>
      )}
      {[keys.error, make.error, revoke.error].map((error, place) =>
        error === null ? null : <Problem key={place} error={error} />,
      )}
      <KeyForm make={(label, days) => make.mutate({ label, days })} />
    </section>
  );
}

interface KeyListProps {
  readonly keys: DataKeysQuery['me']['apiKeys'];
  readonly revoke: (keyId: string) => void;
}

function KeyList({ keys, revoke }: KeyListProps): ReactNode {
  const t = useMessages(dataMessages);
  const { language } = useLanguage();
  const day = (at: string): string => longDay(at, language);
  if (keys.length === 0) return <p className="soft">{t('noKeys')}</p>;
  return (
    <ul className="plain-list saved-list">
      {keys.map(({ keyId, label, readOnly, createdAt, expiresAt, lastUsedAt }) => (
        <li key={keyId}>
          <span>
            <strong>{label}</strong> <span className="badge">{t(readOnly ? 'readOnly' : 'mayChange')}</span>
            <br />
            <span className="soft small">
              {t('keyLine', { made: day(createdAt), ends: day(expiresAt) })} ·{' '}
              {lastUsedAt === null ? t('keyUnused') : t('keyUsed', { when: day(lastUsedAt) })}
            </span>
          </span>
          <Button kind="warn" aria-label={`${t('revoke')}: ${label}`} onClick={() => revoke(keyId)}>
            {t('revoke')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function KeyForm({ make }: { readonly make: (label: string, days: number) => void }): ReactNode {
  const t = useMessages(dataMessages);
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('90');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    make(label, Number(days));
    setLabel('');
  };
  return (
    <form className="row" onSubmit={submit}>
      <Field label={t('keyLabel')}>
        <input required maxLength={100} value={label} onChange={({ target }) => setLabel(target.value)} />
      </Field>
      <Field label={t('keyDays')}>
        <input type="number" min={1} max={366} required value={days} onChange={({ target }) => setDays(target.value)} />
      </Field>
      <Button type="submit">{t('makeKey')}</Button>
    </form>
  );
}
