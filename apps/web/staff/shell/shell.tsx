import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { signIn } from '../../graphql/sign-in.ts';
import { useMessages } from '../../language/language.context.tsx';
import { ActsBar } from '../commands/acts.bar.tsx';
import { FindDialog } from './find.dialog.tsx';
import { useKeysOf } from './keys.context.tsx';
import { KeysDialog } from './keys.dialog.tsx';
import { LiveNotice } from './live.notice.tsx';
import { LanguageChoice, ThemeChoice } from './look.choices.tsx';
import { placesOf } from './navigation.ts';
import { Head, Hint, Loading } from './parts.tsx';
import { shellMessages } from './shell.messages.ts';
import { useWho } from './who.context.tsx';

type Open = 'keys' | 'find' | undefined;

/** Navigation beside the screen; below it on a phone. */
export function Shell(): ReactNode {
  const t = useMessages(shellMessages);
  const { study } = useWho();
  const placeless = useRouterState({ select: ({ location }) => location.pathname === '/staff/operator' });
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  useShellKeys(setOpen);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Sidebar open={setOpen} />
      <main id="content" tabIndex={-1}>
        <LiveNotice />
        {study === undefined && !placeless ? (
          <Head title={t('noStudy')} about={t('noStudyText')} />
        ) : (
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        )}
      </main>
      <ActsBar />
      {open === 'keys' && <KeysDialog onClose={close} />}
      {open === 'find' && <FindDialog onClose={close} />}
    </div>
  );
}

function useShellKeys(setOpen: (open: Open) => void): void {
  const t = useMessages(shellMessages);
  const navigate = useNavigate();
  const places = placesOf(useWho());
  const has = (place: string): boolean => places.some((each) => each.place === place);
  useKeysOf([
    { key: '?', does: t('sheet'), run: () => setOpen('keys') },
    { key: '/', does: t('find'), run: () => setOpen('find') },
    ...(has('caseload')
      ? [{ key: 'c', does: t('goCaseload'), run: () => void navigate({ to: '/staff/caseload' }) }]
      : []),
    ...(has('review') ? [{ key: 'r', does: t('goReview'), run: () => void navigate({ to: '/staff/review' }) }] : []),
    ...(has('alerts') ? [{ key: 'l', does: t('goAlerts'), run: () => void navigate({ to: '/staff/alerts' }) }] : []),
  ]);
}

function Sidebar({ open }: { readonly open: (open: Open) => void }): ReactNode {
  const t = useMessages(shellMessages);
  const who = useWho();
  const places = placesOf(who);
  return (
    <nav className="sidebar screen-only" aria-label={t('menu')}>
      <p className="product">{t('product')}</p>
      <StudyChoice />
      {(['clinic', 'research'] as const).map((group) => {
        const own = places.filter((each) => each.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group} className="group">
            <p className="group-name">{t(group)}</p>
            <ul>
              {own.map(({ place, to }) => (
                <li key={place}>
                  <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                    {t(place)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <Foot open={open} />
    </nav>
  );
}

function StudyChoice(): ReactNode {
  const t = useMessages(shellMessages);
  const { studies, study, choose } = useWho();
  if (studies.length < 2) return study === undefined ? null : <p className="study-name">{study.title}</p>;
  return (
    <label className="choice study-choice">
      <span className="visually-hidden">{t('chooseStudy')}</span>
      <select value={study?.studyId ?? ''} onChange={({ target }) => choose(target.value)}>
        {studies.map(({ studyId, title }) => (
          <option key={studyId} value={studyId}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Foot({ open }: { readonly open: (open: Open) => void }): ReactNode {
  const t = useMessages(shellMessages);
  const { me } = useWho();
  const out = async (): Promise<void> => {
    await signIn('out', {}).catch(() => undefined);
    location.assign('/staff');
  };
  return (
    <div className="foot">
      <button type="button" className="link" onClick={() => open('find')}>
        <Hint>/</Hint> {t('go')}
      </button>
      <button type="button" className="link" onClick={() => open('keys')}>
        <Hint>?</Hint> {t('keys')}
      </button>
      <details>
        <summary>{t('settings')}</summary>
        <LanguageChoice />
        <ThemeChoice />
        <p className="soft">{t('signedInAs', { name: me.subjectId })}</p>
      </details>
      <button type="button" className="link" onClick={() => void out()}>
        {t('out')}
      </button>
    </div>
  );
}
