import { describe, expect, it } from '@jest/globals';
import { eventCatalogue } from '#domain';
import { isKnownEvent } from '../../apps/web/staff/person/event.messages.ts';

describe('an event of somebody’s record', () => {
  it('has a name in words, whichever it is', () => {
    const records = [
      'assignment',
      'goal',
      'session',
      'measure',
      'rating',
      'alert',
      'reminder',
      'contact',
      'participant',
    ];
    const types = eventCatalogue.filter(({ category }) => records.includes(category)).map(({ type }) => type);
    expect(types.length).toBeGreaterThan(60);
    expect(types.filter((type) => !isKnownEvent(type))).toEqual([]);
  });
});
