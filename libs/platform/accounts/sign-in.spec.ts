import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { totpCode } from './second-factor.ts';
import {
  GOOD,
  HERE,
  type IdentityUnderTest,
  identityUnderTest,
  refusalOf,
  staffMember,
} from './identity.specification.ts';
import { DAY, HOUR, MINUTE, SECOND } from './steady.clock.ts';

// Executes E6-4.3.3, P11-10(d), P11-300.

let test: IdentityUnderTest;
beforeAll(async () => {
  test = await identityUnderTest();
});
afterAll(async () => test.drop());

const sessionOf = async (token: string) => {
  const session = await test.identity.sessions.find(token);
  if (session === undefined) throw new Error('no such session');
  return session;
};

describe('a password', () => {
  it('lets in, whatever the case of the name, and gives a session', async () => {
    await staffMember(test.identity, 'Anna@Clinic.example', 'st-anna');
    const { token, stage } = await test.identity.signIn.withPassword(' anna@clinic.EXAMPLE', GOOD, HERE);
    expect(stage).toBe('open');
    expect(await sessionOf(token)).toMatchObject({ kind: 'staff', subjectId: 'st-anna', secondFactor: false });
  });

  it('is kept neither plain nor under a name that can be read', async () => {
    const { rows } = await test.pool.query<{ text: string }>('SELECT a::text AS text FROM accounts a');
    expect(rows.map(({ text }) => text).join()).not.toMatch(/anna@|clinic/i);
  });

  it('that is wrong, of nobody, or of somebody shut out is refused in the same words after the same work', async () => {
    const shut = await staffMember(test.identity, 'shut.out');
    await test.identity.own.shut(shut, 'disabled');
    await test.identity.accounts.create({ kind: 'staff', subjectId: 'no-pw', name: 'no.password', createdBy: 'o' });
    const seen: unknown[] = [];
    for (const name of ['anna@clinic.example', 'nobody@clinic.example', 'shut.out', 'no.password']) {
      const before = test.hashing.compared;
      const error: unknown = await test.identity.signIn
        .withPassword(name, 'wrong', HERE)
        .catch((thrown: unknown) => thrown);
      seen.push([String(error), test.hashing.compared - before]);
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await refusalOf(test.identity.signIn.withPassword('shut.out', GOOD, HERE))).toBe('WrongSignIn');
  });

  it('that is changed signs the other sessions out, and the old one no longer counts', async () => {
    const { signIn, own, sessions } = test.identity;
    await staffMember(test.identity, 'changing');
    const one = await signIn.withPassword('changing', GOOD, HERE);
    const other = await signIn.withPassword('changing', GOOD, HERE);
    const next = 'another lamp by the lake';
    const changed = await own.changePassword(await sessionOf(one.token), { password: GOOD, next }, HERE);
    expect(await sessions.find(one.token)).toBeUndefined();
    expect(await sessions.find(other.token)).toBeUndefined();
    expect(await sessions.find(changed.token)).toBeDefined();
    expect(await refusalOf(signIn.withPassword('changing', GOOD, HERE))).toBe('WrongSignIn');
    await signIn.withPassword('changing', next, HERE);
  });

  it('that is unsuitable is refused without using the token up', async () => {
    const { own, accounts } = test.identity;
    const account = await accounts.create({ kind: 'staff', subjectId: 'fresh', name: 'fresh.person', createdBy: 'o' });
    const { code } = await own.handOutReset(account, 'operator');
    for (const password of ['short', 'fresh.person1', 'passwordpassword', '\0'.repeat(20)]) {
      expect(await refusalOf(own.reset(code, password, HERE))).toBe('PasswordUnsuitable');
    }
    await own.reset(code, GOOD, HERE);
    expect(await refusalOf(own.reset(code, GOOD, HERE))).toBe('WrongCode');
  });
});

