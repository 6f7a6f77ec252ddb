import { describe, expect, it } from '@jest/globals';
import { coversFrom } from './covers.ts';

const entry = (eventId: string, data: object, standing: 'AS_RECORDED' | 'VOIDED' = 'AS_RECORDED') => ({
  ...{ eventId, data, standing, recordId: 'trial' },
});
const annByBob = { staffId: 'ann', coveredBy: 'bob', from: '2026-05-01' };

describe('covers that last or are to come', () => {
  it('are those not over, the soonest first, each with its last word', () => {
    const covers = coversFrom(
      [
        entry('1', { ...annByBob, to: '2026-05-20' }),
        entry('2', { staffId: 'cid', coveredBy: 'bob', from: '2026-04-01', to: '2026-04-30' }),
        entry('3', { staffId: 'cid', coveredBy: 'eve', from: '2026-04-20', to: '2026-05-03' }),
        entry('4', { ...annByBob, to: '2026-05-10' }),
      ],
      '2026-05-02',
    );
    expect(covers.map(({ entryId, to }) => [entryId, to])).toEqual([
      ['3', '2026-05-03'],
      ['4', '2026-05-10'],
    ]);
  });

  it('count the earlier word again where the later one was taken back, and leave out what is no cover', () => {
    const entries = [
      entry('1', { ...annByBob, to: '2026-05-20' }),
      entry('2', { ...annByBob, to: '2026-05-10' }, 'VOIDED'),
      entry('3', { staffId: 'ann' }),
    ];
    expect(coversFrom(entries, '2026-05-02').map(({ entryId }) => entryId)).toEqual(['1']);
  });
});
