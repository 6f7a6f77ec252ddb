import { describe, expect, it } from '@jest/globals';
import { type AgendaHomework, agendaItems } from './agenda.items.ts';

const homework = (assignmentId: string, changes: Partial<AgendaHomework> = {}): AgendaHomework => ({
  ...{
    assignmentId,
    title: 'Walk',
    visibility: 'therapist',
    status: 'active',
    unanswered: 0,
    reviewed: false,
    goalIds: [],
  },
  ...{ full: 0, part: 0, alternative: 0, unable: 0, abandoned: 0, notDone: 0, unreported: 0 },
  ...{ difficulty: null, helpfulness: null, barriers: [] },
  ...changes,
});
const told = (all: readonly AgendaHomework[]) =>
  agendaItems(all, []).map(({ kind, homework: one }) => `${kind} ${one?.assignmentId ?? ''}`);

describe('the agenda of the next session', () => {
  it('takes questions first, then what was tried, skipped, untold, proposed and not begun', () => {
    const all = [
      homework('begun-not'),
      homework('proposed', { status: 'proposed' }),
      homework('untold', { unreported: 2 }),
      homework('skipped', { notDone: 1, barriers: ['forgetting'] }),
      homework('tried', { part: 1 }),
      homework('asked', { unanswered: 1, full: 1 }),
    ];
    expect(told(all)).toEqual([
      ...['question asked', 'to-review tried', 'to-review asked', 'skipped skipped', 'unknown untold'],
      ...['proposal proposed', 'not-begun begun-not'],
    ]);
  });

  it('leaves out what was reviewed already, and homework that ended untouched', () => {
    expect(told([homework('a', { full: 2, reviewed: true }), homework('b', { status: 'withdrawn' })])).toEqual([]);
    expect(told([homework('a', { full: 2, status: 'completed' })])).toEqual(['to-review a']);
  });

  it('names goals that no homework serves', () => {
    const goals = ['G1', 'G2', 'G3'].map((goalId) => ({ goalId, statement: 'To sleep', attainment: null }));
    const all = [homework('a', { goalIds: ['G1'] }), homework('b', { goalIds: ['G2'], status: 'withdrawn' })];
    expect(agendaItems(all, goals).flatMap(({ goal }) => (goal === null ? [] : [goal.goalId]))).toEqual(['G2', 'G3']);
  });
});
