import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, Fact } from '#domain';
import { at, DAY, exampleHistory } from '../../../test/read-models/example.log.ts';
import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import { standing } from '../kernel/standing.ts';
import { missingness } from '../missingness/missingness.projection.ts';
import { personSummaries } from '../person-summaries/person-summaries.projection.ts';
import { ratingScores } from '../ratings/rating-scores.projection.ts';
import { suddenGains } from '../sudden-gains/sudden-gains.projection.ts';
import { outcomeItems } from './outcome-items.projection.ts';
import { outcomes } from './outcomes.projection.ts';

const person = 's1:p1';
const day = (days: number): string => at(days * DAY).slice(0, 10);
const metadata = (days: number) => ({ occurredAt: at(days * DAY), participantId: person });

function history(stream: string, days: number, event: DomainEvent): readonly Fact[] {
  return exampleHistory(stream, [{ ...event, metadata: metadata(days) }]);
}

const enrolled = history(`participant-${person}`, 0, {
  type: 'ParticipantEnrolled',
  data: { participantId: person, studyId: 's1', code: 'p1', timeZone: 'UTC', protocolVersion: 1 },
});

type Recorded = Extract<DomainEvent, { type: 'MeasureRecorded' }>['data'];

const about = (id: string, instrumentId: string, version = 1) => ({
  ...{ measureId: id, participantId: person, instrument: { instrumentId, version }, occasion: id },
});

const bdi = (id: string, days: number, reportedTotal: number, said: Partial<Recorded> = {}): readonly Fact[] =>
  history(`measure-${id}`, days, {
    type: 'MeasureRecorded',
    data: { ...about(id, 'bdi'), items: {}, reportedTotal, timing: 'before-session', informant: 'client', ...said },
  });

const phq9 = (id: string, days: number, answer: number | null, said: Partial<Recorded> = {}): readonly Fact[] =>
  bdi(id, days, 0, {
    ...about(id, 'phq-9'),
    items: Object.fromEntries(Array.from({ length: 9 }, (_, item) => [`q${item + 1}`, answer])),
    reportedTotal: undefined,
    ...said,
  });

const due = (id: string, days: number): readonly Fact[] =>
  history(`measure-${id}`, 0, {
    type: 'MeasureDue',
    data: { ...about(id, 'bdi'), dueDate: day(days), windowFrom: day(days - 1), windowTo: day(days + 1) },
  });

function derive(
  derivation: Derivation,
  facts: readonly (readonly Fact[])[],
  given: Partial<DerivationInput> = {},
): readonly object[] {
  const input = { participantId: person, facts: [...enrolled, ...facts.flat()], study: [], knownUntil: at(100 * DAY) };
  return derivation.derive({ ...input, ...given });
}

describe('outcomes', () => {
  it('are scored by the instrument, with window, recall and missing items', () => {
    const [first, second] = derive(outcomes, [phq9('b', 0, 2), phq9('w1', 7, 1, { items: { q1: 1 } })]);
    expect(first).toMatchObject({
      ...{ measureId: 'b', day: 0, total: 18, totalFrom: 'items', itemsMissing: 0, severity: 'moderately severe' },
      ...{ recallDays: 14, recallOverlaps: null, windowOk: null, riskItems: ['q9'], scoringVersion: 'phq-9/1' },
      ...{ instrumentSource: 'built-in', problem: null },
    });
    expect(second).toMatchObject({ total: null, itemsMissing: 8, recallOverlaps: true, problem: 'too-many-missing' });
  });

  it('know whether they came in time', () => {
    const rows = derive(outcomes, [due('a', 7), bdi('a', 8, 20), due('b', 14), bdi('b', 20, 20)]);
    expect(rows).toMatchObject([{ windowOk: true }, { windowOk: false }]);
  });

  it('of an instrument nobody published keep what was told', () => {
    const [row] = derive(outcomes, [bdi('a', 1, 20, about('a', 'nobodys'))]);
    expect(row).toMatchObject({
      total: 20,
      instrumentSource: 'unknown',
      scoringVersion: null,
      problem: 'unknown-instrument',
    });
  });

  it('have a row for every item, also one that was left out', () => {
    const rows = derive(outcomeItems, [phq9('a', 0, 3, { items: { q1: 3, q2: 7, extra: 1 } })]);
    expect(rows).toHaveLength(10);
    expect(rows).toContainEqual(expect.objectContaining({ item: 'q1', itemNumber: 1, value: 3, scored: 3 }));
    expect(rows).toContainEqual(expect.objectContaining({ item: 'q2', value: 7, scored: null }));
    expect(rows).toContainEqual(expect.objectContaining({ item: 'q9', value: null }));
    expect(rows).toContainEqual(expect.objectContaining({ item: 'extra', itemNumber: null, value: 1, scored: null }));
    expect(derive(outcomeItems, [bdi('a', 0, 20)])).toEqual([]);
  });
});

