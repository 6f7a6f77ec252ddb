import { z } from 'zod';
import { assignmentEvents, id, informant, label, measureEvents, participantEvents, performer } from '#domain';
import { constructedTerms } from './attempts-table.schema.ts';
import { coded, columnName, numberColumn, timeColumn } from './column.schema.ts';
import { moment } from './moment.schema.ts';

/** What the rows of a `records` table say. One row may say several things. */

const characteristic = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('number'), ...numberColumn.shape }),
  z.strictObject({
    type: z.literal('text'),
    column: columnName,
    values: z
      .record(z.string().max(200), z.union([z.string().max(200), z.number(), z.boolean(), z.null()]))
      .describe('What the file writes → the value. Without free text nobody’s words get in by mistake.'),
  }),
]);

const baseline = z
  .strictObject({
    kind: z.literal('baseline'),
    characteristics: z
      .record(id, characteristic)
      .describe('Name of the characteristic → its column. The same in every row of a participant.'),
  })
  .describe('Characteristics at the start, such as age or diagnosis. Arms are no characteristic: see `allocation`.');
export type BaselineStatement = z.infer<typeof baseline>;

const missedReason = measureEvents.MeasureMissed.data.shape.reason;

/** A value of one occasion: a total, or item answers. */
const readings = {
  total: numberColumn.optional(),
  items: z.record(id, numberColumn).optional().describe('Item code → its column. A missing cell is an item left out.'),
};

const absence = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('silent') }).describe('Nothing is said of what is not there.'),
    z
      .strictObject({
        kind: z.literal('missed'),
        reason: missedReason.default('unknown'),
        afterLast: missedReason
          .optional()
          .describe('The reason for occasions after which nothing came any more, such as "drop-out".'),
      })
      .describe('A measure that is not there was missed.'),
  ])
  .default({ kind: 'silent' });

const expected = z.strictObject({ occasion: label, at: moment.optional().describe('The row’s, when left out.') });

const layout = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('wide'),
      occasions: z.array(expected.extend(readings)).min(1).max(500).describe('In the order of time.'),
    })
    .describe('One row a participant: a column (or several) for each occasion.'),
  z
    .strictObject({
      kind: z.literal('long'),
      occasion: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('constant'), value: label }),
        z.strictObject({
          kind: z.literal('column'),
          column: columnName,
          prefix: z.string().max(40).default('').describe('Put before the value, as in "week-3".'),
          values: z.record(z.string().max(200), label).optional(),
        }),
      ]),
      ...readings,
      expected: z
        .array(expected)
        .max(500)
        .default([])
        .describe('Occasions in the order of time; those that a participant has no value of are absent.'),
    })
    .describe('One row an occasion.'),
]);

const measures = z
  .strictObject({
    kind: z.literal('measures'),
    instrument: measureEvents.MeasureRecorded.data.shape.instrument,
    layout,
    informant: coded(informant).default({ kind: 'constant', value: 'client' }),
    timing: measureEvents.MeasureRecorded.data.shape.timing.default('unknown'),
    recallDays: measureEvents.MeasureRecorded.data.shape.recallDays,
    assessorBlind: z.boolean().optional(),
    range: z
      .strictObject({ min: z.number(), max: z.number() })
      .optional()
      .describe('Totals outside of it reject their row.'),
    absence,
  })
  .describe(
    'An outcome measure: one instrument on one or many occasions. Several of these are several scales a visit.',
  );
export type MeasuresStatement = z.infer<typeof measures>;
export type WideOccasion = Extract<MeasuresStatement['layout'], { kind: 'wide' }>['occasions'][number];
export type ExpectedOccasion = z.infer<typeof expected>;

const treatment = z
  .strictObject({
    kind: z.literal('concomitant-treatment'),
    treatmentKind: participantEvents.ConcomitantTreatmentChanged.data.shape.kind.default('medication'),
    column: columnName,
    values: z
      .record(z.string().max(200), id.nullable())
      .describe('What the file writes → the treatment; null for none.'),
    dose: numberColumn.optional().describe('Its dose: what is raised and lowered.'),
    first: z
      .enum(['unchanged', 'started', 'silent'])
      .default('unchanged')
      .describe('What a treatment in a participant’s first row is: known to be taken, started there, or not told.'),
  })
  .describe('A treatment beside the trial’s, told when it changes from one row of a participant to the next.');
export type TreatmentStatement = z.infer<typeof treatment>;

const prompts = z
  .strictObject({
    kind: z.literal('prompts'),
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits or -')
      .describe('Of the assignment; part of its id, so never change it.'),
    slot: columnName
      .optional()
      .describe('Number or name of the prompt within its day: an assignment of its own for each, due once a day.'),
    scheduled: timeColumn,
    sent: timeColumn.optional(),
    started: timeColumn,
    stopped: timeColumn.optional(),
    days: z.int().min(1).max(3_660).optional().describe('From the first prompt; without it, to the last in the file.'),
    initiatedBy: z.enum(['therapist', 'collaborative', 'client']).default('therapist'),
    terms: constructedTerms.omit({ due: true }),
    performer: performer.default('client'),
    informant: informant.default('device'),
    stoppedMeans: assignmentEvents.AttemptRecorded.data.shape.outcome.default('full'),
    notStopped: z
      .enum(['started', 'part', 'abandoned'])
      .default('started')
      .describe('Begun and never stopped: only that it began, done in part, or given up.'),
    unanswered: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('unknown') }),
        z.strictObject({ kind: z.literal('reported'), state: assignmentEvents.OccurrenceReported.data.shape.state }),
      ])
      .default({ kind: 'unknown' })
      .describe('Sent and never begun: stays unknown, or is reported by the device.'),
    unsent: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('unknown') }),
        z.strictObject({ kind: z.literal('void'), reason: assignmentEvents.OccurrenceVoided.data.shape.reason }),
      ])
      .default({ kind: 'void', reason: 'outage' })
      .describe('Scheduled and never sent: an obligation that did not apply, unless it is left unknown.'),
  })
  .describe('One row per prompt of an experience-sampling study: scheduled, sent, started, stopped, unanswered.');
export type PromptsStatement = z.infer<typeof prompts>;

const zoneChange = z
  .strictObject({ kind: z.literal('time-zone'), column: columnName })
  .describe('The participant’s IANA time zone, told when it changes from one row to the next.');
export type ZoneStatement = z.infer<typeof zoneChange>;

const allocation = z
  .strictObject({
    kind: z.literal('allocation'),
    column: columnName,
    arms: z.record(z.string().max(200), id).describe('What the file writes → the arm.'),
  })
  .describe('The arm that was drawn elsewhere. It is sealed in the log, for those alone who are not blind to it.');
export type AllocationStatement = z.infer<typeof allocation>;

export const statement = z.discriminatedUnion('kind', [baseline, allocation, measures, treatment, prompts, zoneChange]);
export type Statement = z.infer<typeof statement>;
