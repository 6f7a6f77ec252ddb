import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { CallFailed } from '../../graphql/call.failure.ts';
import { call } from '../../graphql/call.ts';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { PhoneReads, type PhoneReadsQuery } from '../server/record.generated.ts';
import { kindMessages, roleMessages } from './looks.messages.ts';
import { settingsMessages } from './settings.messages.ts';

type Look = PhoneReadsQuery['readsOfMine'][number];

/** Who opened the record, newest first. */
export function LooksScreen(): ReactNode {
  const t = useMessages(settingsMessages);
  const { looks, offline, last, more } = useLooks();
  return (
    <Frame back={['/settings', t('title')]}>
      <h1>{t('looks')}</h1>
      <p>{offline ? t('looksOffline') : t('looksText')}</p>
      {looks?.length === 0 ? <p className="p-soft">{t('nobody')}</p> : null}
      <ul className="p-list" aria-busy={looks === undefined && !offline}>
        {(looks ?? []).map((look) => (
          <LookLine key={look.entry} look={look} />
        ))}
      </ul>
      {last ? null : (
        <button type="button" className="p-button p-outline" onClick={more}>
          {t('more')}
        </button>
      )}
    </Frame>
  );
}

const PAGE = 50;

function useLooks() {
  const [looks, setLooks] = useState<readonly Look[]>();
  const [offline, setOffline] = useState(false);
  const [last, setLast] = useState(true);
  const ask = useCallback(async (before: number | null) => {
    const { readsOfMine } = await call(PhoneReads, { before, entryId: null });
    setLooks((known = []) => [
      ...known,
      ...readsOfMine.filter(({ entry }) => !known.some((one) => one.entry === entry)),
    ]);
    setLast(readsOfMine.length < PAGE);
  }, []);
  const tryTo = useCallback(
    (before: number | null) =>
      void ask(before).catch((error: unknown) => {
        if (!(error instanceof CallFailed)) throw error;
        setOffline(true);
      }),
    [ask],
  );
  useEffect(() => tryTo(null), [tryTo]);
  return { looks, offline, last, more: () => tryTo(looks?.at(-1)?.entry ?? null) };
}

function LookLine({ look }: { readonly look: Look }): ReactNode {
  const t = useMessages(settingsMessages);
  const role = useMessages(roleMessages);
  const kind = useMessages(kindMessages);
  const { language } = useLanguage();
  const named = (look.role ?? 'other') in roleMessages.en ? (look.role as keyof typeof roleMessages.en) : 'other';
  const kinds = look.opened.map((one) =>
    one.kind in kindMessages.en ? kind(one.kind as keyof typeof kindMessages.en) : one.kind,
  );
  return (
    <li className="p-card">
      <h2>{role(named)}</h2>
      <p className="p-soft">{dayAndTime(look.at, language)}</p>
      {kinds.length === 0 ? null : <p>{t('opened', { what: [...new Set(kinds)].join(', ') })}</p>}
      {look.purpose === null ? null : <p>“{look.purpose}”</p>}
    </li>
  );
}
