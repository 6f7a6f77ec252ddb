import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, label } from '../kernel/primitives.ts';

/** A document, as JSON; the library it belongs to knows its schema and checks it at the boundary. */
const document = z.record(z.string(), z.json());

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const monitoringEvents = {
  ReminderPolicyPublished: {
    version: 1,
    about: 'When the study reminds of what, through which channels, and in which arms, from now on.',
    data: z.strictObject({ version: z.int().min(1), policy: document, reason: label }),
  },
  DutyRotaPublished: {
    version: 1,
    about: 'Who is on duty for safety alerts at which hours, with whom behind them, from now on.',
    data: z.strictObject({ version: z.int().min(1), rota: document, reason: label }),
  },
  SafetyRuleSwitchedOn: {
    version: 1,
    about: 'A safety rule raises alerts from now on; what it would have raised before was looked at first.',
    data: z.strictObject({
      ruleId: id,
      version: z.int().min(1),
      /** The log index up to which the rule was replayed, and what it would have raised there. */
      replayed: z.strictObject({ logIndex: z.int().min(0), alerts: z.int().min(0), people: z.int().min(0) }),
      reason: label,
    }),
  },
  SafetyRuleSwitchedOff: {
    version: 1,
    about: 'A safety rule raises no alerts any more; those that are open stay open.',
    data: z.strictObject({ ruleId: id, reason: label }),
  },
  DataCheckSwitchedOn: {
    version: 1,
    about:
      'A rule of the protocol opens discrepancy queries from now on; what it would have opened before was looked at first.',
    data: z.strictObject({
      ruleId: id,
      version: z.int().min(1),
      /** Whether what is on record already, imports included, is asked about too. */
      history: z.boolean(),
      /** The log index up to which the rule was rehearsed, and what it would have opened there, of how many people. */
      rehearsed: z.strictObject({ logIndex: z.int().min(0), queries: z.int().min(0), people: z.int().min(0) }),
      reason: label,
    }),
  },
  DataCheckSwitchedOff: {
    version: 1,
    about: 'A rule opens no discrepancy queries any more; those that are open stay open.',
    data: z.strictObject({ ruleId: id, reason: label }),
  },
} as const satisfies EventShapes;

export type MonitoringEvent = EventOf<typeof monitoringEvents>;

export const monitoringUpcasts: Upcasts = NO_UPCASTS;
