import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { freeText, id, instant } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

/** How soon somebody has to look. Item 9 of the PHQ-9 at 1 is common and mostly not acute: it is graded, never all or nothing. */
export const alertGrade = z.enum(['low', 'moderate', 'high']);
export type AlertGrade = z.infer<typeof alertGrade>;

/** From the least to the most pressing. */
export const ALERT_GRADES: readonly AlertGrade[] = alertGrade.options;

/** What made a rule speak. */
const source = z.strictObject({
  measureId: id,
  instrumentId: id,
  /** When the answers were given, as far as is known: paper is often older than its record. */
  answeredAt: instant,
  /** The item that spoke, where one did. */
  item: id.optional(),
  /** The item’s, total’s or change’s value. */
  value: z.number(),
});

/** What a concern is about, where it is about something on the record. */
const about = z.strictObject({ category: z.enum(['assignment', 'session', 'measure', 'rating']), recordId: id });

export const assessedRisk = z.enum(['none', 'low', 'moderate', 'high', 'imminent', 'could-not-assess']);

/** What was done about it, coded. */
export const riskAction = z.enum([
  'talked-with-participant',
  'could-not-reach',
  'safety-plan-made',
  'safety-plan-reviewed',
  'means-restricted',
  'crisis-contact-given',
  'supervisor-informed',
  'family-informed',
  'emergency-service-called',
  'referred',
  'no-action-needed',
]);

export const escalationCause = z.enum(['not-acknowledged', 'not-assessed', 'not-closed', 'asked-for']);

/** The words of an alert may speak of the person: they are sealed like any diary. */
const note = sealed(freeText);
const staff = z.array(id).min(1).max(20);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const alertEvents = {
  SafetyAlertRaised: {
    version: 1,
    about: 'A safety rule asks for somebody to look at a participant’s answers.',
    data: z.strictObject({
      alertId: id,
      participantId: id,
      rule: z.strictObject({ ruleId: id, version: z.int().min(1) }),
      grade: alertGrade,
      source,
      /** A risk assessment has to be on the record before the alert can be closed. */
      assessmentAsked: z.boolean(),
      /** The answers were old when they reached us, as transcribed paper is: nobody was slow to see them here. */
      late: z.boolean(),
    }),
  },
  ConcernRaised: {
    version: 1,
    about: 'Somebody who read a participant’s work is worried, and asks for it to be looked at.',
    data: z.strictObject({ alertId: id, participantId: id, grade: alertGrade, about: about.optional(), note }),
  },
  SafetyAlertRecurred: {
    version: 1,
    about: 'The rule spoke again while the alert was open; it may have become more pressing, never less.',
    data: z.strictObject({ alertId: id, grade: alertGrade, source, late: z.boolean() }),
  },
  SafetyAlertSent: {
    version: 1,
    about: 'People who are on duty were told of the alert, and how that went.',
    data: z.strictObject({
      alertId: id,
      to: staff,
      level: z.int().min(0).max(20),
      channel: z.enum(['screen', 'email', 'push', 'sms']),
      outcome: z.enum(['sent', 'failed', 'unknown']),
    }),
  },
  SafetyAlertAcknowledged: {
    version: 1,
    about: 'A named person has seen the alert and looks after it.',
    data: z.strictObject({ alertId: id, staffId: id }),
  },
  SafetyAlertEscalated: {
    version: 1,
    about: 'Nobody did what the alert asked for in time, or somebody asked for help: it goes to the next in the rota.',
    data: z.strictObject({ alertId: id, level: z.int().min(1).max(20), because: escalationCause, to: staff }),
  },
  RiskAssessed: {
    version: 1,
    about: 'The participant’s risk was assessed, by whom, with what result and what was done.',
    data: z.strictObject({
      alertId: id,
      staffId: id,
      risk: assessedRisk,
      actions: z.array(riskAction).min(1).max(11),
      note: note.optional(),
    }),
  },
  SafetyAlertClosed: {
    version: 1,
    about: 'The alert was dealt with, and how.',
    data: z.strictObject({
      alertId: id,
      staffId: id,
      outcome: z.enum(['resolved', 'ongoing-care', 'referred', 'false-alarm', 'could-not-reach']),
      note,
    }),
  },
} as const satisfies EventShapes;

export type AlertEvent = EventOf<typeof alertEvents>;

export const alertUpcasts: Upcasts = NO_UPCASTS;
