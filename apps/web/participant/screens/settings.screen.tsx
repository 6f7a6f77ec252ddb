import './screens.css';
import '../../worksheet/worksheet.css';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from '../parts/way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { usePhone, useSession } from '../phone.context.ts';
import { useSignal } from '../store/signal.ts';
import { settingsMessages } from './settings.messages.ts';
import { CodeForm, LanguageChoice } from './sign-in.screen.tsx';

const PLACES = [
  ['/settings/reminders', 'reminders', 'remindersAbout'],
  ['/settings/calendar', 'calendar', 'calendarAbout'],
  ['/settings/sharing', 'sharing', 'sharingAbout'],
  ['/settings/looks', 'looks', 'looksAbout'],
  ['/unsent', 'onPhone', 'onPhoneAbout'],
  ['/settings/leave', 'leave', 'leaveAbout'],
  ['/settings/wipe', 'wipe', 'wipeAbout'],
] as const;

/** Everything a person can change about this page and this study. */
export function SettingsScreen(): ReactNode {
  const t = useMessages(settingsMessages);
  const signedOut = useSignal(usePhone().trouble) === 'signed-out';
  return (
    <Frame tabs>
      <h1>{t('title')}</h1>
      {signedOut ? <SignInAgain /> : null}
      <section className="p-card p-line">
        <h2>{t('language')}</h2>
        <LanguageChoice />
      </section>
      <ul className="p-list">
        {PLACES.map(([address, name, about]) => (
          <li key={address}>
            <Link className="p-card p-place" href={address}>
              <b>{t(name)}</b>
              <span className="p-soft">{t(about)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="p-soft">{t('homeScreen')}</p>
      <SignOut />
    </Frame>
  );
}

function SignInAgain(): ReactNode {
  const t = useMessages(settingsMessages);
  return (
    <section className="p-card">
      <h2>{t('signInAgain')}</h2>
      <p>{t('signInAgainText')}</p>
      <CodeForm />
    </section>
  );
}

/** Waits until everything is sent; giving up is the person's own choice. */
function SignOut(): ReactNode {
  const t = useMessages(settingsMessages);
  const session = useSession();
  const { outbox, drafts, sync } = usePhoneParts();
  const [asked, setAsked] = useState<'no' | 'asked' | 'waiting'>('no');
  const waits = useSignal(outbox.waiting).length;
  const begun = useSignal(drafts.list).size;
  useEffect(() => {
    if (asked !== 'waiting') return;
    if (waits === 0) void session.signOut();
    else sync();
  }, [asked, waits, session, sync]);
  if (asked === 'no') {
    return (
      <button type="button" className="p-button p-outline" onClick={() => setAsked('asked')}>
        {t('signOut')}
      </button>
    );
  }
  return (
    <section className="p-card" aria-live="polite">
      <h2>{t('signOut')}</h2>
      <p>{waits > 0 ? t('signOutWaits', { count: waits }) : t('signOutText')}</p>
      {begun > 0 ? <p>{t('signOutDrafts', { count: begun })}</p> : null}
      {asked === 'waiting' ? (
        <p>{t('waitingToSend')}</p>
      ) : (
        <button type="button" className="p-button" onClick={() => setAsked('waiting')}>
          {t('signOutNow')}
        </button>
      )}
      {asked === 'waiting' && waits > 0 ? (
        <button type="button" className="ws-quiet p-danger" onClick={() => void session.signOut()}>
          {t('giveUp')}
        </button>
      ) : null}
    </section>
  );
}

function usePhoneParts() {
  const phone = usePhone();
  const [sync] = useState(() => () => void phone.sync());
  return { outbox: phone.outbox, drafts: phone.drafts, sync };
}
