import { z } from 'zod';

/** What a definition is evaluated over. Times are ISO 8601 UTC with milliseconds; days are the participant's own calendar dates. */

const id = z.string().min(1).max(200);
const instant = z.iso.datetime({ precision: 3 });
const localDate = z.iso.date();
const amount = z.number().min(0).max(1e9);
const unit = z.string().min(1).max(60);

/** The terms of one version of an assignment, as far as they bear on one obligation. */
export const Terms = z.strictObject({
  version: z.int().min(1),
  /** The dose asked for, in `unit`; none for open-ended work. */
  quantity: amount.nullish(),
  unit: unit.nullish(),
  dueAt: instant.nullish(),
  dueDate: localDate.nullish(),
});
export type Terms = z.infer<typeof Terms>;

/** `void` did not apply (an outage, a hospital stay); `open` is not due yet; `unknown` is due and nobody has reported. */
export const ObligationState = z.enum(['done', 'part', 'alternative', 'not-done', 'unknown', 'void', 'open']);
export type ObligationState = z.infer<typeof ObligationState>;

/** What one informant said of one obligation, apart from any attempt. */
export const Report = z.strictObject({
  id,
  state: z.enum(['done', 'part', 'alternative', 'not-done']),
  /** Who said so: client, partner, caregiver, therapist, observer, or a role of the study's own. */
  informant: id,
  /** The moment it speaks of, such as when the work was finished; the lag of entry is counted from here. */
  occurredAt: instant.nullish(),
  recordedAt: instant.nullish(),
  completedAt: instant.nullish(),
  completedDate: localDate.nullish(),
  /** Work done, in `unit`, where it was told. */
  quantity: amount.nullish(),
  unit: unit.nullish(),
});
export type Report = z.infer<typeof Report>;

/** One thing to be done by one moment: an assignment, or one occurrence of a recurring one. */
export const Obligation = z.strictObject({
  assignmentId: id,
  /** Tells the occurrences of one assignment apart, such as `1` or `2026-03-02`. */
  occurrence: id,
  initiatedBy: z.enum(['therapist', 'collaborative', 'client']),
  assignedAt: instant.nullish(),
  assignedDate: localDate.nullish(),
  /** The first version of the assignment. */
  asAssigned: Terms,
  /** The version in force when this obligation fell due; later edits never change it. */
  asAdjusted: Terms,
  withdrawnAt: instant.nullish(),
  withdrawnDate: localDate.nullish(),
  /** How often the assignment was adjusted; the same number on each of its occurrences. */
  adjustments: z.int().min(0).max(100_000).default(0),
  /** How many adjustments first bore on this obligation: made after the occurrence before it fell due. */
  ownAdjustments: z.int().min(0).max(100_000).nullish(),
  state: ObligationState,
  reason: z.string().max(2_000).nullish(),
  completedAt: instant.nullish(),
  completedDate: localDate.nullish(),
  /** Whether the next session reviewed it; none when nobody logged that. */
  reviewed: z.boolean().nullish(),
  /** Who said what. An empty list: nobody did, and `state` is what the attempts show. None: it is not known who said `state`. */
  reports: z.array(Report).max(1_000).nullish(),
});

export const AttemptOutcome = z.enum(['full', 'part', 'alternative', 'unable', 'abandoned', 'started']);

/** One try at the homework. Minutes come from `startedAt` and `endedAt` when both are there, otherwise from `minutes`. */
export const Attempt = z.strictObject({
  id,
  assignmentId: id,
  /** Which obligation it belongs to. None is read as "the only one of its assignment". */
  occurrence: id.nullish(),
  startedAt: instant.nullish(),
  endedAt: instant.nullish(),
  localDate: localDate.nullish(),
  minutes: amount.nullish(),
  /** Work done, in `unit`. */
  quantity: amount.nullish(),
  unit: unit.nullish(),
  outcome: AttemptOutcome,
  informant: id.nullish(),
  recordedAt: instant.nullish(),
});

/** One score on one piece of homework, under the key of its instrument. */
export const Rating = z.strictObject({
  id,
  assignmentId: id,
  /** None: it speaks of the whole assignment. */
  occurrence: id.nullish(),
  instrument: id,
  subscale: id.nullish(),
  raterRole: id,
  value: z.number().min(-1e9).max(1e9),
  retrospective: z.boolean(),
  /** The moment it speaks of. */
  occurredAt: instant.nullish(),
  recordedAt: instant.nullish(),
});

/** A session as it bears on one participant. A cancelled or missed one stands at the time it was meant for. */
export const Session = z.strictObject({
  id,
  number: z.int().min(0).max(10_000).nullish(),
  state: z.enum(['held', 'missed', 'cancelled']),
  at: instant,
  date: localDate,
  /** Whether this participant came: a group meets also without them. None: nobody logged it. */
  attended: z.boolean().nullish(),
});
export type Session = z.infer<typeof Session>;

/** The opening of a part of a programme, such as a module of an internet treatment. */
export const TreatmentModule = z.strictObject({ id, at: instant, date: localDate });
export type TreatmentModule = z.infer<typeof TreatmentModule>;

export const AdherenceFacts = z.strictObject({
  participantId: id,
  enrolledAt: instant.nullish(),
  enrolledDate: localDate.nullish(),
  endedAt: instant.nullish(),
  endedDate: localDate.nullish(),
  /** How participation ended. None is read as completed. */
  ending: z.enum(['completed', 'discontinued']).nullish(),
  /** The facts are known up to here. None: the record is taken as complete, nothing more is to come. */
  observedUntil: instant.nullish(),
  observedUntilDate: localDate.nullish(),
  obligations: z.array(Obligation).max(200_000),
  attempts: z.array(Attempt).max(200_000),
  ratings: z.array(Rating).max(200_000).default([]),
  sessions: z.array(Session).max(20_000).default([]),
  modules: z.array(TreatmentModule).max(20_000).default([]),
});

export type Obligation = z.input<typeof Obligation>;
export type Attempt = z.infer<typeof Attempt>;
export type Rating = z.infer<typeof Rating>;
export type AdherenceFacts = z.input<typeof AdherenceFacts>;
