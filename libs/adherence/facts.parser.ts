import { type DefinitionError, pathText } from './definition.limits.ts';
import { obligationKey } from './facts.index.ts';
import { AdherenceFacts } from './facts.schema.ts';

export type ParsedFacts =
  | { readonly ok: true; readonly facts: AdherenceFacts }
  | { readonly ok: false; readonly errors: readonly DefinitionError[] };

/** Checks facts that come from outside: shapes, times, and that nothing is there twice. */
export function parseFacts(input: unknown): ParsedFacts {
  const parsed = AdherenceFacts.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      errors: parsed.error.issues
        .slice(0, 25)
        .map(({ path, message }) => ({ path: path.length === 0 ? '(facts)' : pathText(path), message })),
    };
  }
  const facts = parsed.data;
  const errors = [
    ...doubles(['attempts'], facts.attempts.map(idOf)),
    ...doubles(['obligations'], facts.obligations.map(obligationKey)),
    ...doubles(['ratings'], facts.ratings.map(idOf)),
    ...doubles(['sessions'], facts.sessions.map(idOf)),
    ...doubles(['modules'], facts.modules.map(idOf)),
    ...facts.obligations.flatMap(({ reports }, i) => doubles(['obligations', i, 'reports'], (reports ?? []).map(idOf))),
  ];
  return errors.length === 0 ? { ok: true, facts } : { ok: false, errors: errors.slice(0, 25) };
}

const idOf = ({ id }: { readonly id: string }): string => id;

function doubles(list: readonly PropertyKey[], keys: readonly string[]): DefinitionError[] {
  const first = new Map<string, number>();
  return keys.flatMap((key, i) => {
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, i);
      return [];
    }
    return [{ path: pathText([...list, i]), message: `is there twice: the same as ${pathText([...list, before])}` }];
  });
}
