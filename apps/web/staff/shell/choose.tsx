import type { ReactNode } from 'react';
import { Field } from './parts.tsx';

interface ChooseProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly say: (value: Value) => string;
  readonly onValue: (value: Value) => void;
}

/** One of a few, by the words for them. */
export function Choose<Value extends string>({ label, values, value, say, onValue }: ChooseProps<Value>): ReactNode {
  return (
    <Field label={label}>
      <select value={value} onChange={({ target }) => onValue(values.find((each) => each === target.value) ?? value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {say(each)}
          </option>
        ))}
      </select>
    </Field>
  );
}
