import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Head } from './parts.tsx';
import { shellMessages } from './shell.messages.ts';

/** In the place of a screen about somebody or something that is not there, or not within reach. */
export function Missing(): ReactNode {
  const t = useMessages(shellMessages);
  return (
    <>
      <Head title={t('missing')} about={t('missingText')} />
      <Link className="button plain" to="/staff/caseload">
        {t('home')}
      </Link>
    </>
  );
}

/** For an address that is none of the staff’s. */
export function MissingPage(): ReactNode {
  return (
    <main className="alone">
      <Missing />
    </main>
  );
}
