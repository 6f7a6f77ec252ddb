import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { AssessRisk, CloseSafetyAlert, RaiseConcern } from '../commands/commands.generated.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Choose } from '../shell/choose.tsx';
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
  const turn = (one: (typeof ACTIONS)[number]): void =>
    setActions(actions.includes(one) ? actions.filter((each) => each !== one) : [...actions, one]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = { alertId, risk, actions: [...actions], ...(note.trim() === '' ? {} : { note: note.trim() }) };
    void save({ what: t('saidAssess', { code }), acts: [act('ALERT', AssessRisk, input)] });
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Choose label={t('risk')} values={RISKS} value={risk} onValue={setRisk} say={(each) => terms(`risk.${each}`)} />
      <fieldset>
        <legend>{t('actions')}</legend>
        <div className="checks">
          {ACTIONS.map((each) => (
            <label key={each} className="check">
              <input type="checkbox" checked={actions.includes(each)} onChange={() => turn(each)} />
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
      <Choose
        label={t('outcome')}
        values={OUTCOMES}
        value={outcome}
        onValue={setOutcome}
        say={(each) => terms(`alertOutcome.${each}`)}
      />
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
        <Choose
          label={t('grade')}
          values={GRADES}
          value={grade}
          onValue={setGrade}
          say={(each) => terms(`grade.${each}`)}
        />
        <SaveRow onCancel={onClose} />
      </form>
    </Dialog>
  );
}