describe('a person’s change', () => {
  it('is told for each informant apart, first to last', () => {
    const partner = { informant: 'partner' } as const;
    const rows = derive(personSummaries, [
      phq9('a', 0, 2),
      phq9('b', 7, 1),
      phq9('c', 14, 0),
      phq9('d', 3, 1, partner),
    ]);
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ informant: 'client', scored: 3, preOccasion: 'a', postOccasion: 'c', pre: 18, post: 0, change: -18 },
        ...{ category: 'recovered', response: true, remission: true, casenessStart: true, casenessEnd: false },
      }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ informant: 'partner', post: null, reason: 'one-score' }));
  });

  it('minds when it happened, not when it was written down', () => {
    expect(derive(personSummaries, [bdi('late', 14, 10), bdi('early', 0, 30)])).toMatchObject([{ pre: 30, post: 10 }]);
  });

  it('says why there is none', () => {
    const mixed = [bdi('a', 0, 30), bdi('b', 7, 10, about('b', 'bdi', 2))];
    expect(derive(personSummaries, mixed)).toMatchObject([{ change: null, reason: 'versions-differ' }]);
    expect(derive(personSummaries, [bdi('a', 0, 99)])).toMatchObject([{ reason: 'no-score', unscored: 1 }]);
    const unknown = [bdi('a', 0, 9, about('a', 'x')), bdi('b', 7, 1, about('b', 'x'))];
    expect(derive(personSummaries, unknown)).toMatchObject([{ reason: 'unknown-instrument' }]);
  });
});

describe('sudden gains', () => {
  const scores = [30, 31, 30, 18, 17, 18];
  const series = scores.map((score, week) => bdi(`s${week}`, week * 7, score));

  it('are found in the sessions of one person', () => {
    expect(derive(suddenGains, series)).toMatchObject([
      { measureId: 's3', occasionBefore: 's2', magnitude: 12, threshold: 7, reversed: false, before: 30, after: 18 },
    ]);
  });

  it('are interrupted by a session without a measure, once it cannot come any more', () => {
    const [a = [], b = [], c = [], ...after] = series;
    const gap = [a, b, c, due('gap', 15), ...after];
    expect(derive(suddenGains, gap)).toEqual([]);
    expect(derive(suddenGains, gap, { knownUntil: at(16 * DAY) })).toHaveLength(1);
  });
});

describe('missing measures', () => {
  const left = history(`participant-${person}`, 20, {
    type: 'ParticipantDiscontinued',
    data: { from: 'study', reason: 'moved' },
  });
  const missed = history('measure-m', 8, {
    type: 'MeasureMissed',
    data: { ...about('m', 'bdi'), reason: 'declined' },
  });

  it('are told from what may still come, with reasons recorded or derived', () => {
    const rows = derive(
      missingness,
      [due('a', 7), bdi('a', 5, 20), due('b', 10), due('c', 30), due('m', 8), missed, left, bdi('free', 3, 9)],
      { knownUntil: at(25 * DAY) },
    );
    const status = (id: string) => rows.find((row) => 'measureId' in row && row.measureId === id);
    expect(status('a')).toMatchObject({ status: 'early', scheduled: true, receivedDate: day(5) });
    expect(status('b')).toMatchObject({ status: 'overdue', reason: null });
    expect(status('c')).toMatchObject({ status: 'missed', reason: 'drop-out', reasonFrom: 'participant-left' });
    expect(status('m')).toMatchObject({ status: 'missed', reason: 'declined', reasonFrom: 'recorded' });
    expect(status('free')).toMatchObject({ status: 'received', scheduled: false });
  });

  it('move with a founding entry that was corrected to belong to somebody else', () => {
    const [first] = due('a', 7);
    if (first?.type !== 'MeasureDue') throw new Error('no entry');
    const moved = { ...first, data: { ...first.data, participantId: 's1:p2' } };
    expect(standing([moved])[0]?.metadata.participantId).toBe('s1:p2');
  });
});

describe('ratings', () => {
  it('are told by item and by the scales the study has published', () => {
    const form = {
      ...{ format: 1, id: 'hrs', version: 1, title: 'Form', licence: 'ours', citation: 'none', better: 'higher' },
      items: ['a', 'b'].map((code) => ({ code, min: 0, max: 4, ...(code === 'b' ? { reversed: true } : {}) })),
      scales: [{ id: 'engagement', items: ['a', 'b'], missing: { rule: 'none-allowed' } }],
      total: { scale: 'engagement', min: 0, max: 8 },
    };
    const study = exampleHistory('study-s1', [
      { type: 'InstrumentPublished', data: { instrumentId: 'hrs', version: 1, instrument: form } },
    ]);
    const rating = (items: Record<string, number>) =>
      history('rating-r', 1, {
        type: 'RatingRecorded',
        data: {
          ...{ ratingId: 'r', participantId: person, form: { formId: 'hrs', version: 1 }, items, retrospective: true },
          rater: { raterId: 'x', role: 'therapist' },
          target: { kind: 'session', sessionId: 'v1' },
        },
      });
    expect(derive(ratingScores, [rating({ a: 3, b: 1 })], { study })).toMatchObject([
      { kind: 'item', name: 'a', value: 3, raterRole: 'therapist', targetSessionId: 'v1', retrospective: true },
      { kind: 'item', name: 'b', value: 1 },
      { kind: 'scale', name: 'engagement', value: 6, missing: 0 },
    ]);
    expect(derive(ratingScores, [rating({ a: 3.5 })], { study })).toMatchObject([
      { kind: 'item', value: 3.5 },
      { kind: 'scale', value: null, missing: 1 },
    ]);
  });
});
