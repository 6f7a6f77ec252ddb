import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import serialize from 'canonicalize';
import type { AllocationScheme, AllocationSequence } from './allocation.schema.ts';

/** The package's types describe an ES module; what Node loads is the function itself. */
const canonicalize = serialize as unknown as (value: unknown) => string | undefined;

/**
 * What is published before the first allocation: SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of study, scheme and
 * sequence. The sequence holds a nonce of 256 bits, so that trying likely sequences tells nothing; any other sequence has
 * another commitment.
 */
export function commitmentOf(studyId: string, scheme: AllocationScheme, sequence: AllocationSequence): string {
  const { method, arms, factors, planned } = scheme;
  const content = { format: 1, studyId, scheme: { method, arms, factors, planned }, sequence };
  return bytesToHex(sha256(utf8ToBytes(canonicalize(content) ?? '')));
}
