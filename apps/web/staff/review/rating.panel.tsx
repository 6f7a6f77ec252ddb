import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useKeysOf } from '../shell/keys.context.tsx';
import { Button, Hint } from '../shell/parts.tsx';
import { useTerms } from '../words/terms.ts';
import { reviewMessages } from './review.messages.ts';

const DIGITS = [0, 1, 2, 3, 4] as const;
export type Digit = (typeof DIGITS)[number];

/** What was thought of a piece of homework. */
export interface Rated {
  readonly much: Digit;
  readonly useful: Digit;
  readonly feedback: string;
}

interface RatingPanelProps {
  readonly code: string;
  readonly onSave: (rated: Rated) => void;
  /** What is on the main button. */
  readonly label: string;
}

/** Two digits and Enter. The first says how much, the second how useful; a third begins anew. */
export function RatingPanel({ code, onSave, label }: RatingPanelProps): ReactNode {
  const t = useMessages(reviewMessages);
  const { much, useful, setMuch, setUseful, press } = useDigits();
  const [feedback, setFeedback] = useState('');
  const [missing, setMissing] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const save = (): void => {
    if (much === undefined || useful === undefined) return setMissing(true);
    onSave({ much, useful, feedback: feedback.trim() });
  };
  useKeysOf([
    ...DIGITS.map((digit) => ({ key: String(digit), does: t('digit'), run: () => press(digit) })),
    { key: 'Enter', does: t('save'), run: save },
    { key: 'f', does: t('toFeedback'), run: () => text.current?.focus() },
  ]);
  return (
    <div className="rating card">
      <Scale name="much" legend={t('much')} value={much} onValue={setMuch} next={much === undefined} />
      <Scale
        name="useful"
        legend={t('useful')}
        value={useful}
        onValue={setUseful}
        next={much !== undefined && useful === undefined}
      />
      <FeedbackField {...{ text, code, feedback, setFeedback, save }} />
      <p role="alert" className="wrong">
        {missing && (much === undefined || useful === undefined) ? t('choose') : ''}
      </p>
      <Button kind="main" hint="Enter" onClick={save}>
        {label}
      </Button>
    </div>
  );
}

interface FeedbackFieldProps {
  readonly text: RefObject<HTMLTextAreaElement | null>;
  readonly code: string;
  readonly feedback: string;
  readonly setFeedback: (feedback: string) => void;
  readonly save: () => void;
}

/** Words to the person; Control and Enter save from here. */
function FeedbackField({ text, code, feedback, setFeedback, save }: FeedbackFieldProps): ReactNode {
  const t = useMessages(reviewMessages);
  const saveByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <label className="field">
      <span className="label">
        {t('feedback', { code })} <Hint>F</Hint>
      </span>
      <textarea
        ref={text}
        rows={3}
        value={feedback}
        onChange={({ target }) => setFeedback(target.value)}
        onKeyDown={saveByKey}
      />
      <span className="help">{t('feedbackHelp')}</span>
    </label>
  );
}

interface Digits {
  readonly much: Digit | undefined;
  readonly useful: Digit | undefined;
  readonly setMuch: (digit: Digit) => void;
  readonly setUseful: (digit: Digit) => void;
  readonly press: (digit: Digit) => void;
}

function useDigits(): Digits {
  const [much, setMuch] = useState<Digit>();
  const [useful, setUseful] = useState<Digit>();
  const press = (digit: Digit): void => {
    if (much === undefined || useful !== undefined) {
      setMuch(digit);
      setUseful(undefined);
    } else setUseful(digit);
  };
  return { much, useful, setMuch, setUseful, press };
}

interface ScaleProps {
  readonly name: 'much' | 'useful';
  readonly legend: string;
  readonly value: Digit | undefined;
  readonly onValue: (digit: Digit) => void;
  /** The next digit goes here. */
  readonly next: boolean;
}

function Scale({ name, legend, value, onValue, next }: ScaleProps): ReactNode {
  const terms = useTerms();
  return (
    <fieldset className={next ? 'scale next' : 'scale'}>
      <legend>{legend}</legend>
      {DIGITS.map((digit) => (
        <label key={digit} className={value === digit ? 'chosen' : ''}>
          <input type="radio" name={name} value={digit} checked={value === digit} onChange={() => onValue(digit)} />
          <Hint>{String(digit)}</Hint>
          <span>{terms(`${name}.${digit}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
