import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountSecrets } from './account.secrets.ts';
import { HERE, type IdentityUnderTest, identityUnderTest, refusalOf, staffMember } from './identity.specification.ts';
import { DAY, HOUR } from './steady.clock.ts';

let test: IdentityUnderTest;
beforeAll(async () => {
  test = await identityUnderTest();
});
afterAll(async () => test.drop());

const newKey = { label: 'nightly export', days: 7, readOnly: true, studies: ['s1'], createdBy: 'st-1' };

describe('an API key', () => {
  it('tells whose it is and what it leaves of their rights, until it expires or is revoked', async () => {
    const { keys } = test.identity;
    const { accountId } = await staffMember(test.identity, 'researcher');
    const { key, keyId } = await keys.create({ ...newKey, accountId });
    expect(key).toMatch(/^isk_[A-Za-z0-9_-]{43}$/);
    expect(await keys.find(key)).toMatchObject({ keyId, accountId, limits: { readOnly: true, studies: ['s1'] } });
    expect(await keys.list(accountId)).toMatchObject([
      { keyId, label: 'nightly export', lastUsedAt: expect.any(Date) },
    ]);
    const stranger = await staffMember(test.identity, 'stranger');
    expect(await keys.revoke(stranger.accountId, keyId)).toBe(false);
    expect(await keys.revoke(accountId, keyId)).toBe(true);
    expect(await keys.find(key)).toBeUndefined();
    const short = await keys.create({ ...newKey, accountId, days: 1 });
    test.time.now += DAY;
    expect(await keys.find(short.key)).toBeUndefined();
    test.time.now -= DAY;
    expect(await keys.find(short.key)).toBeUndefined();
    test.time.now += DAY;
  });

  it('is kept as a digest only, and is nothing when forged', async () => {
    const { accountId } = await staffMember(test.identity, 'digested');
    const { key } = await test.identity.keys.create({ ...newKey, accountId });
    const { rows } = await test.pool.query<{ text: string }>('SELECT k::text AS text FROM api_keys k');
    expect(rows.map(({ text }) => text).join()).not.toContain(key.slice(4, 20));
    for (const forged of ['', 'isk_', `${key}x`, key.slice(0, -1), key.toUpperCase(), `isk_${'A'.repeat(100_000)}`]) {
      expect(await test.identity.keys.find(forged)).toBeUndefined();
    }
  });

  it('of somebody shut out lets nobody in', async () => {
    const account = await staffMember(test.identity, 'leaving');
    const { key } = await test.identity.keys.create({ ...newKey, accountId: account.accountId });
    await test.identity.own.shut(account, 'disabled');
    expect(await test.identity.keys.find(key)).toBeUndefined();
  });

  it.each([
    [{ label: '' }, 'label'],
    [{ label: 'a\0b' }, 'label'],
    [{ days: 0 }, 'days'],
    [{ days: 1e9 }, 'days'],
    [{ days: 1.5 }, 'days'],
    [{ studies: Array.from({ length: 101 }, () => 's') }, 'studies'],
    [{ permissions: ['everything'] }, 'permissions'],
  ])('with %j is refused by the field %s', async (wrong, field) => {
    const account = await test.identity.accounts.byName('researcher');
    const made = test.identity.keys.create({ ...newKey, accountId: account!.accountId, ...wrong });
    await expect(made).rejects.toMatchObject({ name: 'AccountRefused', field });
  });
});

