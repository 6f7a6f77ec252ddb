/** Why a model has no answer; codes, so that they can be counted and translated. */
export type RefusalCode =
  | 'nothing-complete'
  | 'one-person'
  | 'too-few-rows'
  | 'no-repeats'
  | 'constant-outcome'
  | 'constant-term'
  | 'collinear'
  | 'perfect-fit'
  | 'not-identified'
  | 'too-large';

/** An analysis that cannot be had from these data, said instead of a NaN. */
export interface Refused {
  readonly refused: RefusalCode;
  /** In words, naming the term. */
  readonly detail: string;
}

/** A model, or why there is none. */
export type Fitted<Model> = Model | Refused;

/** A refusal as a value. */
export function refuseModel(refused: RefusalCode, detail: string): Refused {
  return { refused, detail };
}

/** Whether a fit was refused. */
export function isRefused<Model extends object>(fitted: Fitted<Model>): fitted is Refused {
  return 'refused' in fitted;
}
