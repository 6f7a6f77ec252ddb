/** What is wrong with a definition, and where: `quantities.dose.window`, `adherent.conditions[1].threshold`. */
export interface DefinitionError {
  readonly path: string;
  readonly message: string;
}

const MAX_CHARACTERS = 256_000;
const MAX_DEPTH = 24;
const MAX_NODES = 20_000;
const MAX_TEXT = 4_000;
const MAX_KEYS = 200;
const RESERVED = new Set(['__proto__', 'prototype', 'constructor']);

/** `['quantities', 'dose', 'parts', 0]` as `quantities.dose.parts[0]`; the top is `(definition)`. */
export function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(definition)';
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${shown(String(step))}`))
    .join('');
}

/** A piece of somebody's input, short enough to be quoted in an error. */
export function shown(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}

/** Reads JSON text, or takes a value as it is. Refuses text that is too long or not JSON. */
export function readJson(input: unknown): { value: unknown } | DefinitionError {
  if (typeof input !== 'string') return { value: input };
  if (input.length > MAX_CHARACTERS)
    return refusal([], `is ${input.length} characters long; at most ${MAX_CHARACTERS} are read`);
  try {
    return { value: JSON.parse(input) };
  } catch (error) {
    return refusal([], `is not JSON: ${error instanceof Error ? shown(error.message) : 'unreadable'}`);
  }
}

interface Visit {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
}

/** The first thing in `input` that no definition may hold: too deep, too much, too long, reserved names, not plain data. */
export function findOversized(input: unknown): DefinitionError | null {
  const pending: Visit[] = [{ value: input, path: [] }];
  for (let seen = 0; ; seen++) {
    const visit = pending.pop();
    if (visit === undefined) return null;
    if (seen >= MAX_NODES) return refusal([], `holds more than ${MAX_NODES} values`);
    const error = inspect(visit);
    if (error !== null) return error;
    pending.push(...children(visit));
  }
}

function inspect({ value, path }: Visit): DefinitionError | null {
  if (path.length > MAX_DEPTH) return refusal(path.slice(0, 6), `is nested more than ${MAX_DEPTH} levels deep`);
  if (typeof value === 'string' && value.length > MAX_TEXT)
    return refusal(path, `is longer than ${MAX_TEXT} characters`);
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) {
    return refusal(path, 'holds a NUL character or an unpaired surrogate');
  }
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.length > MAX_KEYS ? refusal(path, `has more than ${MAX_KEYS} entries`) : null;
  return inspectKeys(value, path);
}

function inspectKeys(value: object, path: readonly PropertyKey[]): DefinitionError | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return refusal(path, 'is not plain data');
  const keys = Reflect.ownKeys(value);
  if (keys.length > MAX_KEYS) return refusal(path, `has more than ${MAX_KEYS} entries`);
  for (const key of keys) {
    if (typeof key === 'symbol' || RESERVED.has(key)) return refusal([...path, key], 'is a reserved name');
    if (key.length > 80) return refusal([...path, key], 'is a name longer than 80 characters');
    if (Object.getOwnPropertyDescriptor(value, key)?.get !== undefined)
      return refusal([...path, key], 'is not plain data');
  }
  return null;
}

function children({ value, path }: Visit): Visit[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.map((item: unknown, i) => ({ value: item, path: [...path, i] }));
  return Object.entries(value).map(([key, item]: [string, unknown]) => ({ value: item, path: [...path, key] }));
}

export function refusal(path: readonly PropertyKey[], message: string): DefinitionError {
  return { path: pathText(path), message };
}