describe('a code that is handed out', () => {
  const participant = (subjectId: string) =>
    test.identity.accounts.ensure({ kind: 'participant', subjectId, createdBy: 'st-1' });
  const issue = async (accountId: string, form: 'short' | 'link' = 'short') =>
    test.identity.codes.issue({ accountId, purpose: 'sign-in', form, lifetime: DAY, createdBy: 'st-1' });

  it.each(['short', 'link'] as const)('as %s lets in once, for as long as a phone is kept', async (form) => {
    const account = await participant(`p-${form}`);
    const { code } = await issue(account.accountId, form);
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => refusalOf(test.identity.signIn.withCode(code, HERE))),
    );
    expect(outcomes.sort()).toEqual(['WrongCode', 'WrongCode', 'WrongCode', 'WrongCode', 'nothing']);
    const second = await issue(account.accountId, form);
    const { token } = await test.identity.signIn.withCode(second.code, HERE);
    for (let days = 0; days < 300; days += 50) {
      expect(await test.identity.sessions.find(token)).toMatchObject({ kind: 'participant', subjectId: `p-${form}` });
      test.time.now += 50 * DAY;
    }
    test.time.now += 80 * DAY;
    expect(await test.identity.sessions.find(token)).toBeUndefined();
  });

  it('is worth nothing when expired, replaced, revoked, of another purpose, or of somebody shut out', async () => {
    const { signIn, codes, own } = test.identity;
    const account = await participant('p-late');
    const expired = await issue(account.accountId);
    test.time.now += DAY;
    const replaced = await issue(account.accountId);
    const revoked = await issue(account.accountId);
    await codes.revokeAll(account.accountId);
    const reset = await own.handOutReset(account, 'operator');
    for (const { code } of [expired, replaced, revoked, reset]) {
      expect(await refusalOf(signIn.withCode(code, HERE))).toBe('WrongCode');
    }
    const last = await issue(account.accountId);
    expect(await refusalOf(own.reset(last.code, 'a lamp beside the river', HERE))).toBe('WrongCode');
    await own.shut(account, 'withdrawn');
    expect(await refusalOf(signIn.withCode(last.code, HERE))).toBe('WrongCode');
  });

  it('does not come back by a clock that goes back', async () => {
    const account = await participant('p-clock');
    const { code } = await issue(account.accountId);
    test.time.now -= 2 * HOUR;
    expect(await refusalOf((await test.again()).signIn.withCode(code, HERE))).toBe('WrongCode');
    test.time.now += 2 * HOUR;
    await test.identity.signIn.withCode(code, HERE);
  });

  it('of one person is not the code of another, and a mistyped one costs no try', async () => {
    const account = await participant('p-one');
    const { code } = await issue(account.accountId);
    const mistyped = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    for (let at = 0; at < 200; at += 1) {
      expect(await refusalOf(test.identity.signIn.withCode(mistyped, HERE))).toBe('WrongCode');
    }
    const { token } = await test.identity.signIn.withCode(code.toLowerCase(), HERE);
    expect(await test.identity.sessions.find(token)).toMatchObject({ subjectId: 'p-one' });
  });
});

