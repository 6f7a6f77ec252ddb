import { describe, expect, it } from '@jest/globals';
import { type Draft, Drafts } from './drafts.ts';
import type { SealedStore } from './sealed.store.ts';

/** A phone whose disk takes its time: nothing lies there before it is let. */
function slowPhone() {
  const lies = new Map<string, { readonly value: unknown; readonly revision: number }>();
  let kept = (): void => undefined;
  const allowed = new Promise<void>((resolve) => (kept = resolve));
  const store: Pick<SealedStore, 'all' | 'get' | 'put'> = {
    all: async () => lies,
    get: async (_kind, id) => lies.get(id),
    put: async ({ id, value }) => {
      await allowed;
      const revision = (lies.get(id)?.revision ?? 0) + 1;
      lies.set(id, { value, revision });
      return revision;
    },
  };
  return { drafts: new Drafts(store as SealedStore), kept };
}

const typed = (text: string): Draft => ({
  ...{ place: 'homework/1', values: { first: text } },
  ...{ startedAt: '2026-11-22T09:00:00Z', changedAt: '2026-11-22T09:00:01Z' },
});

describe('a screen that is opened again while what was typed there is still being kept', () => {
  it('begins with what was typed', async () => {
    const { drafts, kept } = slowPhone();
    expect(await drafts.open('homework/1', undefined)).toBeUndefined();
    const writing = drafts.write('homework/1', typed('so'));
    const again = drafts.open('homework/1', undefined);
    kept();
    expect((await again)?.values).toEqual({ first: 'so' });
    expect(await writing).toBe('kept');
  });

  it('goes on in the same draft', async () => {
    const { drafts, kept } = slowPhone();
    await drafts.open('homework/1', undefined);
    void drafts.write('homework/1', typed('so'));
    const again = drafts.open('homework/1', undefined);
    kept();
    await again;
    await drafts.write('homework/1', typed('so far'));
    expect(drafts.at('homework/1').map(([, { values }]) => values)).toEqual([{ first: 'so far' }]);
  });
});
