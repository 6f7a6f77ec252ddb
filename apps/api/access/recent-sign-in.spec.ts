import { describe, expect, it } from '@jest/globals';
import type { Caller } from './caller.ts';
import { RECENT, requireRecentSignIn } from './recent-sign-in.ts';

// Executes P11-10(g), P11-200.

const now = new Date('2026-03-01T12:00:00.000Z');
const caller = (age: number, more: Partial<Caller> = {}): Caller => ({
  ...{ accountId: 'a1', kind: 'staff', subjectId: 's1', secondFactor: true, ...more },
  authenticatedAt: new Date(now.getTime() - age),
});

describe('signing a record', () => {
  it('asks for a person who signed in minutes ago', () => {
    expect(() => {
      requireRecentSignIn(caller(RECENT), now);
    }).not.toThrow();
    for (const other of [undefined, caller(RECENT + 1), caller(0, { key: { id: 'k1', readOnly: false } })]) {
      expect(() => {
        requireRecentSignIn(other, now);
      }).toThrow('Sign in again');
    }
  });
});
