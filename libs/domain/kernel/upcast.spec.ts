import { describe, expect, it } from '@jest/globals';
import { UnreadableEvent, type Upcasts, upcast } from './upcast.ts';

const upcasts: Upcasts = {
  renamed: {},
  lifts: {
    Walked: {
      1: (data) => ({ ...(data as object), minutes: 0 }),
      2: (data) => ({ ...(data as object), unit: 'minutes' }),
    },
  },
};
const lift = (version: number, current = 3) => upcast(upcasts, 'Walked', { version, data: { id: 'W' } }, current);

describe('reading an old event', () => {
  it('lifts it version by version', () => {
    expect(lift(1)).toEqual({ id: 'W', minutes: 0, unit: 'minutes' });
    expect(lift(2)).toEqual({ id: 'W', unit: 'minutes' });
    expect(lift(3)).toEqual({ id: 'W' });
  });

  it('refuses what it cannot read', () => {
    expect(() => lift(4)).toThrow(new UnreadableEvent('Walked version 4 is newer than this software'));
    expect(() => lift(1, 4)).toThrow(new UnreadableEvent('Walked version 3 has no upcaster'));
    expect(() => upcast(upcasts, 'Ran', { version: 1, data: {} }, 2)).toThrow('Ran version 1 has no upcaster');
  });
});
