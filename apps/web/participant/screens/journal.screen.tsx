import './screens.css';
import '../../worksheet/worksheet.css';
import type { ReactNode } from 'react';
import { Link } from '../parts/way.tsx';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Paragraphs } from '../../worksheet/shown.field.tsx';
import { Frame } from '../parts/frame.tsx';
import { useDay, usePhone, useTold } from '../phone.context.ts';
import { type JournalEntry, journalEntries, shareEntry } from '../store/journal.ts';
import { recordMessages } from './record.messages.ts';

/** Entries of one's own; each says who can read it. */
export function JournalScreen(): ReactNode {
  const t = useMessages(recordMessages);
  const { person } = usePhone();
  const entries = journalEntries(useDay(), useTold(), person);
  return (
    <Frame tabs>
      <h1>{t('journalTitle')}</h1>
      <p className="p-soft">{t('journalText')}</p>
      <Link className="p-button" href="/journal/write">
        {t('write')}
      </Link>
      {entries.length === 0 ? <p className="p-soft">{t('nothingHere')}</p> : null}
      <ul className="p-list">
        {entries.map((entry) => (
          <Entry key={entry.attemptId} entry={entry} />
        ))}
      </ul>
    </Frame>
  );
}

function Entry({ entry }: { readonly entry: JournalEntry }): ReactNode {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const phone = usePhone();
  const { attemptId, at, text, erased, shared, waits } = entry;
  const when = dayAndTime(at, language);
  const change = (): void => void shareEntry(phone, { attemptId, share: !shared, title: t('journalName') });
  return (
    <li className="p-card">
      <p className="p-soft">
        {when} {waits ? `· ${t('onPhone')}` : ''}
      </p>
      {erased ? <p>{t('erased')}</p> : <Paragraphs text={text} />}
      <p className="p-sharing">
        <span className={shared ? 'p-tag p-tag-shared' : 'p-tag'}>{shared ? t('shared') : t('private')}</span>
        <button
          type="button"
          className="ws-quiet"
          onClick={change}
          aria-label={`${shared ? t('unshare') : t('share')}: ${when}`}
        >
          {shared ? t('unshare') : t('share')}
        </button>
      </p>
    </li>
  );
}
