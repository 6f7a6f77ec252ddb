import type { ReactNode } from 'react';
import { Link } from './way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { usePhone, useSession } from '../phone.context.ts';
import { type ShellMessage, shellMessages } from '../shell.messages.ts';
import { useSignal } from '../store/signal.ts';

/** What stands in the way, in plain words; nothing while nothing does. Being offline is no trouble. */
export function Banner(): ReactNode {
  const t = useMessages(shellMessages);
  const { trouble, outbox, drafts } = usePhone();
  const kind = useSignal(trouble);
  const waiting = useSignal(outbox.waiting).length;
  const unkept = useSignal(outbox.unkept);
  const draftTrouble = useSignal(drafts.trouble);
  const full = unkept ?? draftTrouble;
  const said = full === undefined ? saidOf(kind, waiting) : full === 'no-room' ? 'full' : 'noStorage';
  return (
    <div role="alert" className="screen-only">
      {said === undefined ? null : (
        <p className="p-banner">
          {t(said)} {said === 'signInAgain' ? <Link href="/settings#sign-in">{t('signInNow')}</Link> : null}
        </p>
      )}
      <Lost />
    </div>
  );
}

/** The phone cleared its storage before all was sent: told until it is read. */
function Lost(): ReactNode {
  const t = useMessages(shellMessages);
  const session = useSession();
  const count = useSignal(session.lost);
  return count === 0 ? null : (
    <p className="p-banner">
      {t('lost', { count })}{' '}
      <button type="button" className="p-button p-outline" onClick={() => session.tellLost(0)}>
        {t('lostRead')}
      </button>
    </p>
  );
}

function saidOf(kind: ReturnType<typeof usePhone>['trouble']['value'], waiting: number): ShellMessage | undefined {
  if (kind === 'signed-out') return 'signInAgain';
  if (waiting === 0) return undefined;
  if (kind === 'outdated') return 'outdated';
  if (kind === 'server' || kind === 'later') return 'serverDown';
  return kind === 'unreachable' && navigator.onLine ? 'foreign' : undefined;
}
