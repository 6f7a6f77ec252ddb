import { describe, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import { type MeasureCommand, measureDecider } from './measure.decider.ts';
import type { MeasureEvent } from './measure.events.ts';

const { given } = specificationOf(measureDecider);
const occasion = {
  measureId: 'M1',
  participantId: 'stress:P001',
  instrument: { instrumentId: 'PHQ-9', version: 1 },
  occasion: 'baseline',
} as const;
const answers = { ...occasion, items: { q1: 2, q2: null }, timing: 'before-session', informant: 'client' } as const;
const record = { type: 'RecordMeasure', ...answers } as const;
const miss: MeasureCommand = { type: 'MissMeasure', ...occasion, reason: 'did-not-attend' };
const window = { dueDate: '2026-03-08', windowFrom: '2026-03-05', windowTo: '2026-03-11' };
const due = { type: 'DueMeasure', ...occasion, ...window } as const;
const isDue: MeasureEvent = { type: 'MeasureDue', data: { ...occasion, ...window } };
const STATUS = { MeasureDue: 'due', MeasureRecorded: 'recorded', MeasureMissed: 'missed' };
const recorded: MeasureEvent = { type: 'MeasureRecorded', data: answers };
const missed: MeasureEvent = { type: 'MeasureMissed', data: { ...occasion, reason: 'did-not-attend' } };

describe('a measure', () => {
  it('is recorded or missed once', () => {
    given().when(record).then(recorded);
    given().when(miss).then(missed);
    given(recorded).when(record).thenRefused('MeasureExists', { status: 'recorded' });
    given(recorded).when(miss).thenRefused('MeasureExists', { status: 'recorded' });
    given(missed).when(miss).thenRefused('MeasureExists', { status: 'missed' });
  });

  it('thought missed may still turn up on paper', () => {
    given(missed).when(record).then(recorded);
  });

  it('falls due once, on a day within its window', () => {
    given().when(due).then(isDue);
    for (const before of [isDue, recorded, missed]) {
      given(before).when(due).thenRefused('MeasureAlreadyDue', { status: STATUS[before.type] });
    }
    given(isDue).when(record).then(recorded);
    given(isDue).when(miss).then(missed);
    given()
      .when({ ...due, windowTo: '2026-03-01' })
      .thenRefused('PeriodEndsBeforeItStarts');
    for (const dueDate of ['2026-03-04', '2026-03-12']) {
      given()
        .when({ ...due, dueDate })
        .thenRefused('DueOutsideWindow');
    }
  });

  it('is recorded for the occasion it was due or missed on', () => {
    const others = [
      { participantId: 'stress:P002' },
      { occasion: 'month-2' },
      { instrument: { instrumentId: 'BDI', version: 1 } },
    ];
    for (const other of others) {
      for (const before of [isDue, missed]) {
        given(before)
          .when({ ...record, ...other })
          .thenRefused('MeasureScheduledOtherwise');
      }
    }
  });

  it('has item answers or a total', () => {
    given()
      .when({ ...record, items: {} })
      .thenRefused('NothingMeasured');
    given()
      .when({ ...record, items: {}, reportedTotal: 0 })
      .then({ type: 'MeasureRecorded', data: { ...answers, items: {}, reportedTotal: 0 } });
  });

  it('is of somebody who is enrolled', () => {
    for (const command of [due, record, miss]) {
      given().when(command, standingAs('unknown')).thenRefused('ParticipantNotEnrolled');
    }
  });
});
