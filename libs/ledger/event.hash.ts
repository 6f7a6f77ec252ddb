import { hash } from 'node:crypto';
import type { RecordedEvent } from '#event-store';

/**
 * The bytes of an event that are hashed: RFC 8785 JSON of everything that is the same on every engine and in every copy.
 * Data and metadata are in it as the texts that were stored; the position is not, and the index is where the hash stands.
 */
export function canonicalEvent({ data, id, metadata, recordedAt, revision, stream, type }: RecordedEvent): string {
  // Keys in order; JSON.stringify writes well-formed strings and integers as RFC 8785 does.
  return JSON.stringify({ data, id, metadata, recordedAt, revision, stream, type });
}

/** Domain of a leaf, RFC 9162 section 2.1.1: no leaf can pass for an inner node of the tree that is built on them. */
const LEAF = '\0';

/** SHA-256 as 64 hexadecimal digits. */
export function eventHash(event: RecordedEvent): string {
  return hash('sha256', LEAF + canonicalEvent(event), 'hex');
}
