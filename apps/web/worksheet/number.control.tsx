import { type ReactNode, useState } from 'react';
import type { ControlProps } from './control.props.ts';

interface NumberProps extends ControlProps {
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  readonly unit: string | undefined;
}

/** A number as people type it, with a comma or a point; half-typed it stays as it stands. */
export function NumberControl(props: NumberProps): ReactNode {
  const { id, value, onChange, min, max, decimals, unit, labelledBy, describedBy } = props;
  const [text, setText] = useState(typeof value === 'number' ? String(value) : '');
  const read = (typed: string): number | undefined => {
    const number = Number(typed.trim().replace(',', '.'));
    const usable = typed.trim() !== '' && Number.isFinite(number) && number >= min && number <= max;
    return usable ? Number(number.toFixed(decimals)) : undefined;
  };
  const change = (typed: string): void => {
    setText(typed);
    onChange(read(typed));
  };
  const wrong = text.trim() !== '' && read(text) === undefined;
  return (
    <>
      <span className="ws-with-unit">
        <input
          {...{ id }}
          className="ws-input ws-short"
          inputMode={decimals === 0 && min >= 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          maxLength={20}
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          aria-invalid={wrong}
          value={text}
          onChange={({ target }) => change(target.value)}
        />
        {unit === undefined ? null : <span>{unit}</span>}
      </span>
      <p className="ws-count" role="status">
        {wrong ? `${min} – ${max}` : ''}
      </p>
    </>
  );
}
