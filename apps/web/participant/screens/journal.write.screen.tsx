import '../../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import { navigate } from '../parts/way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { TextControl } from '../../worksheet/text.control.tsx';
import { Frame } from '../parts/frame.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { usePhone } from '../phone.context.ts';
import { JOURNAL_DRAFT, keepEntry } from '../store/journal.ts';
import { recordMessages } from './record.messages.ts';

/** The most one entry holds; the server takes no more. */
const MOST = 10_000;

/** A page to write on, kept as typed. */
export function WriteJournalScreen(): ReactNode {
  const t = useMessages(recordMessages);
  const phone = usePhone();
  const writing = useDraft(JOURNAL_DRAFT);
  const [share, setShare] = useState(false);
  const written = writing.draft?.values['text'];
  const text = typeof written === 'string' ? written : '';
  const keep = async (): Promise<void> => {
    await keepEntry(phone, { text, share, title: t('journalName') });
    navigate('/journal', 'replace');
  };
  return (
    <Frame
      back={['/journal', t('journalTitle')]}
      actions={
        <button
          type="button"
          className="p-button p-wide"
          disabled={text.trim() === '' || text.length > MOST}
          onClick={() => void keep()}
        >
          {t('keep')}
        </button>
      }
    >
      <h1 id="entry-label">{t('entry')}</h1>
      <TextControl
        {...{ id: 'entry', lines: 8, maxLength: MOST, value: text, describedBy: undefined, labelledBy: 'entry-label' }}
        onChange={(value) => writing.change({ text: typeof value === 'string' ? value : '' })}
      />
      <label className="ws-card">
        <input type="checkbox" checked={share} onChange={({ target }) => setShare(target.checked)} />
        <span>{t('shareThis')}</span>
      </label>
    </Frame>
  );
}
