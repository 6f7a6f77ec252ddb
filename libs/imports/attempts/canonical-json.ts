import serialize from 'canonicalize';

/** The package's types describe an ES module; what Node loads is the function itself. */
const canonicalize = serialize as unknown as (value: unknown) => string | undefined;

/** RFC 8785: one spelling for every JSON value, whatever the order of its keys; empty for `undefined`. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? '';
}
