import { type FieldProblem, fieldPath } from '#domain';
import { InvalidCommand } from './command.error.ts';

/** UTF-8 bytes of a command as JSON. */
export const MAX_COMMAND_BYTES = 256_000;
export const MAX_COMMAND_DEPTH = 32;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

interface Walk {
  /** Characters and values met so far: bounds the work before anything is copied as a whole. */
  size: number;
}

/**
 * A copy of what a caller sent, as plain JSON that every store can hold; fields that are `undefined` are left out.
 * @throws InvalidCommand naming the field that cannot be stored: NUL, unpaired surrogates, functions, dates, circles,
 * sealed content, more than 256 kB, deeper than 32 levels
 */
export function readInput(input: unknown): Json {
  const copy = read(input, [], { size: 0 });
  const bytes = Buffer.byteLength(JSON.stringify(copy));
  if (bytes > MAX_COMMAND_BYTES) throw tooLarge();
  return copy;
}

function read(value: unknown, path: readonly PropertyKey[], walk: Walk): Json {
  walk.size += typeof value === 'string' ? value.length + 2 : 2;
  if (walk.size > MAX_COMMAND_BYTES) throw tooLarge();
  if (path.length > MAX_COMMAND_DEPTH) throw flaw(path, `nested deeper than ${MAX_COMMAND_DEPTH} levels`);
  switch (typeof value) {
    case 'string':
      return readText(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw flaw(path, 'not a finite number');
      // JSON has one zero.
      return value === 0 ? 0 : value;
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value)
        ? value.map((item, index) => read(item, [...path, index], walk))
        : readObject(value, path, walk);
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
      throw flaw(path, `a ${typeof value} is not JSON`);
  }
}

function readText(text: string, path: readonly PropertyKey[]): string {
  if (text.includes('\u0000')) throw flaw(path, 'holds a NUL character');
  if (!text.isWellFormed()) throw flaw(path, 'holds an unpaired surrogate');
  return text;
}

function readObject(value: object, path: readonly PropertyKey[], walk: Walk): Json {
  if (Object.prototype.toString.call(value) !== '[object Object]') throw flaw(path, 'is not plain JSON');
  const copy: Record<string, Json> = {};
  for (const [name, field] of Object.entries(value)) {
    const inner = [...path, name];
    if (name === '__proto__') throw flaw(inner, 'a field cannot have this name');
    readText(name, inner);
    walk.size += name.length + 2;
    if (field !== undefined) copy[name] = read(field, inner, walk);
  }
  if (copy['sealed'] === 'A256GCM') throw flaw(path, 'sealed content cannot be sent; send the plain text');
  if (copy['erased'] === true && path[0] !== 'replacement') throw flaw(path, 'erased content cannot be sent');
  return copy;
}

function flaw(path: readonly PropertyKey[], problem: string): InvalidCommand {
  const found: FieldProblem = { field: fieldPath(path), problem };
  return new InvalidCommand([found]);
}

function tooLarge(): InvalidCommand {
  return flaw([], `larger than ${MAX_COMMAND_BYTES / 1000} kB as JSON`);
}
