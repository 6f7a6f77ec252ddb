import { describe, expect, it } from '@jest/globals';
import { standingsOf, type Writing } from './checklist.standings.ts';
import { heldPosts, neededPosts, type PostEntry, vacantPosts } from './staff.posts.ts';

const EXAMPLE = {
  ...{ format: 1, title: 'Example', design: { kind: 'parallel', plannedParticipants: 100 } },
  ...{ arms: [{ arm: 'a' }, { arm: 'b' }], sites: [{ siteId: 'north' }], eligibility: {}, consents: [] },
  ...{ schedule: [{ occasion: 'baseline', by: 'client' }], instruments: [], homework: [], analysis: {} },
};
const UNPUBLISHED = {
  ...{ study: { life: 'UNDECLARED' as const, sites: { nodes: [] } }, allocation: { scheme: null }, watch: null },
  protocolAmendments: { nodes: [] },
};
const BEGUN: Writing = { draft: EXAMPLE, example: EXAMPLE, faults: [], vacant: undefined };
const PARTS = ['design', 'sites', 'arms', 'schedule', 'homework', 'consent', 'rest'] as const;

const partsOf = (standings: ReturnType<typeof standingsOf>) => PARTS.map((name) => standings[name]);

describe('the checklist of a study', () => {
  it('calls nothing done that is the example’s, and nobody has changed or published', () => {
    const standings = standingsOf(UNPUBLISHED, BEGUN);
    expect(new Set(partsOf(standings))).toEqual(new Set(['example']));
    expect(Object.values(standings)).not.toContain('done');
  });

  it('calls a part done once it was changed, whatever the order of its fields, and to mend while it does not fit', () => {
    const draft = { ...EXAMPLE, title: 'Ours', arms: EXAMPLE.arms.map((arm) => ({ ...arm })) };
    const changed = standingsOf(UNPUBLISHED, { ...BEGUN, draft });
    expect([changed.design, changed.arms, changed.sites]).toEqual(['done', 'example', 'example']);
    const turned = { ...EXAMPLE, design: { plannedParticipants: 100, kind: 'parallel' } };
    expect(standingsOf(UNPUBLISHED, { ...BEGUN, draft: turned }).design).toBe('example');
    const faults = [{ field: 'design.kind', problem: 'must be one of those' }];
    expect(standingsOf(UNPUBLISHED, { ...BEGUN, faults }).design).toBe('mend');
  });

  it('calls the example itself done once it is published, and nothing before the server has answered', () => {
    const published = { ...UNPUBLISHED, protocolAmendments: { nodes: [{ protocol: EXAMPLE }] } };
    const standings = standingsOf(published, BEGUN);
    expect([...new Set(partsOf(standings)), standings.publish]).toEqual(['done', 'done']);
    expect(standingsOf(published, { ...BEGUN, draft: { ...EXAMPLE, title: 'Next' } }).publish).toBe('missing');
    const unheard = standingsOf(published, { ...BEGUN, faults: undefined });
    expect(new Set(partsOf(unheard))).toEqual(new Set(['checking']));
  });

  it('takes a version without a document for none', () => {
    const elsewhere = { ...UNPUBLISHED, protocolAmendments: { nodes: [{ protocol: null }] } };
    expect(standingsOf(elsewhere, BEGUN).design).toBe('example');
  });

  it('calls people done when every post that the document needs is held, and not while that is unknown', () => {
    expect(standingsOf(UNPUBLISHED, BEGUN).people).toBe('later');
    expect(standingsOf(UNPUBLISHED, { ...BEGUN, vacant: vacantPosts(EXAMPLE, []) }).people).toBe('later');
    expect(standingsOf(UNPUBLISHED, { ...BEGUN, vacant: [] }).people).toBe('done');
  });
});

const TODAY = '2026-05-02';
const appointed = (data: object, standing: PostEntry['standing'] = 'AS_RECORDED'): PostEntry => ({
  ...{ type: 'StaffAppointed', standing, data: { from: '2026-05-01', ...data } },
});
const removed = (data: object): PostEntry => ({ ...appointed(data), type: 'StaffRemoved' });

describe('posts of a study', () => {
  it('are a coordinator, a clinician for every site, and an assessor where an observer measures', () => {
    const sites = [{ siteId: 'north' }, { siteId: 'south' }, { siteId: '' }];
    expect(neededPosts({ sites, schedule: [{ by: 'client' }] })).toEqual([
      { role: 'COORDINATOR', siteId: null },
      { role: 'CLINICIAN', siteId: 'north' },
      { role: 'CLINICIAN', siteId: 'south' },
    ]);
    expect(neededPosts({ schedule: [{ by: 'observer' }] }).map(({ role }) => role)).toContain('OUTCOME_ASSESSOR');
  });

  it('are held at a site or everywhere, until they end or are taken away', () => {
    const draft = { sites: [{ siteId: 'north' }, { siteId: 'south' }] };
    const coordinator = appointed({ staffId: 'ann', role: 'coordinator' });
    const north = { staffId: 'bo', role: 'clinician', siteId: 'north' };
    const vacant = (...entries: readonly PostEntry[]) =>
      vacantPosts(draft, heldPosts([coordinator, ...entries], TODAY)).map(({ siteId }) => siteId);
    expect(vacant()).toEqual(['north', 'south']);
    expect(vacant(appointed(north))).toEqual(['south']);
    expect(vacant(appointed({ staffId: 'bo', role: 'clinician' }))).toEqual([]);
    expect(vacant(appointed({ ...north, to: TODAY }))).toEqual(['south']);
    expect(vacant(appointed({ ...north, to: '2026-05-01' }))).toEqual(['north', 'south']);
    expect(vacant(appointed(north), removed(north))).toEqual(['north', 'south']);
    expect(vacant(appointed(north), removed(north), appointed(north))).toEqual(['south']);
    expect(vacant(appointed(north, 'VOIDED'), appointed(north, 'CORRECTED'))).toEqual(['north', 'south']);
  });

  it('leaves out what is no post', () => {
    const odd = [null, 'text', {}, { staffId: 'x', role: 'king' }, { role: 'clinician' }].map((data) => ({
      ...{ type: 'StaffAppointed', standing: 'AS_RECORDED' as const, data },
    }));
    expect(heldPosts(odd, TODAY)).toEqual([]);
  });
});
