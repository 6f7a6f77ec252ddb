import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { RatingRow } from './rating.row.ts';

export const ratings = foldInto(RatingRow)({
  name: 'ratings',
  version: 1,
  key: ({ stream }) => ({ ratingId: recordIdOf(stream) }),
  on: {
    RatingRecorded: (_row, fact) => {
      const { stream, data, metadata, recordedAt } = fact;
      return {
        ...scopeOf(fact),
        ratingId: recordIdOf(stream),
        participantId: personOf(fact),
        formId: data.form.formId,
        formVersion: data.form.version,
        raterId: data.rater.raterId,
        raterRole: data.rater.role,
        ...targetColumns(data.target),
        items: data.items,
        retrospective: data.retrospective,
        note: data.note ?? null,
        occurredAt: metadata.occurredAt,
        localDate: metadata.localDate,
        recordedAt,
      };
    },
  },
});

type Target = Fact<'RatingRecorded'>['data']['target'];
type TargetColumns = Pick<
  RatingRow,
  'targetKind' | 'targetAssignmentId' | 'targetVersion' | 'targetSessionId' | 'targetFrom' | 'targetTo'
>;

/** What a rating speaks of, as columns. */
export function targetColumns(target: Target): TargetColumns {
  const none = {
    ...{ targetAssignmentId: null, targetVersion: null, targetSessionId: null, targetFrom: null, targetTo: null },
  };
  switch (target.kind) {
    case 'assignment':
      return {
        ...none,
        targetKind: 'assignment',
        targetAssignmentId: target.assignmentId,
        targetVersion: target.version,
      };
    case 'session':
      return { ...none, targetKind: 'session', targetSessionId: target.sessionId };
    case 'interval':
      return { ...none, targetKind: 'interval', targetFrom: target.from, targetTo: target.to };
  }
}
