import { describe, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import { ratingDecider } from './rating.decider.ts';

const { given } = specificationOf(ratingDecider);
const rating = {
  ratingId: 'R1',
  participantId: 'stress:P001',
  form: { formId: 'HRS-II', version: 1 },
  rater: { raterId: 'clinician-1', role: 'therapist' },
  target: { kind: 'interval', from: '2026-02-22', to: '2026-03-01' },
  items: { quantity: 3 },
  retrospective: false,
} as const;

describe('a rating', () => {
  it('is recorded once, of somebody who takes part or took part', () => {
    const record = { type: 'RecordRating', ...rating } as const;
    given().when(record).then({ type: 'RatingRecorded', data: rating });
    given().when(record, standingAs('left')).then({ type: 'RatingRecorded', data: rating });
    given({ type: 'RatingRecorded', data: rating }).when(record).thenRefused('RatingExists');
    given().when(record, standingAs('unknown')).thenRefused('ParticipantNotEnrolled');
  });

  it('of an interval has one that does not end before it starts', () => {
    const target = { kind: 'interval', from: '2026-03-01', to: '2026-02-28' } as const;
    given()
      .when({ type: 'RecordRating', ...rating, target })
      .thenRefused('PeriodEndsBeforeItStarts');
  });
});
