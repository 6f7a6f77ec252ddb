import '../../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { usePhone, useSession } from '../phone.context.ts';
import { useSignal } from '../store/signal.ts';
import { settingsMessages } from './settings.messages.ts';

/** Leaves nothing behind; asked twice. */
export function WipeScreen(): ReactNode {
  const t = useMessages(settingsMessages);
  const session = useSession();
  const waits = useSignal(usePhone().outbox.waiting).length;
  const [understood, setUnderstood] = useState(false);
  return (
    <Frame back={['/settings', t('title')]}>
      <h1>{t('wipe')}</h1>
      <p>{t('wipeText')}</p>
      {waits > 0 ? (
        <p className="p-banner" role="alert">
          {t('wipeUnsent', { count: waits })}
        </p>
      ) : null}
      <label className="ws-card">
        <input type="checkbox" checked={understood} onChange={({ target }) => setUnderstood(target.checked)} />
        <span>{t('wipeFirst')}</span>
      </label>
      <button type="button" className="p-button p-danger" disabled={!understood} onClick={() => void session.wipe()}>
        {t('wipeNow')}
      </button>
    </Frame>
  );
}
