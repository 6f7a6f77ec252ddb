import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useLive } from '../../graphql/use-live.ts';
import { useMessages } from '../../language/language.context.tsx';
import { shellMessages } from './shell.messages.ts';

/** Several changes within this are asked for once, in milliseconds. */
const TOGETHER = 150;

/** Asks again for what is shown when something of it has changed, and says when the live connection is down. */
export function LiveNotice(): ReactNode {
  const t = useMessages(shellMessages);
  const queries = useQueryClient();
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = (): void => {
    clearTimeout(soon.current);
    soon.current = setTimeout(
      () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'who' }),
      TOGETHER,
    );
  };
  const state = useLive(refresh, refresh);
  return (
    <div role="status" className="live screen-only">
      {state === 'live' ? '' : <p className="notice pressing">{t('reconnecting')}</p>}
    </div>
  );
}
