import '../screens/screens.css';
import { type ReactNode, useId } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { taskMessages } from '../screens/task.messages.ts';
import { MOST_WORDS, Words } from './words.tsx';

interface ChoicesProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly many: boolean;
  readonly note: string;
  readonly legend: string;
  /** What the button says. */
  readonly send: string;
  readonly onChange: (chosen: readonly string[], note: string) => void;
  readonly onSend: () => void;
}

/** Reasons to tap, and room to say more. */
export function Choices({ options, chosen, many, note, legend, send, onChange, onSend }: ChoicesProps): ReactNode {
  const t = useMessages(taskMessages);
  const id = useId();
  const toggle = (value: string): void => {
    if (!many) return onChange([value], note);
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value], note);
  };
  return (
    <div className="p-form">
      <fieldset className="ws-cards">
        <legend className="visually-hidden">{legend}</legend>
        {options.map(({ value, label }) => (
          <label key={value} className="ws-card">
            <input
              {...{ name: id, value }}
              type={many ? 'checkbox' : 'radio'}
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <Words id={`${id}-note`} label={t('inWords')} value={note} onChange={(words) => onChange(chosen, words)} />
      <button
        type="button"
        className="p-button"
        disabled={(chosen.length === 0 && note.trim() === '') || note.length > MOST_WORDS}
        onClick={onSend}
      >
        {send}
      </button>
    </div>
  );
}
