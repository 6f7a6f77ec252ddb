import { InvalidRead } from './read.error.ts';

export type Direction = 'asc' | 'desc';

/** Which part of a list, as Relay connections ask for it. */
export interface PageRequest<Order extends string> {
  /** 0 to 500; 50 when neither `first` nor `last` is given. */
  readonly first?: number | undefined;
  readonly after?: string | undefined;
  readonly last?: number | undefined;
  readonly before?: string | undefined;
  /** Empty values come last. Ties are broken by the row's key, so that no row is met twice or missed. */
  readonly orderBy?: { readonly field: Order; readonly direction: Direction } | undefined;
}

export interface Edge<Row> {
  /** Where this row is in the list, opaque. */
  readonly cursor: string;
  readonly row: Row;
}

export interface Page<Row> {
  readonly edges: readonly Edge<Row>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How many rows the filter finds in all; counted when asked, while the snapshot is open. */
  total(): Promise<number>;
}

export const MAX_PAGE = 500;
export const DEFAULT_PAGE = 50;

/** A place in a list: the value it is ordered by and the key of the row. */
export interface Keyset {
  readonly value: string | number | boolean | null;
  readonly key: readonly (string | number)[];
}

/** A request that has been checked. */
export interface PagePlan {
  readonly field: string;
  readonly direction: Direction;
  readonly limit: number;
  /** From the end of the list. */
  readonly backwards: boolean;
  readonly after: Keyset | undefined;
  readonly before: Keyset | undefined;
}

/** @throws InvalidRead naming the argument. */
export function planPage<Order extends string>(
  request: PageRequest<Order>,
  fallback: { readonly field: Order; readonly direction: Direction },
): PagePlan {
  const { first, last, after, before } = request;
  const { field, direction } = request.orderBy ?? fallback;
  if (first !== undefined && last !== undefined) throw new InvalidRead('last', 'cannot be combined with first');
  const [name, limit] = last === undefined ? ['first', first ?? DEFAULT_PAGE] : ['last', last];
  if (!Number.isInteger(limit) || limit < 0 || limit > MAX_PAGE) {
    throw new InvalidRead(name, `must be a whole number from 0 to ${MAX_PAGE}`);
  }
  return {
    ...{ field, direction, limit },
    backwards: last !== undefined,
    after: after === undefined ? undefined : readCursor('after', after, field),
    before: before === undefined ? undefined : readCursor('before', before, field),
  };
}

export function writeCursor(field: string, { value, key }: Keyset): string {
  return Buffer.from(JSON.stringify([field, value, ...key])).toString('base64url');
}

/** @throws InvalidRead for anything that this list did not hand out. */
function readCursor(argument: 'after' | 'before', cursor: string, field: string): Keyset {
  const parsed = parse(cursor);
  if (!Array.isArray(parsed)) throw new InvalidRead(argument, 'is not a cursor of this list');
  const [of, value, ...key] = parsed as unknown[];
  if (of !== field) throw new InvalidRead(argument, `is a cursor of another order than ${field}`);
  if (!isValue(value) || key.length === 0 || !key.every(isKeyPart)) {
    throw new InvalidRead(argument, 'is not a cursor of this list');
  }
  return { value, key };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isValue(value: unknown): value is Keyset['value'] {
  return value === null || typeof value === 'boolean' || isKeyPart(value);
}

function isKeyPart(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed());
}