describe('a second factor', () => {
  const begin = async (name: string) => {
    const account = await staffMember(test.identity, name);
    const { token } = await test.identity.signIn.withPassword(name, GOOD, HERE);
    const { secret, address } = await test.identity.own.beginSecondFactor(await sessionOf(token));
    expect(address).toContain('otpauth://totp/Intersession');
    const code = totpCode(secret, new Date(test.time.now));
    const set = await test.identity.own.confirmSecondFactor(await sessionOf(token), code, HERE);
    return { account, secret, code, token: set.token };
  };

  it('is asked for once it is set up, and each code counts once', async () => {
    const { secret, code } = await begin('bertha');
    const { signIn } = test.identity;
    const first = await signIn.withPassword('bertha', GOOD, HERE);
    expect(first.stage).toBe('second-factor');
    expect(await refusalOf(signIn.withSecondFactor(await sessionOf(first.token), code, HERE))).toBe('WrongCode');
    expect(await refusalOf(signIn.withSecondFactor(await sessionOf(first.token), '12345', HERE))).toBe('WrongCode');
    test.time.now += 30 * SECOND;
    const fresh = totpCode(secret, new Date(test.time.now));
    const session = await sessionOf(first.token);
    const both = await Promise.all([1, 2].map(() => refusalOf(signIn.withSecondFactor(session, fresh, HERE))));
    expect(both.sort()).toEqual(['WrongCode', 'nothing']);
    expect(await test.identity.sessions.find(first.token)).toBeUndefined();
  });

  it('is not replayed by a clock that goes back', async () => {
    const { secret, token } = await begin('clara');
    test.time.now += 5 * MINUTE;
    const code = totpCode(secret, new Date(test.time.now));
    await test.identity.signIn.again(await sessionOf(token), { password: GOOD, code }, HERE);
    const set = await test.again();
    test.time.now -= 5 * MINUTE;
    const back = await set.signIn.withPassword('clara', GOOD, HERE);
    const session = await set.sessions.find(back.token);
    expect(await refusalOf(set.signIn.withSecondFactor(session!, code, HERE))).toBe('WrongCode');
    const older = totpCode(secret, new Date(test.time.now));
    expect(await refusalOf(set.signIn.withSecondFactor(session!, older, HERE))).toBe('WrongCode');
    test.time.now += 10 * MINUTE;
  });

  it('where it must be had: a session lets do nothing before it is set up', async () => {
    const strict = await test.again({ settings: { ...test.identity.settings, secondFactor: 'required' } });
    await staffMember(strict, 'dora');
    const { token, stage } = await strict.signIn.withPassword('dora', GOOD, HERE);
    expect(stage).toBe('enrol');
    const session = await strict.sessions.find(token);
    const { secret } = await strict.own.beginSecondFactor(session!);
    const open = await strict.own.confirmSecondFactor(session!, totpCode(secret, new Date(test.time.now)), HERE);
    expect(open.stage).toBe('open');
    expect((await strict.sessions.find(open.token))?.secondFactor).toBe(true);
  });

  it('cannot be replaced by whoever only has the password', async () => {
    await begin('emil');
    const { token } = await test.identity.signIn.withPassword('emil', GOOD, HERE);
    const session = await sessionOf(token);
    expect(await refusalOf(test.identity.own.beginSecondFactor(session))).toBe('NotNow');
    expect(await refusalOf(test.identity.own.changePassword(session, { password: GOOD, next: GOOD }, HERE))).toBe(
      'NotNow',
    );
  });
});

describe('a session', () => {
  it('ends when idle, and when old, and a clock that goes back does not bring it back', async () => {
    await staffMember(test.identity, 'frieda');
    const { token } = await test.identity.signIn.withPassword('frieda', GOOD, HERE);
    for (let hours = 0; hours < 11; hours += 1) {
      for (let at = 0; at < 3; at += 1) {
        test.time.now += 20 * MINUTE;
        expect(await test.identity.sessions.find(token)).toBeDefined();
      }
    }
    test.time.now += 31 * MINUTE;
    expect(await test.identity.sessions.find(token)).toBeUndefined();
    const later = test.time.now;
    test.time.now -= DAY;
    expect(await (await test.again()).sessions.find(token)).toBeUndefined();
    test.time.now = later;
    const second = await test.identity.signIn.withPassword('frieda', GOOD, HERE);
    for (let at = 0; at < 36; at += 1) {
      test.time.now += 20 * MINUTE;
      await test.identity.sessions.find(second.token);
    }
    expect(await test.identity.sessions.find(second.token)).toBeUndefined();
  });

  it('whose last use lies ahead of a clock that was set back still grows old', async () => {
    await staffMember(test.identity, 'gustav');
    const { token } = await test.identity.signIn.withPassword('gustav', GOOD, HERE);
    test.time.now -= 3 * HOUR;
    const back = await test.again();
    expect(await back.sessions.find(token)).toBeDefined();
    test.time.now += 15 * HOUR;
    expect(await back.sessions.find(token)).toBeUndefined();
  });

  it('is not found by forged, cut, swapped or enormous tokens', async () => {
    const { token } = await test.identity.signIn.withPassword('gustav', GOOD, HERE);
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const forged of [
      '',
      'x',
      other,
      token.slice(1),
      `${token}A`,
      token.repeat(10_000),
      `${token}\n`,
      "' OR true --",
    ]) {
      expect(await test.identity.sessions.find(forged)).toBeUndefined();
    }
    const digest = await test.pool.query<{ d: string }>(
      `SELECT encode(token_digest, 'base64') AS d FROM sign_in_sessions WHERE ended_at IS NULL`,
    );
    for (const { d } of digest.rows) expect(await test.identity.sessions.find(d.slice(0, 43))).toBeUndefined();
  });

  it('can be seen and ended by its owner only, one or all', async () => {
    const account = await staffMember(test.identity, 'hanna');
    const tokens = [];
    for (let at = 0; at < 3; at += 1) tokens.push((await test.identity.signIn.withPassword('hanna', GOOD, HERE)).token);
    const listed = await test.identity.sessions.list(account.accountId);
    expect(listed.map(({ device, addressClass }) => [device, addressClass])).toEqual(
      Array.from({ length: 3 }, () => ['Firefox on Linux', 'this computer']),
    );
    const stranger = await test.identity.accounts.byName('gustav');
    expect(await test.identity.sessions.end(stranger!.accountId, listed[0]!.sessionId)).toBe(false);
    expect(await test.identity.sessions.end(account.accountId, listed[0]!.sessionId)).toBe(true);
    expect(await test.identity.sessions.find(tokens[2]!)).toBeUndefined();
    await test.identity.own.signOutEverywhere(account, HERE);
    expect(await test.identity.sessions.find(tokens[0]!)).toBeUndefined();
    expect(await test.identity.sessions.list(account.accountId)).toEqual([]);
  });
});

