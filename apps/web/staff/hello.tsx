import { type ReactNode, type SubmitEvent, useEffect, useState } from 'react';
import { call } from '../graphql/call.ts';
import { Me } from '../graphql/me.generated.ts';
import { signIn, signInState } from '../graphql/sign-in.ts';
import { useMessages } from '../language/language.context.tsx';
import { helloMessages } from './hello.messages.ts';

/** Signs in with name and password, and says who is there. */
export function Hello(): ReactNode {
  const t = useMessages(helloMessages);
  const [who, setWho] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const look = async (): Promise<void> => {
    if ((await signInState()).stage === 'open') setWho((await call(Me)).me.subjectId);
  };
  useEffect(() => void look().catch(() => setWrong(true)), []);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const { name, password } = Object.fromEntries(new FormData(form));
    if (typeof name !== 'string' || typeof password !== 'string') return;
    await signIn('password', { name, password });
    await look();
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setWrong(false);
    submit(event.currentTarget).catch(() => setWrong(true));
  };
  if (who !== undefined) return <p>{t('hello', { name: who })}</p>;
  return (
    <main>
      <h1>{t('title')}</h1>
      <form onSubmit={onSubmit}>
        <label>
          {t('name')} <input name="name" autoComplete="username" required />
        </label>
        <label>
          {t('password')} <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <button type="submit">{t('in')}</button>
        <p role="alert">{wrong ? t('wrong') : ''}</p>
      </form>
    </main>
  );
}
