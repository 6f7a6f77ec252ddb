import { describe, it } from '@jest/globals';
import { specificationOf } from '../kernel/decider.specification.ts';
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
const record: MeasureCommand = { type: 'RecordMeasure', ...answers };
const miss: MeasureCommand = { type: 'MissMeasure', ...occasion, reason: 'did-not-attend' };
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

  it('is of somebody who is enrolled', () => {
    for (const command of [record, miss]) {
      given()
        .when(command, { participant: { status: 'unknown' } })
        .thenRefused('ParticipantNotEnrolled');
    }
  });
});
