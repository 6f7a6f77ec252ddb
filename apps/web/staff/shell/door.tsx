import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { signInState } from '../../graphql/sign-in.ts';
import { useMessages } from '../../language/language.context.tsx';
import { ActsProvider } from '../commands/acts.context.tsx';
import { Dialog } from './dialog.tsx';
import { Threshold } from './threshold.tsx';
import { SignInForm, SignInScreen } from './sign-in.screen.tsx';
import { signInMessages } from './sign-in.messages.ts';
import { onSignedOut } from './signed-out.ts';
import { WhoProvider } from './who.context.tsx';

/** Lets in who is signed in. Who is signed out in the middle of work signs in again on top of it: nothing typed is lost. */
export function Door(): ReactNode {
  const { data, error, refetch } = useQuery({ queryKey: ['who', 'door'], queryFn: signInState, staleTime: Infinity });
  const queries = useQueryClient();
  const [again, setAgain] = useState(false);
  useEffect(() => onSignedOut(() => setAgain(true)), []);
  const t = useMessages(signInMessages);
  if (data === undefined) return <Threshold error={error} again={() => void refetch()} />;
  if (data.stage !== 'open') return <SignInScreen state={data} onIn={() => void queries.resetQueries()} />;
  return (
    <WhoProvider>
      <ActsProvider>
        <Outlet />
      </ActsProvider>
      {again && (
        <Dialog title={t('againTitle')} stays onClose={() => undefined}>
          <p>{t('againText')}</p>
          <SignInForm
            ways={data.ways}
            stage="none"
            onIn={() => {
              setAgain(false);
              void queries.invalidateQueries();
            }}
          />
        </Dialog>
      )}
    </WhoProvider>
  );
}
