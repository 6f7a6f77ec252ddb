import serialize from 'canonicalize';
import { createHash } from 'node:crypto';

/** The package's types describe an ES module; what Node loads is the function itself. */
const canonicalize = serialize as unknown as (value: unknown) => string | undefined;

/** RFC 8785: one spelling for every JSON value. Fields that are `undefined` are left out. @throws TypeError for no JSON value */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** SHA-256, hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
