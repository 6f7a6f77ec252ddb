import './screens.css';
import '../../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { MOST_WORDS, Words } from '../parts/words.tsx';
import { usePhone } from '../phone.context.ts';
import { settingsMessages } from './settings.messages.ts';

const STEPS = ['STOP_CONTACT', 'STOP_COLLECTION', 'ERASURE_REQUESTED'] as const;
type Step = (typeof STEPS)[number];

/** Withdrawing in steps; asked twice, done once. */
export function LeaveScreen(): ReactNode {
  const t = useMessages(settingsMessages);
  const [step, setStep] = useState<Step>();
  const [told, setTold] = useState(false);
  return (
    <Frame back={['/settings', t('title')]}>
      <h1>{t('leave')}</h1>
      <p role="status">{told ? t('leftTold') : t('leaveText')}</p>
      {told ? null : (
        <fieldset className="ws-cards">
          <legend className="visually-hidden">{t('leave')}</legend>
          {STEPS.map((one) => (
            <label key={one} className="ws-card">
              <input type="radio" name="step" checked={step === one} onChange={() => setStep(one)} />
              <span>
                <b>{t(one)}</b>
                <br />
                {t(`${one}_about`)}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {told || step === undefined ? null : <Sure key={step} step={step} onTold={() => setTold(true)} />}
    </Frame>
  );
}

function Sure({ step, onTold }: { readonly step: Step; readonly onTold: () => void }): ReactNode {
  const t = useMessages(settingsMessages);
  const { person } = usePhone();
  const writing = useDraft('leave');
  const written = writing.draft?.values['note'];
  const note = typeof written === 'string' ? written : '';
  const [asked, setAsked] = useState(false);
  const tell = async (): Promise<void> => {
    const input = { participantId: person, step, ...(note.trim() === '' ? {} : { note }) };
    await writing.handIn(() => ({ command: { name: 'withdrawConsent', input }, told: { title: t(step) } }));
    onTold();
  };
  return (
    <div className="p-form">
      <Words id="why" label={t('whyLeave')} value={note} onChange={(next) => writing.change({ note: next })} />
      {asked ? <p role="alert">{t('sureLeave')}</p> : null}
      <button
        type="button"
        className={asked ? 'p-button p-danger' : 'p-button'}
        disabled={note.length > MOST_WORDS}
        onClick={() => (asked ? void tell() : setAsked(true))}
      >
        {asked ? t('yes') : t('tellStudy')}
      </button>
      {asked ? (
        <button type="button" className="p-button p-outline" onClick={() => setAsked(false)}>
          {t('no')}
        </button>
      ) : null}
    </div>
  );
}
