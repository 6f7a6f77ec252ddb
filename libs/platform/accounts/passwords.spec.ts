import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { argon2Hashing } from './password.hashing.ts';
import { passwordProblem } from './password.rules.ts';
import { makeShortCode, readShortCode } from './short-code.ts';
import { totpCode, totpStep } from './second-factor.ts';
import { addressClass, addressGroup } from './address-class.ts';

describe('a password', () => {
  it.each([
    ['eleven char', 'at least 12'],
    ['🦜'.repeat(11), 'at least 12'],
    ['x y '.repeat(33), 'at most 128'],
    ['Password1234', 'guessed first'],
    ['pass-word-pass-word', 'guessed first'],
    ['aaaaaaaaaaaaaa', 'repetition'],
    ['abcabcabcabcabc', 'repetition'],
    ['123456789012', 'row of keys'],
    ['0987654321qwertyuiop', 'row of keys'],
    ['anna.keller!1', 'sign-in name'],
    ['a lamp\u0007 beside the river', 'control characters'],
  ])('%j: %s', (password, problem) => {
    expect(passwordProblem(password, ['anna.keller'])).toContain(problem);
  });

  it.each([
    'a lamp beside the river',
    '🦜 parrots know twelve',
    'nurVierWörterSindGenug',
    'kP3#vv0-xqLs',
    'anna.keller goes home',
  ])('%j may be used: no rules of composition', (password) => {
    expect(passwordProblem(password, ['anna.keller'])).toBeUndefined();
  });

  it('is kept as argon2id, and is the same however its letters are composed', async () => {
    const stored = await argon2Hashing.hash('zwölf Boxkämpfer jagen');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await argon2Hashing.matches(stored, 'zwölf Boxkämpfer jagen'.normalize('NFD'))).toBe(true);
    expect(await argon2Hashing.matches(stored, 'zwolf Boxkampfer jagen')).toBe(false);
    expect(await argon2Hashing.hash('zwölf Boxkämpfer jagen')).not.toBe(stored);
  });

  it('never fits where there is none', async () => {
    for (const guess of ['', 'cannot-be-any-password-at-all', 'x']) {
      expect(await argon2Hashing.matches(null, guess)).toBe(false);
    }
  });
});

describe('a short code', () => {
  it('is read however it is typed', () => {
    const code = makeShortCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const bare = code.replace('-', '');
    for (const typed of [
      code,
      bare.toLowerCase(),
      ` ${bare.replace(/0/g, 'o').replace(/1/g, 'l')} `,
      [...bare].join(' '),
    ]) {
      expect(readShortCode(typed)).toBe(bare);
    }
  });

  it('tells every single wrong character', () => {
    const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom(...letters), (at, letter) => {
        const code = readShortCode(makeShortCode()) ?? '';
        const wrong = `${code.slice(0, at)}${letter}${code.slice(at + 1)}`;
        return wrong === code || readShortCode(wrong) === undefined;
      }),
    );
  });

  it('is nothing else', () => {
    for (const other of ['', 'ABCD', 'ABCD-EFGU', '1'.repeat(100_000), 'ABCD\0EFGH']) {
      expect(readShortCode(other)).toBeUndefined();
    }
  });
});

it('a code of an authenticator is that of RFC 6238, appendix B', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect([59, 1111111109, 20000000000].map((at) => totpCode(secret, new Date(at * 1_000)))).toEqual([
    '287082',
    '081804',
    '353130',
  ]);
  expect(totpStep(secret, '287 082', new Date(75_000))).toBe(1);
  expect(totpStep(secret, '287082', new Date(120_000))).toBeUndefined();
});

it.each([
  ['127.0.0.1', 'this computer', '127.0.0.1'],
  ['::1', 'this computer', '0:0:0:0'],
  ['::ffff:10.1.2.3', 'private network', '10.1.2.3'],
  ['fe80::1%eth0', 'private network', 'fe80:0:0:0'],
  ['2001:db8:1:2:3:4:5:6', 'internet', '2001:db8:1:2'],
  ['203.0.113.9', 'internet', '203.0.113.9'],
  [undefined, 'unknown', ''],
])('%s is of %s', (address, kind, group) => {
  expect([addressClass(address), addressGroup(address)]).toEqual([kind, group]);
});