describe('accounts', () => {
  it('have one name and one subject', async () => {
    const { accounts } = test.identity;
    await staffMember(test.identity, 'unique', 'st-unique');
    const again = { kind: 'staff', createdBy: 'o' } as const;
    await expect(accounts.create({ ...again, subjectId: 'other', name: 'UNIQUE' })).rejects.toMatchObject({
      field: 'name',
    });
    await expect(accounts.create({ ...again, subjectId: 'st-unique', name: 'else' })).rejects.toMatchObject({
      field: 'subject',
    });
    for (const name of ['', 'a b c', 'x'.repeat(300), 'a\0bc']) {
      await expect(accounts.create({ ...again, subjectId: 'new', name })).rejects.toMatchObject({ field: 'name' });
    }
  });

  it('of a demonstration are nobody where none may exist', async () => {
    const shown = await test.again({ demonstration: true });
    const account = await shown.accounts.ensure({
      ...{ kind: 'staff', subjectId: 'demo-researcher', name: 'demo-researcher', createdBy: 'demonstration' },
      demonstration: true,
    });
    const key = { ...newKey, accountId: account.accountId };
    await shown.keys.keepDemonstrationKey(key, 'demo-researcher');
    await shown.keys.keepDemonstrationKey(key, 'demo-researcher');
    expect(await shown.keys.find('demo-researcher')).toMatchObject({ subjectId: 'demo-researcher' });
    await shown.accounts.setPassword(account.accountId, 'plain:demo');
    const { token } = await shown.signIn.withPassword('demo-researcher', 'demo', HERE);
    expect(await shown.sessions.find(token)).toBeDefined();
    expect(await test.identity.keys.find('demo-researcher')).toBeUndefined();
    expect(await test.identity.sessions.find(token)).toBeUndefined();
    expect(await refusalOf(test.identity.signIn.withPassword('demo-researcher', 'demo', HERE))).toBe('WrongSignIn');
  });

  it('that are erased keep nothing that tells who it was', async () => {
    const account = await staffMember(test.identity, 'gone@example.org', 'gone');
    await test.identity.own.shut(account, 'erased');
    expect(await test.identity.accounts.byName('gone@example.org')).toBeUndefined();
    const { rows } = await test.pool.query(
      `SELECT name_digest, sealed_name, password_hash, totp_secret FROM accounts WHERE account_id = $1`,
      [account.accountId],
    );
    expect(Object.values(rows[0] as object)).toEqual([null, null, null, null]);
  });

  it('are refused by name under another master key, and go on after it was changed', async () => {
    const other = Buffer.alloc(32, 9);
    await expect(test.again({ masterKey: { bytes: other } })).rejects.toThrow(
      /^MASTER_KEY: the accounts .* sealed under/,
    );
    await AccountSecrets.rewrap(test.pool, Buffer.alloc(32, 7), other);
    const after = await test.again({ masterKey: { bytes: other } });
    expect(await after.accounts.byName('researcher')).toMatchObject({ subjectId: 'researcher' });
    await expect(test.again()).rejects.toThrow(/^MASTER_KEY/);
    await AccountSecrets.rewrap(test.pool, other, Buffer.alloc(32, 7));
  });
});

describe('people of an OpenID provider', () => {
  const person = {
    issuer: 'https://id.example',
    subject: 'u1',
    verifiedEmail: 'Kim@Clinic.example',
    secondFactor: true,
  };

  it('have no account by signing in there', async () => {
    expect(await refusalOf(test.identity.signIn.withOpenId(person, HERE))).toBe('NoAccount');
    expect((await test.identity.accounts.list()).some(({ subjectId }) => subjectId === 'u1')).toBe(false);
  });

  it('get the one they were invited to: once, by a verified address, and are known by issuer and subject from then on', async () => {
    const { accounts, openId, signIn, sessions } = test.identity;
    const account = await accounts.create({ kind: 'staff', subjectId: 'st-kim', createdBy: 'o' });
    await openId.invite(account.accountId, 'kim@clinic.example', 'o');
    const { verifiedEmail: _, ...unverified } = person;
    expect(await refusalOf(signIn.withOpenId(unverified, HERE))).toBe('NoAccount');
    const { token, stage } = await signIn.withOpenId(person, HERE);
    expect(stage).toBe('open');
    expect(await sessions.find(token)).toMatchObject({ subjectId: 'st-kim', secondFactor: true });
    await signIn.withOpenId({ ...unverified, secondFactor: false }, HERE);
    for (const other of [
      { ...person, subject: 'u2' },
      { ...person, issuer: 'https://evil.example' },
    ]) {
      expect(await refusalOf(signIn.withOpenId(other, HERE))).toBe('NoAccount');
    }
  });

  it('are not invited for ever', async () => {
    const account = await test.identity.accounts.create({ kind: 'staff', subjectId: 'st-lee', createdBy: 'o' });
    await test.identity.openId.invite(account.accountId, 'lee@clinic.example', 'o');
    test.time.now += 15 * DAY;
    const lee = { ...person, subject: 'u3', verifiedEmail: 'lee@clinic.example' };
    expect(await refusalOf(test.identity.signIn.withOpenId(lee, HERE))).toBe('NoAccount');
  });

  it('cannot be tied to two accounts', async () => {
    const account = await test.identity.accounts.byName('researcher');
    expect(await test.identity.openId.link(account!.accountId, person)).toBe(false);
  });
});
