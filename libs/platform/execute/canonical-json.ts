import serialize from 'canonicalize';

/** The package's types describe an ES module; what Node loads is the function itself. */
const canonicalize = serialize as unknown as (value: unknown) => string | undefined;

/** RFC 8785: one spelling for every JSON value. Fields that are `undefined` are left out. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}
