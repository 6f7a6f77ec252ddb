import { act, type Act } from '../commands/act.ts';
import { GiveFeedback, RecordRating, ReviewHomework } from '../commands/commands.generated.ts';
import type { Rated } from './rating.panel.tsx';

/** The platform’s own two questions about homework, quantity and quality, 0 to 4. */
const FORM = { formId: 'homework-compliance', version: 1 };

interface Reviewed {
  readonly assignmentId: string;
  readonly participantId: string;
  /** Of the terms in force. */
  readonly version: number;
  readonly raterId: string;
  readonly sessionId?: string;
  readonly attemptId?: string | undefined;
}

/** Gone through, rated, and answered where there are words: three commands that are one act. */
export function reviewActs(reviewed: Reviewed, { much, useful, feedback }: Rated): readonly Act[] {
  const { assignmentId, participantId, version, raterId, sessionId, attemptId } = reviewed;
  const place = sessionId === undefined ? {} : { sessionId };
  const rating = {
    ...{ participantId, form: FORM, rater: { raterId, role: 'THERAPIST' as const }, retrospective: true },
    ...{ target: { kind: 'ASSIGNMENT' as const, assignmentId, version } },
    items: [{ item: 'quantity', value: much }],
  };
  const told = { assignmentId, by: 'THERAPIST' as const, text: feedback };
  return [
    act('ASSIGNMENT', ReviewHomework, { assignmentId, reviewer: 'THERAPIST', helpfulness: useful, ...place }),
    act('RATING', RecordRating, rating),
    ...(feedback === ''
      ? []
      : [act('ASSIGNMENT', GiveFeedback, attemptId === undefined ? told : { ...told, attemptId })]),
  ];
}
