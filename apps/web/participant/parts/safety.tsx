import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { shellMessages } from '../shell.messages.ts';
import type { Day } from '../store/participant.day.ts';

export type Watch = Day['known']['watch'];
type Contact = NonNullable<Watch>['contacts'][number];

/** A number in what a study says of a contact, to be called with a tap. */
function numberIn(how: string): string | undefined {
  const [found] = /\+?\d[\d\s()./-]{1,18}\d/.exec(how) ?? [];
  return found?.replace(/[^\d+]/g, '');
}

function ContactLine({ name, how }: Contact): ReactNode {
  const number = numberIn(how);
  return (
    <li>
      <b>{name}</b>{' '}
      {number === undefined ? (
        how
      ) : (
        <a dir="ltr" href={`tel:${number}`}>
          {how}
        </a>
      )}
    </li>
  );
}

/** Whom to call, and what to do in danger. */
export function Contacts({ watch }: { readonly watch: Watch }): ReactNode {
  const t = useMessages(shellMessages);
  const contacts = watch?.contacts ?? [];
  return (
    <>
      <ul className="p-contacts">
        {contacts.map((contact) => (
          <ContactLine key={contact.name} {...contact} />
        ))}
      </ul>
      <p>{t('emergency')}</p>
    </>
  );
}

/** Whom to call: at the foot of the day, from what the phone carries. */
export function Crisis({ watch }: { readonly watch: Watch }): ReactNode {
  const t = useMessages(shellMessages);
  return (
    <aside className="p-crisis screen-only" aria-label={t('crisis')}>
      <h2>{t('crisis')}</h2>
      <Contacts watch={watch} />
      <p>{t('notWatched')}</p>
      {watch?.readingTimes == null ? null : <p>{t('readingTimes', { times: watch.readingTimes })}</p>}
    </aside>
  );
}
