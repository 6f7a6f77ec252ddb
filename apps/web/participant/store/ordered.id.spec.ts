import { describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import { orderedId } from './ordered.id.ts';

describe('ids of what a phone does', () => {
  const ids = Array.from({ length: 2_000 }, orderedId);

  it('are UUIDs of version 7 that tell when they were made', () => {
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    const told = Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(Date.now() - told)).toBeLessThan(60_000);
  });

  it('sort in the order they were made in, and none is there twice', () => {
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
