import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly about?: ReactNode;
  readonly pick: () => void;
}

interface PickerProps {
  readonly label: string;
  /** Said where nothing fits. */
  readonly none: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly choices: readonly Choice[];
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A text field over a list: letters narrow it, arrows go through it, Enter picks (WAI-ARIA combobox). */
export function Picker({ label, none, typed, onType, choices }: PickerProps): ReactNode {
  const list = useId();
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, choices.length - 1));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) choices[current]?.pick();
    else setAt((current + step + choices.length) % Math.max(1, choices.length));
  };
  return (
    <div className="picker">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${list}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => (setAt(0), onType(target.value))}
        onKeyDown={onKeyDown}
      />
      <Options {...{ list, label, none, choices, current }} />
    </div>
  );
}

interface OptionsProps extends Pick<PickerProps, 'label' | 'none' | 'choices'> {
  readonly list: string;
  readonly current: number;
}

function Options({ list, label, none, choices, current }: OptionsProps): ReactNode {
  return (
    <>
      <ul id={list} role="listbox" aria-label={label}>
        {choices.map(({ id, title, about, pick }, index) => (
          <li key={id} id={`${list}-${index}`} role="option" aria-selected={index === current} onClick={pick}>
            <span className="title">{title}</span>
            {about !== undefined && <span className="soft">{about}</span>}
          </li>
        ))}
      </ul>
      <p role="status" className="soft">
        {choices.length === 0 ? none : ''}
      </p>
    </>
  );
}
