import './screens.css';
import '../../worksheet/worksheet.css';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { CallFailed } from '../../graphql/call.failure.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { useSession } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import { useSignal } from '../store/signal.ts';
import type { Stage } from '../store/session.ts';
import { signInMessages } from './sign-in.messages.ts';

/** The way in: a short code, or a link that brought it along. */
export function SignInScreen({ lost, demonstration }: Extract<Stage, { kind: 'out' }>): ReactNode {
  const session = useSession();
  const t = useMessages(signInMessages);
  const shell = useMessages(shellMessages);
  return (
    <div className="p-frame">
      <header className="p-top">
        <p className="p-brand">Intersession</p>
        <LanguageChoice />
      </header>
      <main className="p-screen">
        <h1>{t('title')}</h1>
        {lost > 0 ? <p className="p-banner">{shell('lost', { count: lost })}</p> : null}
        <p>{t('about')}</p>
        <CodeForm />
        {demonstration ? (
          <button type="button" className="p-button p-outline" onClick={() => void session.lookAround()}>
            {t('lookAround')}
          </button>
        ) : null}
        <details className="p-more">
          <summary>{t('noCode')}</summary>
          <p>{t('askForOne')}</p>
        </details>
        <p className="p-soft">
          <a href="/staff">{t('staff')}</a>
        </p>
      </main>
    </div>
  );
}

/** A box for the code; also within the app, when a session ended. */
export function CodeForm(): ReactNode {
  const t = useMessages(signInMessages);
  const session = useSession();
  const linkFailed = useSignal(session.failed);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const enter = async (code: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    await session.signIn(code).catch((error: unknown) => setProblem(t(problemOf(error))));
    setBusy(false);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get('code');
    if (typeof code === 'string' && code.trim() !== '') void enter(code.trim());
  };
  return (
    <form onSubmit={onSubmit} className="p-form" id="sign-in">
      <label htmlFor="code">{t('code')}</label>
      <input
        {...{ id: 'code', name: 'code', autoComplete: 'one-time-code', autoCapitalize: 'characters' }}
        className="ws-input p-code"
        spellCheck={false}
        maxLength={100}
        aria-describedby="code-hint"
        required
      />
      <p id="code-hint" className="ws-hint">
        {t('hint')}
      </p>
      <p role="alert" className="ws-problem">
        {problem ?? (linkFailed ? t('linkFailed') : '')}
      </p>
      <button type="submit" className="p-button" disabled={busy}>
        {t('in')}
      </button>
    </form>
  );
}

function problemOf(error: unknown): 'wrong' | 'wait' | 'offline' {
  if (!(error instanceof CallFailed)) throw error;
  if (error.kind === 'later') return 'wait';
  return error.kind === 'unreachable' || error.kind === 'server' ? 'offline' : 'wrong';
}

/** Every language in its own name. */
export function LanguageChoice(): ReactNode {
  const t = useMessages(signInMessages);
  const { language, speak } = useLanguage();
  return (
    <label className="p-language">
      <span className="visually-hidden">{t('language')}</span>
      <select value={language} onChange={({ target }) => speak(LANGUAGES.find((one) => one === target.value) ?? 'en')}>
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
