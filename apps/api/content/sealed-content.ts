import { type Envelope, type Erased, isErased } from '#domain';

/** What a read model holds of a private field, with what may be told of it without opening. */
export interface SealedContent {
  readonly value: string | Envelope | Erased;
  readonly length: number | null;
}

/** A private field that is always there. */
export function requiredContent(value: string | Envelope | Erased): SealedContent {
  return isErased(value) ? { value, length: null } : { value, length: value.length };
}

/** A private field that may have been left out. */
export function sealedContent(value: string | Envelope | Erased | null | undefined): SealedContent | null {
  return value === null || value === undefined ? null : requiredContent(value);
}
