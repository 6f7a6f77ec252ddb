import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { homeworkPracticesPage, missingHomes } from '../../scripts/homework-practices.page.ts';
import { PRACTICES, RESOURCES } from '../../scripts/homework-practices.ts';

describe('the page of resources and practices', () => {
  it('names only what exists, and names something for each', async () => {
    const page = await homeworkPracticesPage();
    for (const { practice, homes } of [...RESOURCES, ...PRACTICES]) {
      expect([practice, homes.length > 0]).toEqual([practice, true]);
      expect(page).toContain(`| ${practice} |`);
    }
  });

  it('would be stopped by a name that does not exist', () => {
    const nothing = new Set<string>();
    const existing = {
      ...{ query: nothing, mutation: nothing, command: nothing, route: nothing, worksheet: new Set(['here']) },
      ...{ instrument: nothing, 'rating-form': nothing, 'worksheet-field': nothing },
    };
    const homes = ['here', 'gone'].map((name) => ({ kind: 'worksheet' as const, name }));
    expect(missingHomes([{ practice: 'One', homes }], existing)).toEqual(['worksheet gone']);
  });
});
