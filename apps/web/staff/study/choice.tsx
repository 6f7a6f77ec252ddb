import type { ReactNode } from 'react';
import { Field } from '../shell/parts.tsx';
import { useWord } from './board.words.ts';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  /** How the first option, for all, is called. */
  readonly all?: string;
  /** How an option is called; its code in words where this is left out. */
  readonly nameOf?: (option: string) => string;
  readonly onChoose: (value: string | undefined) => void;
}

/** One of a few. */
export function Choice({ label, value, options, all, nameOf, onChoose }: ChoiceProps): ReactNode {
  const word = useWord();
  return (
    <Field label={label}>
      <select value={value} onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {(nameOf ?? word)(option)}
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
export const DENOMINATORS = ['AS_ADJUSTED', 'AS_ASSIGNED'] as const;
export const ASPECTS = [
  'APPROACH',
  'FOCUS',
  'MEDIUM',
  'DIFFICULTY',
  'PHASE',
  'SETTING',
  'SITE',
  'INITIATED_BY',
  'RATIONALE_GIVEN',
  'OBSTACLES_FORESEEN',
  'CONFIDENCE_ASKED',
  'REVIEWED',
  'BARRIER',
  'ADJUSTED_BECAUSE',
  'ENDED_BECAUSE',
] as const;
export const INFORMANTS = ['CLIENT', 'THERAPIST', 'OBSERVER', 'PARTNER'] as const;
/** Questionnaires that a list begins with; another can stand in the address. */
export const INSTRUMENTS = ['phq-9', 'gad-7', 'bdi-ii', 'core-10', 'madrs-s', 'lsas-sr'] as const;

/** The option that a text names, or the first. */
export function oneOf<const Option extends string>(
  options: readonly [Option, ...Option[]],
  text: string | undefined,
): Option {
  return options.find((option) => option === text) ?? options[0];
}
