import { z } from 'zod';

export const REMINDER_FORMAT = 'intersession.reminders/1';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:30');
const channel = z.enum(['email', 'push', 'sms']);
const arm = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/);

/** When a study reminds of what. Participants choose among its channels and times; arms may go without. */
export const ReminderPolicy = z.strictObject({
  format: z.literal(REMINDER_FORMAT),
  /** What the study offers, in its order; a participant who chose none of them is not reminded. */
  channels: z.array(channel).min(1).max(3),
  /** Days before the due day; 0 is the day itself. Null: no reminders of this kind. */
  homework: z.strictObject({ daysBefore: z.int().min(0).max(14) }).nullable(),
  /** Days after a measure’s window opens. Null: no reminders of measures. */
  measures: z.strictObject({ daysAfterOpening: z.int().min(0).max(60) }).nullable(),
  /** Time of day for those who chose none, on their own clock. */
  at: time,
  /** Nothing goes out in these hours, on the participant’s clock; wishes may widen them, never narrow them. */
  quiet: z.strictObject({ from: time, to: time }),
  /** Most messages to one person on one of their days, over all channels. */
  mostADay: z.int().min(1).max(20),
  /** Arms that are not reminded: reminders are an intervention of their own. */
  armsWithout: z.array(arm).max(20).default([]),
  /** After so many obligations in a row that nobody met or told of, those who treat the participant are told. Null: never. */
  tellClinicianAfter: z.int().min(2).max(60).nullable().default(null),
});
export type ReminderPolicy = z.infer<typeof ReminderPolicy>;
export type ReminderPolicyInput = z.input<typeof ReminderPolicy>;

/** Where a policy does not say what its format asks for. */
export interface PolicyError {
  readonly field: string;
  readonly problem: string;
}

/** Reads a reminder policy; every error names its field. */
export function parseReminderPolicy(
  input: unknown,
):
  | { readonly ok: true; readonly document: ReminderPolicy }
  | { readonly ok: false; readonly errors: readonly PolicyError[] } {
  const parsed = ReminderPolicy.safeParse(input);
  if (parsed.success) return { ok: true, document: parsed.data };
  const errors = parsed.error.issues.slice(0, 25).map(({ path, message }) => ({
    field: path.length === 0 ? 'document' : path.map(String).join('.'),
    problem: message,
  }));
  return { ok: false, errors };
}
