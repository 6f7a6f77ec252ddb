import { z } from 'zod';
import { initiatedBy } from '../assignment/assignment.terms.ts';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { freeText, id, informant } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';

/** Goal Attainment Scaling (Kiresuk & Sherman 1968): −2 much less than expected, 0 as expected, 2 much more. */
const attainment = z.int().min(-2).max(2);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const goalEvents = {
  GoalSet: {
    version: 1,
    about: 'Client and therapist agreed on something to reach. Homework can be linked to it.',
    data: z.strictObject({
      goalId: id,
      participantId: id,
      setBy: initiatedBy,
      /** In the client’s own words. */
      statement: sealed(freeText),
      /** Coded mechanism it works through, in the study’s own terms. */
      targetMechanism: id.optional(),
    }),
  },
  GoalRevised: {
    version: 1,
    about: 'The goal reads otherwise from now on.',
    data: z.strictObject({ statement: sealed(freeText), targetMechanism: id.optional() }),
  },
  GoalRated: {
    version: 1,
    about: 'Somebody said how far the goal is reached, from −2 to 2 (Goal Attainment Scaling).',
    data: z.strictObject({ informant, attainment }),
  },
  GoalAttained: {
    version: 1,
    about: 'The goal was reached, by the word of an informant.',
    data: z.strictObject({ informant }),
  },
  GoalDropped: {
    version: 1,
    about: 'The goal is not pursued any more.',
    data: z.strictObject({
      reason: z.enum(['no-longer-relevant', 'too-difficult', 'replaced', 'client-request', 'other']),
      note: sealed(freeText).optional(),
    }),
  },
} as const satisfies EventShapes;

export type GoalEvent = EventOf<typeof goalEvents>;

export const goalUpcasts: Upcasts = NO_UPCASTS;
