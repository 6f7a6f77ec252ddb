import '../../worksheet/worksheet.css';
import type { ReactNode } from 'react';
import { navigate } from '../parts/way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { usePhone } from '../phone.context.ts';
import type { InputOf } from '../store/commands.ts';
import { shellMessages } from '../shell.messages.ts';
import { recordMessages } from './record.messages.ts';

/** Homework of one's own, for therapist and client to agree on. */
export function ProposeScreen(): ReactNode {
  const t = useMessages(recordMessages);
  const shell = useMessages(shellMessages);
  return (
    <Frame back={['/', shell('today')]}>
      <h1>{t('proposeTitle')}</h1>
      <p>{t('proposeText')}</p>
      <Proposal />
    </Frame>
  );
}

function Proposal(): ReactNode {
  const t = useMessages(recordMessages);
  const phone = usePhone();
  const writing = useDraft('proposal');
  const { title, more } = writing.draft?.values ?? {};
  const [what = '', words = ''] = [title, more].map((value) => (typeof value === 'string' ? value : ''));
  const propose = async (): Promise<void> => {
    const draft = await writing.settle();
    const input = {
      participantId: phone.person,
      assignmentId: draft,
      initiatedBy: 'CLIENT',
      terms: termsOf(what, words),
    } as const;
    await phone.tell({ name: 'proposeHomework', input }, { title: what }, draft);
    writing.handedIn(draft);
    navigate('/', 'replace');
  };
  return (
    <div className="p-form">
      <label htmlFor="what">{t('what')}</label>
      <input
        {...{ id: 'what', className: 'ws-input', maxLength: 200, value: what }}
        aria-describedby="what-hint"
        onChange={({ target }) => writing.change({ title: target.value, more: words })}
      />
      <p id="what-hint" className="ws-hint">
        {t('whatHint')}
      </p>
      <label htmlFor="more">{t('whyHow')}</label>
      <textarea
        {...{ id: 'more', className: 'ws-input', rows: 4, maxLength: 10_000, value: words }}
        onChange={({ target }) => writing.change({ title: what, more: target.value })}
      />
      <button type="button" className="p-button" disabled={what.trim() === ''} onClick={() => void propose()}>
        {t('propose')}
      </button>
    </div>
  );
}

function termsOf(title: string, instructions: string): InputOf<'proposeHomework'>['terms'] {
  return {
    ...{ title, focus: 'MIXED', medium: 'FREE', due: { kind: 'OPEN' }, performers: ['CLIENT'] },
    ...{ setting: 'MESSAGE', visibility: 'THERAPIST', ...(instructions === '' ? {} : { instructions }) },
  };
}
