import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, ExampleLog, exampleTerms } from '../../../test/read-models/example.log.ts';
import { ReadSide } from '../../../test/read-models/read-side.ts';
import {
  type AssignmentFilter,
  type AssignmentOrder,
  AssignmentsOfParticipants,
  AssignmentsOfParticipantsHandler,
  ListAssignments,
  ListAssignmentsHandler,
} from '../assignments/assignments.query.ts';
import { EVERYTHING } from '../scope/scope.ts';
import { EventHistory, EventHistoryHandler } from '../facts/history.query.ts';
import type { Page, PageRequest } from './page.ts';
import type { ReadSnapshot } from './read-snapshot.ts';
import { InvalidRead } from './read.error.ts';

describe('lists of read models', () => {
  const log = new ExampleLog();
  let side: ReadSide;
  let snapshot: ReadSnapshot;
  let wrong: string;

  beforeAll(async () => {
    side = await ReadSide.open(log.store);
    await log.study();
    for (const code of ['p0', 'p1', 'p2']) await log.enrol(code);
    for (let n = 0; n < 12; n += 1) {
      const participantId = `s1:p${n % 2}`;
      // Ties and empty values in what is ordered by.
      const due = n % 3 === 0 ? ({ kind: 'open' } as const) : ({ kind: 'by', at: at((n % 4) * 1_000) } as const);
      const terms = { ...exampleTerms(), due };
      const data = { assignmentId: `a${n}`, participantId, initiatedBy: 'client', terms } as const;
      await log.add(`assignment-a${n}`, { type: 'HomeworkAssigned', data }, { participantId });
    }
    wrong = await log.attempt('a1', 's1:p1', 't1');
    await log.add('assignment-a1', {
      type: 'EntryVoided',
      data: { entryId: wrong, entryType: 'AttemptRecorded', reason: 'duplicate' },
    });
    snapshot = await (await side.running()).openSnapshot({ scope: EVERYTHING });
  });
  afterAll(async () => {
    await snapshot.close();
    await side.close();
  });

  const list = async (request: PageRequest<AssignmentOrder>, filter: AssignmentFilter = {}) =>
    new ListAssignmentsHandler().execute(new ListAssignments(snapshot, filter, request));
  const ids = (page: Page<{ assignmentId: string }>): string[] => page.edges.map(({ row }) => row.assignmentId);

  const fields: readonly AssignmentOrder[] = ['assignmentId', 'dueAt', 'status', 'attemptsRecorded', 'assignedAt'];
  const orders = fields.flatMap((field) => (['asc', 'desc'] as const).map((direction) => ({ field, direction })));

  it.each(orders)('meet every row once, forwards and backwards, ordered by $field $direction', async (orderBy) => {
    const all = ids(await list({ first: 100, orderBy }));
    expect(new Set(all).size).toBe(12);
    for (const size of [1, 5]) {
      const [forwards, backwards]: [string[], string[]] = [[], []];
      let page = await list({ first: size, orderBy });
      forwards.push(...ids(page));
      while (page.hasNextPage) {
        page = await list({ first: size, after: page.edges.at(-1)?.cursor, orderBy });
        forwards.push(...ids(page));
      }
      page = await list({ last: size, orderBy });
      backwards.unshift(...ids(page));
      while (page.hasPreviousPage) {
        page = await list({ last: size, before: page.edges[0]?.cursor, orderBy });
        backwards.unshift(...ids(page));
      }
      expect(forwards).toEqual(all);
      expect(backwards).toEqual(all);
    }
  });

  it('put empty values last in both directions', async () => {
    for (const direction of ['asc', 'desc'] as const) {
      const { edges } = await list({ first: 100, orderBy: { field: 'dueAt', direction } });
      expect(edges.slice(8).every(({ row }) => row.dueAt === null)).toBe(true);
    }
  });

  it('filter, and count what the filter finds', async () => {
    const page = await list({ first: 2 }, { participantIds: ['s1:p1'], dueAt: { from: at(0), to: at(1_000) } });
    expect(page.edges.every(({ row }) => row.participantId === 's1:p1')).toBe(true);
    expect(await page.total()).toBe(2);
    expect(ids(await list({}, { assignmentIds: [] }))).toEqual([]);
  });

  it('answer the same page of many parents at once, also for those without children', async () => {
    const query = new AssignmentsOfParticipants(snapshot, ['s1:p0', 's1:p1', 's1:p2', 'x\u0000'], {}, { first: 4 });
    const pages = await new AssignmentsOfParticipantsHandler().execute(query);
    const told = await Promise.all(
      [...pages].map(async ([id, page]) => [id, page.edges.length, page.hasNextPage, await page.total()]),
    );
    expect(told).toEqual([
      ['s1:p0', 4, true, 6],
      ['s1:p1', 4, true, 6],
      ['s1:p2', 0, false, 0],
      ['x\u0000', 0, false, 0],
    ]);
  });

  const forged = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each([
    ['first', { first: -1 }],
    ['first', { first: 501 }],
    ['first', { first: 1.5 }],
    ['last', { first: 1, last: 1 }],
    ['after', { after: '' }],
    ['after', { after: 'ÿ%%' }],
    ['after', { after: forged('assignedAt') }],
    ['after', { after: forged('assignedAt', 'yesterday', 'a1') }],
    ['after', { after: forged('assignedAt', at(0), 'a1', 'a2') }],
    ['after', { after: forged('assignedAt', at(0), 'a\u0000') }],
    ['after', { after: forged('dueAt', at(0), 'a1') }],
    ['before', { before: forged('assignedAt', { $gt: 1 }, 'a1') }],
    [
      'before',
      { before: forged('attemptsRecorded', 1e300, 'a1'), orderBy: { field: 'attemptsRecorded', direction: 'asc' } },
    ],
  ] as const)('refuse %s that is not theirs: %j', async (field, request) => {
    const refused = list(request);
    await expect(refused).rejects.toThrow(InvalidRead);
    await expect(refused).rejects.toMatchObject({ field });
  });

  it('refuse a filter value that PostgreSQL could not take, and stay usable', async () => {
    await expect(list({}, { assignedAt: { from: '2026-02-30T00:00:00.000Z' } })).rejects.toMatchObject({
      field: 'assignedAt',
    });
    await expect(list({}, { participantIds: ['\u0000'] })).rejects.toMatchObject({ field: 'participantId' });
    await expect(list({}, { adjustments: { from: 1e12 } })).rejects.toMatchObject({ field: 'adjustments' });
    expect(ids(await list({ first: 1 }))).toHaveLength(1);
  });

  it('tell the history of a record: both times, who, why, and what became of an entry', async () => {
    const history = async (filter: EventHistory['filter']) =>
      (await new EventHistoryHandler().execute(new EventHistory(snapshot, filter, {}))).edges.map(({ row }) => row);
    const entries = await history({ records: ['assignment-a1'] });
    expect(entries).toMatchObject([
      { type: 'HomeworkAssigned', standing: 'as-recorded', category: 'assignment', recordId: 'a1', amendedBy: [] },
      { eventId: wrong, standing: 'voided', metadata: { actor: { id: 'therapist-1' } } },
      { type: 'EntryVoided', why: { code: 'duplicate', note: null }, standing: 'as-recorded' },
    ]);
    expect(entries[1]?.amendedBy).toEqual([entries[2]?.eventId]);
    expect(entries.map(({ logIndex }) => logIndex)).toEqual([6, 17, 18]);
    expect((await history({ participantId: 's1:p2' })).map(({ type }) => type)).toEqual(['ParticipantEnrolled']);
    expect(await history({ types: ['AttemptRecorded'] })).toHaveLength(1);
    expect(await history({ logIndex: { to: 2 } })).toHaveLength(2);
  });
});
