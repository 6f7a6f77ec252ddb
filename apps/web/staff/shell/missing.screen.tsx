import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Empty } from './parts.tsx';
import { shellMessages } from './shell.messages.ts';

export function Missing(): ReactNode {
  const t = useMessages(shellMessages);
  return (
    <main className="alone">
      <Empty title={t('missing')}>
        <p>{t('missingText')}</p>
        <Link to="/staff/caseload">{t('home')}</Link>
      </Empty>
    </main>
  );
}
