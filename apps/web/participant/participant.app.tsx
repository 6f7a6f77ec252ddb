import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language/language.context.tsx';
import { PhoneContext, SessionContext } from './phone.context.ts';
import * as screens from './participant.screens.ts';
import { Mishap } from './parts/mishap.tsx';
import { usePath } from './parts/way.tsx';
import { lastPerson, leaveLanguage } from './store/device.ts';
import { Session, type Stage } from './store/session.ts';
import { useSignal } from './store/signal.ts';

/** The page on a participant's phone. */
export function ParticipantApp(): ReactNode {
  const { language } = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;
  const [session] = useState(() => new Session(() => spoken.current));
  useEffect(() => follow(session), [session]);
  useEffect(() => void leaveLanguage(language), [language]);
  const stage = useSignal(session.stage);
  return (
    <SessionContext value={session}>
      <Staged stage={stage} />
    </SessionContext>
  );
}

// What is looked at first comes while the phone is opened, or the server is asked who this is.
void (lastPerson() === undefined ? screens.loadSignIn() : screens.screenAt(location.pathname).load()).catch(
  () => undefined,
);

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
  // Only where the phone could not keep something: otherwise leaving loses nothing.
  const leave = (event: BeforeUnloadEvent): void => {
    const { value: stage } = session.stage;
    if (stage.kind === 'in' && (stage.phone.drafts.atRisk || stage.phone.outbox.atRisk)) event.preventDefault();
  };
  addEventListener('beforeunload', leave);
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  return () => {
    removeEventListener('beforeunload', leave);
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  };
}

function Staged({ stage }: { readonly stage: Stage }): ReactNode {
  switch (stage.kind) {
    case 'starting':
      return <main aria-busy="true" className="p-screen" />;
    case 'out':
      return (
        <Suspense>
          <screens.SignInScreen {...stage} />
        </Suspense>
      );
    case 'guest':
      return (
        <Suspense>
          <screens.GuestScreen />
        </Suspense>
      );
    case 'staff':
    case 'unusable':
      return (
        <Suspense>
          <screens.NoticeScreen {...stage} />
        </Suspense>
      );
    case 'in':
      return (
        <PhoneContext key={stage.phone.person} value={stage.phone}>
          <Screens />
        </PhoneContext>
      );
  }
}

function Screens(): ReactNode {
  const path = usePath();
  useEffect(() => void scrollTo(0, 0), [path]);
  const { Content } = screens.screenAt(path);
  return (
    <Mishap key={path}>
      <Suspense fallback={<main aria-busy="true" className="p-screen" />}>
        <Content />
      </Suspense>
    </Mishap>
  );
}
