import { type ReactNode, type SubmitEvent, useState } from 'react';
import { CallFailed } from '../../graphql/call.failure.ts';
import { signIn, type SignInState } from '../../graphql/sign-in.ts';
import { useMessages } from '../../language/language.context.tsx';
import { failureMessages, wordsOf } from './failure.words.ts';
import { LanguageChoice } from './look.choices.tsx';
import { Button, Field } from './parts.tsx';
import { signInMessages } from './sign-in.messages.ts';

interface SignInScreenProps {
  readonly state: SignInState;
  readonly onIn: () => void;
}

/** The way in for staff. */
export function SignInScreen({ state, onIn }: SignInScreenProps): ReactNode {
  const t = useMessages(signInMessages);
  return (
    <main className="sign-in">
      <div className="card">
        <p className="product">Intersession</p>
        <h1>{t('title')}</h1>
        <p className="about">{t('about')}</p>
        <SignInForm ways={state.ways} stage={state.stage} onIn={onIn} />
        <footer>
          <LanguageChoice />
          <a href="/">{t('participant')}</a>
        </footer>
      </div>
    </main>
  );
}

interface SignInFormProps {
  readonly ways: SignInState['ways'];
  readonly stage: SignInState['stage'];
  readonly onIn: () => void;
}

/** Name and password, then the authenticator where it is asked for. */
export function SignInForm({ ways, stage: first, onIn }: SignInFormProps): ReactNode {
  const t = useMessages(signInMessages);
  const [stage, setStage] = useState(first);
  const goOn = (next: SignInState['stage']): void => (next === 'open' ? onIn() : setStage(next));
  if (stage === 'enrol')
    return (
      <p className="notice">
        {t('enrol')} <a href="/sign-in">{t('enrolLink')}</a>
      </p>
    );
  if (stage === 'second-factor') return <CodeForm onDone={goOn} />;
  return (
    <>
      <PasswordForm onDone={goOn} />
      {ways.provider !== null && (
        <>
          <p className="or">{t('or')}</p>
          <a className="button plain" href="/sign-in/openid">
            {t('provider', { name: ways.provider })}
          </a>
        </>
      )}
      {ways.demonstration && <p className="notice">{t('demonstration')}</p>}
    </>
  );
}

interface StepProps {
  readonly onDone: (stage: SignInState['stage']) => void;
}

function PasswordForm({ onDone }: StepProps): ReactNode {
  const t = useMessages(signInMessages);
  const { busy, problem, submit } = useStep(
    'wrong',
    async (data) => {
      const { name, password } = data;
      return signIn('password', { name: name ?? '', password: password ?? '' });
    },
    onDone,
  );
  return (
    <form onSubmit={submit}>
      <Field label={t('name')}>
        <input name="name" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </Field>
      <Field label={t('password')}>
        <input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <p className="wrong" role="alert">
        {problem}
      </p>
      <Button kind="main" type="submit" disabled={busy}>
        {t('in')}
      </Button>
    </form>
  );
}

function CodeForm({ onDone }: StepProps): ReactNode {
  const t = useMessages(signInMessages);
  const { busy, problem, submit } = useStep(
    'wrongCode',
    ({ code }) => signIn('second-factor', { code: code ?? '' }),
    onDone,
  );
  return (
    <form onSubmit={submit}>
      <Field label={t('code')} help={t('codeHelp')}>
        <input name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]*" required autoFocus />
      </Field>
      <p className="wrong" role="alert">
        {problem}
      </p>
      <Button kind="main" type="submit" disabled={busy}>
        {t('check')}
      </Button>
    </form>
  );
}

type Typed = Readonly<Record<string, string>>;

/** One form of the way in: what it says when it is wrong, and that it is not sent twice. */
function useStep(
  wrong: 'wrong' | 'wrongCode',
  send: (typed: Typed) => Promise<Pick<SignInState, 'stage'>>,
  onDone: StepProps['onDone'],
): { busy: boolean; problem: string; submit: (event: SubmitEvent<HTMLFormElement>) => void } {
  const t = useMessages(signInMessages);
  const say = useMessages(failureMessages);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const told = (error: unknown): string => {
    if (!(error instanceof CallFailed)) return say('unknown');
    if (error.code === 'TOO_MANY_ATTEMPTS') return t('wait');
    return error.kind === 'unreachable' || error.kind === 'server' ? say(...wordsOf(error)) : t(wrong);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = Object.fromEntries(
      [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    setBusy(true);
    setProblem('');
    send(typed)
      .then(({ stage }) => onDone(stage))
      .catch((error: unknown) => setProblem(told(error)))
      .finally(() => setBusy(false));
  };
  return { busy, problem, submit };
}
