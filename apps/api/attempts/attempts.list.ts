import type { AttemptFilter, AttemptOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { AttemptOutcome, Barrier, Informant, Performer, Source } from '../graphql/schema/enums.ts';
import { AttemptState } from '../graphql/schema/row-enums.ts';
import { AttemptModel } from './attempt.model.ts';

export const AttemptConnection = connectionOf('Attempt', () => AttemptModel);
export const AttemptFilterInput = filterOf<AttemptFilter>('Attempt', {
  assignmentIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  state: clause.oneOf(AttemptState),
  outcome: clause.oneOf(AttemptOutcome),
  informant: clause.oneOf(Informant),
  performer: clause.oneOf(Performer),
  occurrences: clause.ids,
  alternative: clause.flag,
  byProxy: clause.flag,
  barrier: Barrier,
  occurredAt: clause.instants,
  startedAt: clause.instants,
  localDate: clause.days,
  minutes: clause.numbers,
  version: clause.counts,
  source: clause.oneOf(Source),
});
export const AttemptOrderInput = orderOf<AttemptOrder>('Attempt', {
  attemptId: true,
  participantId: true,
  occurredAt: true,
  startedAt: true,
  endedAt: true,
  minutes: true,
  entryLagHours: true,
  recordedAt: true,
});
