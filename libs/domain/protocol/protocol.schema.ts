import { z } from 'zod';
import { dataCheck } from './data-check.schema.ts';
import { id, informant, label, localDate, quantity } from '../kernel/primitives.ts';

/** BCP 47, such as `sv` or `pt-BR`. */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as sv or pt-BR');
const versioned = { version: z.int().min(1) };
const instrument = z.strictObject({ instrumentId: id, ...versioned });
const criterion = z.strictObject({ code: id, text: label });
const days = (lowest: number, highest: number) => z.int().min(lowest).max(highest);

const design = z
  .strictObject({
    kind: z.enum(['parallel', 'crossover', 'factorial', 'cluster', 'single-group']),
    framework: z.enum(['superiority', 'equivalence', 'non-inferiority', 'exploratory']),
    blinded: z
      .array(z.enum(['participant', 'therapist', 'outcome-assessor', 'analyst', 'steering-committee']))
      .max(5)
      .describe('Who is blind to the arms (CONSORT 2025, item 20a).'),
    plannedParticipants: z.int().min(1).max(1_000_000),
  })
  .describe('What kind of trial it is (SPIRIT 2025, item 12).');

const recruitment = z
  .strictObject({ from: localDate, to: localDate })
  .describe('From when to when the planned participants are to be enrolled (SPIRIT 2025, items 18 and 20).');

const arm = z
  .strictObject({
    arm: id,
    title: label,
    kind: z.enum(['experimental', 'active-comparator', 'usual-care', 'waiting-list', 'placebo', 'no-intervention']),
    platform: z
      .strictObject({ reminders: z.boolean(), recommendations: z.boolean(), outcomeFeedback: z.boolean() })
      .describe('What the platform itself does in this arm: part of the intervention, so it is switched here.'),
  })
  .describe('An arm, and which features of the platform its participants have.');

const site = z.strictObject({ siteId: id, languages: z.array(language).min(1).max(20) });

const eligibility = z.strictObject({
  inclusion: z.array(criterion).max(50),
  exclusion: z.array(criterion).max(50),
});

/** The moments that a schedule can hang on. */
export const scheduleAnchor = z.enum(['enrolment', 'allocation', 'first-session', 'last-session']);

const scheduled = z
  .strictObject({
    occasion: label,
    instrument,
    anchor: scheduleAnchor,
    afterDays: days(-366, 3_660).describe('Days from the anchor to the day it is due.'),
    window: z.strictObject({ before: days(0, 366), after: days(0, 366) }).describe('In days around the day it is due.'),
    by: informant.default('client'),
  })
  .describe('One measurement: which instrument, when, and by whom.');
export type ScheduledMeasure = z.infer<typeof scheduled>;

const retired = z
  .strictObject({
    occasion: label,
    instrumentId: id,
    becomes: z
      .enum(['kept', 'released'])
      .describe('For those who are owed it already: still asked for, or not any more.'),
  })
  .describe('A measurement of the version before that this one has no longer.');

const homework = z.strictObject({
  session: z.int().min(0).max(200).describe('The session it is agreed in; 0 before the first.'),
  template: z.strictObject({ templateId: id, ...versioned }),
  dose: quantity.optional(),
});

const analysis = z.strictObject({
  primary: z.strictObject({ instrumentId: id, occasion: label }),
  model: label,
  populations: z
    .array(z.enum(['intention-to-treat', 'per-protocol', 'complier-average', 'safety']))
    .min(1)
    .max(4),
});

const consent = z.strictObject({ version: label, language, siteId: id.optional(), from: localDate });

/** The document of a study as it is run, from design to consent forms. Checked as a whole by `protocolProblems`. */
export const protocolDocument = z.strictObject({
  $schema: z.string().max(500).optional().describe('Where this schema lies, for editors.'),
  format: z.literal(1),
  title: label,
  design,
  recruitment: recruitment.optional(),
  arms: z.array(arm).min(1).max(10),
  sites: z.array(site).min(1).max(200),
  eligibility,
  instruments: z.array(instrument).min(1).max(100),
  schedule: z.array(scheduled).min(1).max(500),
  retired: z.array(retired).max(500).default([]),
  homework: z.array(homework).max(500),
  checks: z
    .array(dataCheck)
    .max(200)
    .default([])
    .describe('Rules that doubt records. None asks anything before it is switched on.'),
  adherenceDefinitions: z.array(z.strictObject({ definitionId: id, ...versioned })).max(50),
  analysis,
  consents: z.array(consent).min(1).max(500),
});
export type ProtocolDocument = z.infer<typeof protocolDocument>;

/** JSON Schema (draft 2020-12) of a protocol document, for editors and for other programs. */
export function protocolJsonSchema(): object {
  return z.toJSONSchema(protocolDocument, { io: 'input' });
}
