/** What is wrong, and where: `fields[3].showIf.field`, `values.ladder[2].peak`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  readonly code: 'TooLarge' | 'Malformed';
}

export interface Limits {
  /** What the top is called in an error. */
  readonly top: string;
  /** UTF-16 code units of JSON text. */
  readonly characters: number;
  readonly depth: number;
  readonly values: number;
  readonly text: number;
  readonly entries: number;
}

const RESERVED = new Set(['__proto__', 'prototype', 'constructor']);

/** `['fields', 0, 'showIf']` as `fields[0].showIf`. */
export function pathText(path: readonly PropertyKey[], top: string): string {
  if (path.length === 0) return `(${top})`;
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${shown(String(step))}`))
    .join('');
}

/** A piece of somebody's input, short enough to be quoted in an error. */
export function shown(text: string): string {
  const plain = text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}

/** Reads JSON text, or takes a value as it is; refuses what is too large, too deep, reserved or not plain data. Never throws. */
export function readPlain(input: unknown, limits: Limits): { readonly value: unknown } | Fault {
  const read = readJson(input, limits);
  if (!('value' in read)) return read;
  try {
    return findOversized(read.value, limits) ?? read;
  } catch {
    return fault([], 'is not plain data', limits);
  }
}

function readJson(input: unknown, limits: Limits): { readonly value: unknown } | Fault {
  if (typeof input !== 'string') return { value: input };
  if (input.length > limits.characters) return excess([], tooLong(limits), limits);
  try {
    return { value: JSON.parse(input) };
  } catch {
    return fault([], 'is not JSON', limits);
  }
}

const tooLong = ({ characters }: Limits): string => `is larger than ${characters.toLocaleString('en')} characters`;

interface Visit {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
}

function findOversized(input: unknown, limits: Limits): Fault | null {
  const pending: Visit[] = [{ value: input, path: [] }];
  let characters = 0;
  for (let seen = 0; ; seen++) {
    const visit = pending.pop();
    if (visit === undefined) return null;
    if (seen >= limits.values)
      return excess([], `holds more than ${limits.values.toLocaleString('en')} values`, limits);
    const found = inspect(visit, limits);
    if (found !== null) return found;
    characters += sizeOf(visit);
    if (characters > limits.characters) return excess([], tooLong(limits), limits);
    for (const child of children(visit)) pending.push(child);
  }
}

/** About what the value itself takes in JSON. */
function sizeOf({ value, path }: Visit): number {
  const name = path.at(-1);
  return (typeof value === 'string' ? value.length + 2 : 6) + (typeof name === 'string' ? name.length + 3 : 1);
}

function fault(path: readonly PropertyKey[], message: string, { top }: Limits): Fault {
  return { path: pathText(path.slice(0, 8), top), message, code: 'Malformed' };
}

const excess = (path: readonly PropertyKey[], message: string, limits: Limits): Fault => ({
  ...fault(path, message, limits),
  code: 'TooLarge',
});

function inspect({ value, path }: Visit, limits: Limits): Fault | null {
  if (path.length > limits.depth) return fault(path, `is nested more than ${limits.depth} levels deep`, limits);
  if (typeof value === 'string') return inspectText(value, path, limits);
  if (typeof value === 'number') return Number.isFinite(value) ? null : fault(path, 'is not a finite number', limits);
  if (value === null || typeof value === 'boolean' || value === undefined) return null;
  if (typeof value !== 'object') return fault(path, 'is not plain data', limits);
  if (!Array.isArray(value)) return inspectKeys(value, path, limits);
  return value.length > limits.entries ? excess(path, tooMany(limits), limits) : null;
}

const tooMany = ({ entries }: Limits): string => `has more than ${entries.toLocaleString('en')} entries`;

function inspectText(text: string, path: readonly PropertyKey[], limits: Limits): Fault | null {
  if (text.length > limits.text) {
    return excess(path, `is longer than ${limits.text.toLocaleString('en')} characters`, limits);
  }
  return text.includes('\u0000') || !text.isWellFormed()
    ? fault(path, 'holds a NUL character or an unpaired surrogate', limits)
    : null;
}

function inspectKeys(value: object, path: readonly PropertyKey[], limits: Limits): Fault | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return fault(path, 'is not plain data', limits);
  const keys = Reflect.ownKeys(value);
  if (keys.length > limits.entries) return excess(path, tooMany(limits), limits);
  for (const key of keys) {
    if (typeof key === 'symbol' || RESERVED.has(key)) return fault([...path, key], 'is a reserved name', limits);
    if (key.length > 80 || !key.isWellFormed()) return fault([...path, key], 'is not a usable name', limits);
    if (Object.getOwnPropertyDescriptor(value, key)?.get !== undefined) {
      return fault([...path, key], 'is not plain data', limits);
    }
  }
  return null;
}

function children({ value, path }: Visit): Visit[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.map((item: unknown, i) => ({ value: item, path: [...path, i] }));
  return Object.entries(value).map(([key, item]: [string, unknown]) => ({ value: item, path: [...path, key] }));
}
