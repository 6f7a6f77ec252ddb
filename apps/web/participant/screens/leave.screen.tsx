import '../../worksheet/worksheet.css';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
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
  const phone = usePhone();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const tell = async (): Promise<void> => {
    const input = { participantId: phone.person, step, ...(note.trim() === '' ? {} : { note }) };
    await phone.tell({ name: 'withdrawConsent', input }, { title: t(step) });
    onTold();
  };
  return (
    <div className="p-form">
      <label htmlFor="why">{t('whyLeave')}</label>
      <textarea
        {...{ id: 'why', className: 'ws-input', rows: 3, maxLength: 10_000, value: note }}
        onChange={({ target }) => setNote(target.value)}
      />
      {asked ? <p role="alert">{t('sureLeave')}</p> : null}
      <button
        type="button"
        className={asked ? 'p-button p-danger' : 'p-button'}
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
