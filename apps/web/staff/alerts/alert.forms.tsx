import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { AssessRisk, CloseSafetyAlert, RaiseConcern } from '../commands/commands.generated.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useTerms, valuesOf } from '../words/terms.ts';
import { alertMessages } from './alerts.messages.ts';

interface FormProps {
  readonly alertId: string;
  readonly code: string;
  readonly onDone: () => void;
}

const RISKS = valuesOf('risk');
const ACTIONS = valuesOf('action');
const OUTCOMES = valuesOf('alertOutcome');
const GRADES = valuesOf('grade');

export function AssessForm({ alertId, code, onDone }: FormProps): ReactNode {
  const t = useMessages(alertMessages);
  const terms = useTerms();
  const { save } = useActs();
  const [risk, setRisk] = useState<(typeof RISKS)[number]>('LOW');
  const [actions, setActions] = useState<readonly (typeof ACTIONS)[number][]>([]);
  const [note, setNote] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const words = note.trim() === '' ? {} : { note: note.trim() };
    const input = { alertId, risk, actions: [...actions], ...words };
    void save({ what: t('saidAssess', { code }), acts: [act('ALERT', AssessRisk, input)] });
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Field label={t('risk')}>
        <select value={risk} onChange={({ target }) => setRisk(RISKS.find((each) => each === target.value) ?? risk)}>
          {RISKS.map((each) => (
            <option key={each} value={each}>
              {terms(`risk.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset>
        <legend>{t('actions')}</legend>
        <div className="checks">
          {ACTIONS.map((each) => (
            <label key={each} className="check">
              <input
                type="checkbox"
                checked={actions.includes(each)}
                onChange={() =>
                  setActions(actions.includes(each) ? actions.filter((one) => one !== each) : [...actions, each])
                }
              />
              <span>{terms(`action.${each}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={t('note')}>
        <textarea rows={3} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <SaveRow onCancel={onDone} />
    </form>
  );
}

function SaveRow({ onCancel }: { readonly onCancel: () => void }): ReactNode {
  const t = useMessages(alertMessages);
  return (
    <div className="row">
      <Button kind="main" type="submit">
        {t('save')}
      </Button>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </div>
  );
}

export function CloseForm({ alertId, code, onDone }: FormProps): ReactNode {
  const t = useMessages(alertMessages);
  const terms = useTerms();
  const { save } = useActs();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('RESOLVED');
  const [note, setNote] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const acts = [act('ALERT', CloseSafetyAlert, { alertId, outcome, note: note.trim() })];
    void save({ what: t('saidClose', { code }), acts });
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Field label={t('outcome')}>
        <select
          value={outcome}
          onChange={({ target }) => setOutcome(OUTCOMES.find((each) => each === target.value) ?? outcome)}
        >
          {OUTCOMES.map((each) => (
            <option key={each} value={each}>
              {terms(`alertOutcome.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('closingNote')}>
        <textarea rows={3} required value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <SaveRow onCancel={onDone} />
    </form>
  );
}

interface ConcernProps {
  readonly person: { readonly participantId: string; readonly code: string };
  readonly onClose: () => void;
}

/** Anybody who worries is heard. */
export function ConcernDialog({ person: { participantId, code }, onClose }: ConcernProps): ReactNode {
  const t = useMessages(alertMessages);
  const terms = useTerms();
  const { save } = useActs();
  const [grade, setGrade] = useState<(typeof GRADES)[number]>('MODERATE');
  const [note, setNote] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const acts = [act('ALERT', RaiseConcern, { participantId, grade, note: note.trim() })];
    void save({ what: t('saidRaise', { code }), acts, undoable: false });
    onClose();
  };
  return (
    <Dialog title={t('raiseTitle', { code })} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={t('worry')}>
          <textarea rows={4} required value={note} onChange={({ target }) => setNote(target.value)} />
        </Field>
        <Field label={t('grade')}>
          <select
            value={grade}
            onChange={({ target }) => setGrade(GRADES.find((each) => each === target.value) ?? grade)}
          >
            {GRADES.map((each) => (
              <option key={each} value={each}>
                {terms(`grade.${each}`)}
              </option>
            ))}
          </select>
        </Field>
        <SaveRow onCancel={onClose} />
      </form>
    </Dialog>
  );
}
