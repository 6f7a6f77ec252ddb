import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { anonymity } from '../risk/k-anonymity.ts';
import { decode } from '../table/column.ts';
import { type Hmac, personShift, pseudonyms } from './pseudonyms.ts';
import { type PersonCourse, trajectoryTable, uniqueShare } from './trajectories.ts';

const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest();
const key = new Uint8Array(32).fill(7);
const ids = Array.from({ length: 2_000 }, (_, index) => `0190d2f0-0000-7000-8000-${String(index).padStart(12, '0')}`);

describe('pseudonyms', () => {
  it('are HMAC-SHA-256 of unit and id, cut to 80 bits', () => {
    const hash = createHmac('sha256', key).update(`participant\u0000${ids[0]!}`).digest();
    const bits = [...hash.subarray(0, 10)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const digits = bits.match(/.{5}/g)!.map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[parseInt(five, 2)]);
    expect(pseudonyms(hmac, key, 'participant', [ids[0]!]).get(ids[0]!)).toBe(`P-${digits.join('')}`);
  });

  it('are the same again under the key, and share nothing with another key or unit', () => {
    const one = pseudonyms(hmac, key, 'participant', ids);
    const again = pseudonyms(hmac, key, 'participant', ids.toReversed());
    expect([...again]).toEqual([...one]);
    const seen = new Set([...one.values()].map((text) => text.slice(2)));
    expect(seen.size).toBe(2_000);
    const other = pseudonyms(hmac, new Uint8Array(32).fill(8), 'participant', ids);
    const therapists = pseudonyms(hmac, key, 'therapist', ids);
    for (const text of [...other.values(), ...therapists.values()]) expect(seen.has(text.slice(2))).toBe(false);
  });

  it('come in their own order, not in that of enrolment', () => {
    const given = [...pseudonyms(hmac, key, 'participant', ids)];
    expect(given.map(([, text]) => text)).toEqual(given.map(([, text]) => text).sort());
    expect(given.map(([id]) => id)).not.toEqual(ids);
  });

  it('refuse a weak key, an empty id and a hash that is none', () => {
    expect(() => pseudonyms(hmac, new Uint8Array(31), 'participant', ids)).toThrow('releaseKey: 31 bytes, not 32');
    expect(() => pseudonyms(hmac, key, 'participant', [''])).toThrow('ids: one is empty');
    expect(() => pseudonyms(() => new Uint8Array(20), key, 'participant', ids)).toThrow('hmac: 20 bytes');
    expect(() => pseudonyms(() => new Uint8Array(32), key, 'participant', ids)).toThrow('two have the same pseudonym');
  });

  it('shift a person by every number of days alike', () => {
    const counts = new Array<number>(15).fill(0);
    for (const id of ids) counts[personShift(hmac, key, id, 14)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(80);
    expect(Math.max(...counts)).toBeLessThan(190);
    expect(personShift(hmac, key, ids[3]!, 14)).toBe(personShift(hmac, key, ids[3]!, 14));
    expect(() => personShift(hmac, key, ids[3]!, 0)).toThrow('most: 0');
  });
});

const course = (id: string, pattern: string, completed: boolean): PersonCourse => ({
  id,
  site: 'Leeds',
  arm: null,
  therapist: 'T1',
  completed,
  sessions: [...pattern]
    .map((mark, index) => ({ index: index + 1, week: 2 * index + 1, attended: mark === '1' }))
    .reverse(),
});

describe('trajectories', () => {
  const people = [course('a', '1101', false), course('b', '0000', false), course('c', '1111', true)];

  it('are one row a person', () => {
    const { rows, columns } = trajectoryTable(people, [
      'sessions_attended',
      'drop_out_week',
      'attendance',
      'site',
      'arm',
    ]);
    expect(rows).toBe(3);
    expect(columns.map(decode)).toEqual([
      ['3', '0', '4'],
      ['7', '0', null],
      ['1101', '0000', '1111'],
      ['Leeds', 'Leeds', 'Leeds'],
      [null, null, null],
    ]);
  });

  it('show what rows hide: 250 rows of one person are one person', () => {
    const rows = Array.from({ length: 250 }, () => course('a', '1', true));
    expect(() => trajectoryTable(rows, ['site'])).toThrow('one comes twice');
    expect(anonymity(trajectoryTable([rows[0]!], ['site', 'therapist']).columns, 'own-value').k).toBe(1);
  });

  it('refuse a session that comes twice', () => {
    const [person] = people;
    const twice = { ...person!, sessions: [person!.sessions[0]!, person!.sessions[0]!] };
    expect(() => trajectoryTable([twice], ['site'])).toThrow('session numbers of person 0');
  });

  it('are unique in some share', () => {
    expect(uniqueShare(['a', 'b', 'a', 'c'])).toBe(0.5);
    expect(uniqueShare([])).toBe(0);
  });
});
