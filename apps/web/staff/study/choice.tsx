import type { ReactNode } from 'react';
import { Field } from '../shell/parts.tsx';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  /** How the first option, for all, is called. */
  readonly all?: string;
  readonly onChoose: (value: string | undefined) => void;
}

/** One of a few. */
export function Choice({ label, value, options, all, onChoose }: ChoiceProps): ReactNode {
  return (
    <Field label={label}>
      <select value={value} onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {option.toLowerCase().replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </Field>
  );
}

export const METRICS = [
  'VALUE',
  'QUANTITY_UNIT',
  'QUANTITY_ASSIGNMENT',
  'ATTEMPT_RATE',
  'TIMELINESS',
  'MINUTES',
  'ATTEMPTS',
  'ACTIVE_DAYS',
] as const;
export const MODELS = ['LAGGED_PANEL', 'PERSON_MEAN_CENTRED', 'LEAST_SQUARES'] as const;
export const ASPECTS = [
  'FOCUS',
  'MEDIUM',
  'DIFFICULTY',
  'PHASE',
  'INITIATED_BY',
  'RATIONALE_GIVEN',
  'SETTING',
  'SITE',
  'BARRIER',
] as const;
export const INFORMANTS = ['CLIENT', 'THERAPIST', 'OBSERVER', 'PARTNER'] as const;

/** The option that a text names, or the first. */
export function oneOf<const Option extends string>(
  options: readonly [Option, ...Option[]],
  text: string | undefined,
): Option {
  return options.find((option) => option === text) ?? options[0];
}
