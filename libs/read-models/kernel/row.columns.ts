import type { Envelope, Erased } from '#domain';
import type { ColumnOptions } from 'typeorm';

/** What a read model holds of a private field: its envelope, or what is left of it; plain where nothing was sealed. */
export type SealedText = string | Envelope | Erased;

/** Every folded row says which stream it was folded from; a correction deletes and refolds that stream's rows. */
export interface FoldRow {
  stream: string;
}

/** Text that orders and compares byte by byte, on every server alike. */
export const KEY = { collation: 'C' } as const satisfies ColumnOptions;

/** A moment: ISO 8601 UTC with milliseconds in rows, `timestamptz(3)` in tables. */
export const INSTANT = {
  precision: 3,
  transformer: {
    to: (value: string | null) => value,
    from: (value: Date | null) => (value === null ? null : value.toISOString()),
  },
} as const satisfies ColumnOptions;

/** A column that may be empty. */
export const NULL = { nullable: true } as const satisfies ColumnOptions;

/** A log index: `bigint` in tables, a number in rows (exact up to 2^53 events). */
export const INDEX = {
  transformer: { to: (value: number) => value, from: (value: string) => Number(value) },
} as const satisfies ColumnOptions;
