import type { MouseEvent, ReactNode } from 'react';
import type { Text } from '#worksheets/filling';
import { useFilling } from './fill.context.ts';
import type { ControlProps } from './control.props.ts';

interface ChoiceProps extends ControlProps {
  readonly options: readonly { readonly value: string; readonly label: Text }[];
  readonly many: boolean;
}

/** A tap of a finger or mouse, not an arrow key that passes by on its way. */
export const isTap = ({ detail, clientX, clientY }: MouseEvent): boolean =>
  detail > 0 && (clientX !== 0 || clientY !== 0);

/** Cards to tap: one of them, or as many as fit. */
export function ChoiceControl({
  id,
  options,
  many,
  value,
  onChange,
  labelledBy,
  describedBy,
  onSettled,
}: ChoiceProps): ReactNode {
  const { say } = useFilling();
  const chosen = new Set<unknown>(Array.isArray(value) ? value : [value]);
  const toggle = (option: string): void => {
    if (!many) return onChange(option);
    const next = options.map((each) => each.value).filter((each) => (each === option) !== chosen.has(each));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div
      className="ws-cards"
      role={many ? 'group' : 'radiogroup'}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {options.map((option) => (
        <label key={option.value} className="ws-card">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={id}
            value={option.value}
            checked={chosen.has(option.value)}
            onChange={() => toggle(option.value)}
            onClick={(event) => (!many && isTap(event) ? onSettled?.() : undefined)}
          />
          <span>{say(option.label)}</span>
        </label>
      ))}
    </div>
  );
}
