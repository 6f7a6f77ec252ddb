import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { assignMessages } from '../assign/assign.messages.ts';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import {
  AdjustAssignment,
  type AssignmentTermsChangeInput,
  WithdrawAssignment,
} from '../commands/commands.generated.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Choose } from '../shell/choose.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useWords } from '../words/sealed-words.tsx';
import { useTerms, valuesOf } from '../words/terms.ts';
import type { Homework } from './homework.ts';
import { personMessages } from './person.messages.ts';

const TRIGGERS = valuesOf('trigger');
const DIFFICULTIES = [0, 1, 2, 3, 4] as const;

interface AdjustDialogProps {
  readonly homework: Homework;
  readonly onClose: () => void;
}

/** Other terms from now on, and why. */
export function AdjustDialog({ homework, onClose }: AdjustDialogProps): ReactNode {
  const t = useMessages(personMessages);
  const words = useWords();
  const { save } = useActs();
  const { assignmentId } = homework;
  const title = words(homework.terms.title);
  const withdraw = (): void => {
    const input = { assignmentId, reason: 'NO_LONGER_RELEVANT' as const };
    void save({ what: t('saidWithdraw', { title }), acts: [act('ASSIGNMENT', WithdrawAssignment, input)] });
    onClose();
  };
  return (
    <Dialog title={t('adjustTitle', { title })} onClose={onClose}>
      <AdjustForm homework={homework} title={title} onClose={onClose} />
      <hr />
      <Button kind="warn" onClick={withdraw}>
        {t('withdraw')}
      </Button>
    </Dialog>
  );
}

interface AdjustFormProps extends AdjustDialogProps {
  readonly title: string;
}

/** What is typed, and the change of terms that it makes. */
function useAdjusted(homework: Homework, before: string) {
  const { difficulty: hard, dose } = homework.terms;
  const steps = homework.terms.instructions?.text ?? '';
  const [title, setTitle] = useState(before);
  const [difficulty, setDifficulty] = useState(hard === null ? '' : String(hard));
  const [instructions, setInstructions] = useState(steps);
  const [amount, setAmount] = useState(dose === null ? '' : String(dose.amount));
  const other = dose !== null && amount !== '' && Number(amount) !== dose.amount;
  const change: AssignmentTermsChangeInput = {
    ...(title === before ? {} : { title }),
    ...(instructions === steps || instructions.trim() === '' ? {} : { instructions }),
    ...(difficulty === '' || Number(difficulty) === hard ? {} : { difficulty: Number(difficulty) }),
    ...(other ? { dose: { amount: Number(amount), unit: dose.unit } } : {}),
  };
  return { title, setTitle, instructions, setInstructions, difficulty, setDifficulty, amount, setAmount, change };
}

function AdjustForm({ homework, title: before, onClose }: AdjustFormProps): ReactNode {
  const t = useMessages(personMessages);
  const terms = useTerms();
  const { save } = useActs();
  const adjusted = useAdjusted(homework, before);
  const [trigger, setTrigger] = useState<(typeof TRIGGERS)[number]>('TOO_DIFFICULT');
  const [note, setNote] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const words = note.trim() === '' ? {} : { note: note.trim() };
    const input = { assignmentId: homework.assignmentId, terms: adjusted.change, trigger, ...words };
    void save({ what: t('saidAdjust', { title: adjusted.title }), acts: [act('ASSIGNMENT', AdjustAssignment, input)] });
    onClose();
  };
  return (
    <form onSubmit={submit}>
      <AdjustedTerms homework={homework} adjusted={adjusted} />
      <Choose
        label={t('reason')}
        values={TRIGGERS}
        value={trigger}
        onValue={setTrigger}
        say={(each) => terms(`trigger.${each}`)}
      />
      <Field label={t('note')}>
        <textarea rows={2} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <Button kind="main" type="submit" disabled={Object.keys(adjusted.change).length === 0}>
        {t('save')}
      </Button>
    </form>
  );
}

interface AdjustedTermsProps {
  readonly homework: Homework;
  readonly adjusted: ReturnType<typeof useAdjusted>;
}

function AdjustedTerms({ homework, adjusted }: AdjustedTermsProps): ReactNode {
  const t = useMessages(personMessages);
  const terms = useTerms();
  const { dose } = homework.terms;
  const hard = useMessages(assignMessages);
  const { title, setTitle, instructions, setInstructions, difficulty, setDifficulty, amount, setAmount } = adjusted;
  return (
    <>
      <Field label={t('title')}>
        <input required maxLength={200} value={title} onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <Field label={t('instructions')}>
        <textarea rows={3} value={instructions} onChange={({ target }) => setInstructions(target.value)} />
      </Field>
      <div className="grid">
        <Field label={t('difficulty')}>
          <select value={difficulty} onChange={({ target }) => setDifficulty(target.value)}>
            {difficulty === '' && <option value="" />}
            {DIFFICULTIES.map((level) => (
              <option key={level} value={level}>
                {level} · {hard(`difficulty${level}`)}
              </option>
            ))}
          </select>
        </Field>
        {dose !== null && (
          <Field label={t('amount', { unit: terms(`unit.${dose.unit}`) })}>
            <input type="number" min={0} step="any" value={amount} onChange={({ target }) => setAmount(target.value)} />
          </Field>
        )}
      </div>
    </>
  );
}
