import './screens.css';
import '../../worksheet/worksheet.css';
import type { ReactNode } from 'react';
import { navigate } from '../parts/way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { isSendable, MOST_WORDS, Words } from '../parts/words.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { usePhone } from '../phone.context.ts';
import type { InputOf } from '../store/commands.ts';
import { shellMessages } from '../shell.messages.ts';
import { recordMessages } from './record.messages.ts';

/** A title takes no more, in characters. */
const MOST_TITLE = 200;

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
  const { person } = usePhone();
  const writing = useDraft('proposal');
  const { title, more } = writing.draft?.values ?? {};
  const [what = '', words = ''] = [title, more].map((value) => (typeof value === 'string' ? value : ''));
  const propose = async (): Promise<void> => {
    const input = { participantId: person, initiatedBy: 'CLIENT', terms: termsOf(what, words) } as const;
    await writing.handIn((assignmentId) => ({
      command: { name: 'proposeHomework', input: { ...input, assignmentId } },
      told: { title: what },
    }));
    navigate('/', 'replace');
  };
  return (
    <div className="p-form">
      <Words
        {...{ id: 'what', label: t('what'), hint: t('whatHint'), lines: 2, most: MOST_TITLE, value: what }}
        onChange={(next) => writing.change({ title: next, more: words })}
      />
      <Words
        id="more"
        label={t('whyHow')}
        value={words}
        onChange={(next) => writing.change({ title: what, more: next })}
      />
      <button
        type="button"
        className="p-button"
        disabled={!isSendable(what, MOST_TITLE) || words.length > MOST_WORDS}
        onClick={() => void propose()}
      >
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
