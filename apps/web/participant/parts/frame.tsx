import type { ReactNode } from 'react';
import { Link, usePath } from './way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { shellMessages } from '../shell.messages.ts';
import { Banner } from './banner.tsx';
import { Status } from './status.tsx';

interface FrameProps {
  readonly children: ReactNode;
  /** Where the way back leads, and what it is called; none on a main screen. */
  readonly back?: readonly [address: string, name: string];
  /** Beside the status, where there is no way back. */
  readonly above?: string;
  /** What stands at the foot of the phone. */
  readonly actions?: ReactNode;
  readonly tabs?: boolean;
}

/** What every screen has: the way back, how things stand, and what can be done at the foot. */
export function Frame({ children, back, above, actions, tabs = false }: FrameProps): ReactNode {
  return (
    <div className="p-frame">
      <header className="p-top screen-only">
        {back === undefined ? <p>{above}</p> : <Link href={back[0]}>‹ {back[1]}</Link>}
        <Status />
      </header>
      <Banner />
      <main className="p-screen">{children}</main>
      {actions === undefined ? null : <footer className="p-actions screen-only">{actions}</footer>}
      {tabs ? <Tabs /> : null}
    </div>
  );
}

const TABS = [
  ['/', 'today', 'M4 11 12 4l8 7v9h-5v-6H9v6H4z'],
  ['/week', 'week', 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4'],
  ['/journal', 'journal', 'M6 3h12v18H6zM9 8h6M9 12h6'],
  ['/settings', 'settings', 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4'],
] as const;

function Tabs(): ReactNode {
  const t = useMessages(shellMessages);
  const address = usePath();
  return (
    <nav className="p-tabs screen-only" aria-label={t('main')}>
      {TABS.map(([to, name, shape]) => (
        <Link key={to} href={to} aria-current={address === to ? 'page' : undefined}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={shape} />
          </svg>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