/** A hundred at a time, for the sake of whoever waits for the spec. */
async function guesses(total: number, guess: (at: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < total; from += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, at) => refusalOf(guess(from + at))));
  }
}

describe('guesses', () => {
  it('of a password: of 10,000 ten are looked at, and the right one after them waits too', async () => {
    await staffMember(test.identity, 'ida');
    const before = test.hashing.compared;
    const from = { ...HERE, address: '192.0.2.7' };
    await guesses(10_000, (guess) => test.identity.signIn.withPassword('ida', `guess ${guess}`, from));
    expect(test.hashing.compared - before).toBe(10);
    expect(await refusalOf(test.identity.signIn.withPassword('ida', GOOD, from))).toBe('TooManyAttempts');
    test.time.now += 2 * SECOND;
    await test.identity.signIn.withPassword('ida', GOOD, from);
  }, 120_000);

  it('of a wrong password one every ten seconds for hours: no more than thirty are looked at', async () => {
    await staffMember(test.identity, 'jakob');
    const before = test.hashing.compared;
    await guesses(1_000, (guess) => {
      test.time.now += 10 * SECOND;
      const from = { ...HERE, address: `10.0.${guess >> 8}.${guess % 256}` };
      return test.identity.signIn.withPassword('jakob', `guess ${guess}`, from);
    });
    expect(test.hashing.compared - before).toBeLessThan(30);
    expect(await refusalOf(test.identity.signIn.withPassword('jakob', GOOD, HERE))).toBe('TooManyAttempts');
    await test.identity.attempts.forget('jakob');
    await test.identity.signIn.withPassword('jakob', GOOD, HERE);
  });

  it('at once are counted like guesses one after the other', async () => {
    await staffMember(test.identity, 'karl');
    const before = test.hashing.compared;
    const address = '198.51.100.4';
    await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        refusalOf(test.identity.signIn.withPassword('karl', `g${at}`, { ...HERE, address })),
      ),
    );
    expect(test.hashing.compared - before).toBe(10);
  });

  it('of names nobody has are locked out alike', async () => {
    const outcomes = async (name: string, address: string) => {
      const seen = [];
      for (let at = 0; at < 14; at += 1) {
        seen.push(await refusalOf(test.identity.signIn.withPassword(name, 'wrong', { ...HERE, address })));
      }
      return seen;
    };
    await staffMember(test.identity, 'lena');
    expect(await outcomes('lena', '203.0.113.1')).toEqual(await outcomes('nobody.at.all', '203.0.113.2'));
  });

  it('from one address at many names stop at the address', async () => {
    const before = test.hashing.compared;
    const address = '2001:db8:1:2::1';
    for (let at = 0; at < 500; at += 1) {
      const near = `2001:db8:1:2::${(at + 1).toString(16)}`;
      await refusalOf(
        test.identity.signIn.withPassword(`name-${at}`, 'wrong', { ...HERE, address: at % 2 ? address : near }),
      );
    }
    expect(test.hashing.compared - before).toBe(60);
  });
});
