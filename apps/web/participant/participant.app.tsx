import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useLanguage, useMessages } from '../language/language.context.tsx';
import { PhoneContext, SessionContext } from './phone.context.ts';
import { AskScreen } from './screens/ask.screen.tsx';
import { DoScreen } from './screens/do.screen.tsx';
import { GuestScreen } from './screens/guest.screen.tsx';
import { IntroScreen } from './screens/intro.screen.tsx';
import { JournalScreen } from './screens/journal.screen.tsx';
import { WriteJournalScreen } from './screens/journal.write.screen.tsx';
import { LeaveScreen } from './screens/leave.screen.tsx';
import { LooksScreen } from './screens/looks.screen.tsx';
import { NotNowScreen } from './screens/not-now.screen.tsx';
import { ProposeScreen } from './screens/propose.screen.tsx';
import { RemindersScreen } from './screens/reminders.screen.tsx';
import { SavedScreen } from './screens/saved.screen.tsx';
import { SettingsScreen } from './screens/settings.screen.tsx';
import { SharingScreen } from './screens/sharing.screen.tsx';
import { SignInScreen } from './screens/sign-in.screen.tsx';
import { TodayScreen } from './screens/today.screen.tsx';
import { UnsentScreen } from './screens/unsent.screen.tsx';
import { WeekScreen } from './screens/week.screen.tsx';
import { WipeScreen } from './screens/wipe.screen.tsx';
import { shellMessages } from './shell.messages.ts';
import { Session, type Stage } from './store/session.ts';
import { useSignal } from './store/signal.ts';

/** The page on a participant's phone. */
export function ParticipantApp(): ReactNode {
  const { language } = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;
  const [session] = useState(() => new Session(() => spoken.current));
  useEffect(() => follow(session), [session]);
  const stage = useSignal(session.stage);
  return (
    <SessionContext value={session}>
      <Staged stage={stage} />
    </SessionContext>
  );
}

/** Signs in by the link that was opened, starts, and looks again whenever the phone wakes up. */
function follow(session: Session): () => void {
  const [, code] = /^#code=(.+)$/.exec(location.hash) ?? [];
  if (code !== undefined) history.replaceState(undefined, '', location.pathname);
  // A link that no longer counts leaves the sign-in page, where it is said.
  const started = session
    .start()
    .then(() => (code === undefined ? undefined : session.signIn(code).catch(() => session.failed.set(true))));
  const wake = (): void => {
    const { value: stage } = session.stage;
    if (document.visibilityState === 'visible' && stage.kind === 'in') void started.then(() => stage.phone.wake());
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  return () => {
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  };
}

function Staged({ stage }: { readonly stage: Stage }): ReactNode {
  const t = useMessages(shellMessages);
  switch (stage.kind) {
    case 'starting':
      return <main aria-busy="true" className="p-screen" />;
    case 'out':
      return <SignInScreen lost={stage.lost} />;
    case 'guest':
      return <GuestScreen />;
    case 'staff':
      return <Notice title={t('staffTitle')} text={t('staffText')} link={['/staff', t('staffLink')]} />;
    case 'unusable':
      return <Notice title={t('unusableTitle')} text={t(stage.why)} />;
    case 'in':
      return (
        <PhoneContext key={stage.phone.person} value={stage.phone}>
          <Screens />
        </PhoneContext>
      );
  }
}

function Notice({
  title,
  text,
  link,
}: {
  readonly title: string;
  readonly text: string;
  readonly link?: readonly [string, string];
}): ReactNode {
  return (
    <main className="p-screen">
      <h1>{title}</h1>
      <p>{text}</p>
      {link === undefined ? null : <a href={link[0]}>{link[1]}</a>}
    </main>
  );
}

function Screens(): ReactNode {
  const [address] = useLocation();
  useEffect(() => scrollTo(0, 0), [address]);
  return (
    <Switch>
      <Route path="/task/:task" component={IntroScreen} />
      <Route path="/task/:task/do" component={DoScreen} />
      <Route path="/task/:task/not-now" component={NotNowScreen} />
      <Route path="/task/:task/ask" component={AskScreen} />
      <Route path="/saved" component={SavedScreen} />
      <Route path="/week" component={WeekScreen} />
      <Route path="/journal" component={JournalScreen} />
      <Route path="/journal/write" component={WriteJournalScreen} />
      <Route path="/propose" component={ProposeScreen} />
      <Route path="/unsent" component={UnsentScreen} />
      <Route path="/settings" component={SettingsScreen} />
      <Route path="/settings/reminders" component={RemindersScreen} />
      <Route path="/settings/sharing" component={SharingScreen} />
      <Route path="/settings/looks" component={LooksScreen} />
      <Route path="/settings/leave" component={LeaveScreen} />
      <Route path="/settings/wipe" component={WipeScreen} />
      <Route component={TodayScreen} />
    </Switch>
  );
}
