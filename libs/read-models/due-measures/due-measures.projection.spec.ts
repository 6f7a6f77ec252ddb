import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Fact } from '#domain';
import { dueMeasures } from './due-measures.projection.ts';
import type { DueMeasureRow } from './due-measure.row.ts';

type Example = { readonly schedule: readonly { readonly occasion: string }[] } & Readonly<Record<string, unknown>>;
const example = JSON.parse(readFileSync('examples/protocols/homework-by-telephone.protocol.json', 'utf8')) as Example;

let made = 0;
function fact(type: string, data: object, day: string): Fact {
  made += 1;
  const metadata = { occurredAt: `${day}T12:00:00.000Z`, localDate: day, participantId: 's:P1', studyId: 's' };
  return {
    id: String(made),
    stream: 'participant-s:P1',
    revision: made,
    recordedAt: `${day}T12:00:00.000Z`,
    type,
    data,
    metadata,
  } as unknown as Fact;
}

const enrolled = fact('ParticipantEnrolled', { participantId: 's:P1', studyId: 's', siteId: 'north' }, '2026-01-10');
const published = (version: number, protocol: object, day: string) =>
  fact('ProtocolPublished', { version, changes: 'A', reason: 'B', protocol }, day);
const measured = (occasion: string, day: string) =>
  fact('MeasureRecorded', { occasion, instrument: { instrumentId: 'phq-9', version: 1 } }, day);

function due(facts: readonly Fact[], study: readonly Fact[], today: string): readonly string[] {
  const rows = dueMeasures.derive({ participantId: 's:P1', facts, study, knownUntil: `${today}T00:00:00.000Z` });
  return (rows as DueMeasureRow[]).map((row) => `${row.occasion} v${row.protocolVersion} ${row.dueOn} ${row.status}`);
}

describe('what a participant is owed', () => {
  const first = published(1, example, '2026-01-01');

  it('hangs on its anchor, and stands where the day and the record say', () => {
    expect(due([enrolled], [first], '2026-01-10')).toEqual([
      'baseline v1 2026-01-10 due',
      'week-12 v1 2026-04-04 upcoming',
    ]);
    const answered = [enrolled, measured('baseline', '2026-01-10')];
    expect(due(answered, [first], '2026-04-01')).toEqual([
      'baseline v1 2026-01-10 recorded',
      'week-12 v1 2026-04-04 due',
    ]);
    expect(due([enrolled], [first], '2026-04-19')).toEqual([
      'baseline v1 2026-01-10 overdue',
      'week-12 v1 2026-04-04 overdue',
    ]);
  });

  it('is nothing without a protocol or an enrolment, and released for who left the study', () => {
    expect(due([enrolled], [], '2026-02-01')).toEqual([]);
    expect(due([], [first], '2026-02-01')).toEqual([]);
    const left = fact('ParticipantDiscontinued', { from: 'study', reason: 'moved' }, '2026-02-01');
    expect(due([enrolled, left], [first], '2026-02-02')).toEqual([
      'baseline v1 2026-01-10 overdue',
      'week-12 v1 2026-04-04 released',
    ]);
    const intervention = fact('ParticipantDiscontinued', { from: 'intervention', reason: 'moved' }, '2026-02-01');
    expect(due([enrolled, intervention], [first], '2026-04-02')[1]).toBe('week-12 v1 2026-04-04 due');
  });

  it('follows the version in force on its day', () => {
    const [baseline, week12] = example.schedule;
    const week8 = { ...week12, occasion: 'week-8', afterDays: 56 };
    const second = published(2, { ...example, schedule: [baseline, week12, week8] }, '2026-02-01');
    expect(due([enrolled], [first, second], '2026-02-02')).toEqual([
      'baseline v1 2026-01-10 overdue',
      'week-12 v2 2026-04-04 upcoming',
      'week-8 v2 2026-03-07 upcoming',
    ]);
  });
});
