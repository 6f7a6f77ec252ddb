import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useWho } from '../shell/who.context.tsx';
import { dataMessages } from './data.messages.ts';

/** The ledger, a new data set, and the ways for scripts. */
export function DataTabs(): ReactNode {
  const t = useMessages(dataMessages);
  const { may } = useWho();
  const here = { 'aria-current': 'page' } as const;
  return (
    <nav className="board-panels screen-only" aria-label={t('title')}>
      <Link to="/staff/data" activeOptions={{ exact: true }} activeProps={here}>
        {t('releases')}
      </Link>
      {may('dataset:request') && (
        <Link to="/staff/data/new" activeProps={here}>
          {t('newTitle')}
        </Link>
      )}
      <Link to="/staff/data/keys" activeProps={here}>
        {t('keysTitle')}
      </Link>
    </nav>
  );
}
