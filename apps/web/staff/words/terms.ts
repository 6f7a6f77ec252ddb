import { useMessages } from '../../language/language.context.tsx';
import type { Catalogue, Say } from '../../language/messages.ts';
import { type Term, TERMS_EN } from './terms.en.ts';
import { TERMS_SV } from './terms.sv.ts';

const terms: Catalogue<Term> = { en: TERMS_EN, sv: TERMS_SV };

/** The way to say the words of the record: `say('barrier.FORGETTING')`. */
export function useTerms(): Say<Term> {
  return useMessages(terms);
}

/** All values of one list, in the order they are offered. */
export function valuesOf<List extends string>(list: List): readonly Values<List>[] {
  const prefix = `${list}.`;
  return Object.keys(TERMS_EN).flatMap((term) => (isOf(term, prefix) ? [valueOf<List>(term, prefix)] : []));
}

type Values<List extends string> = Term extends infer Each
  ? Each extends `${List}.${infer Value}`
    ? Value
    : never
  : never;

const isOf = (term: string, prefix: string): boolean => term.startsWith(prefix);

function valueOf<List extends string>(term: string, prefix: string): Values<List> {
  // The keys of the catalogue are its values behind their prefix.
  return term.slice(prefix.length) as Values<List>;
}

/** Text that may be kept from the reader, or gone. */
export interface MaybeText {
  readonly text: string | null;
  readonly erased: boolean;
}
