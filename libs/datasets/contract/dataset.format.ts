import { ColumnRule, MissingReading, TimeRule } from '#deidentification';
import { z } from 'zod';

/** Raised with every change of meaning. A program reads the versions up to its own. */
export const DATASET_FORMAT = 'intersession.dataset/1';

const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}]+$/u, 'holds control characters');
const name = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.@/ -]*$/, 'holds other characters than letters, digits and _ . @ / -');
const columnName = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/, 'is no column name');

/** A language of labels, BCP 47: `en`, `sv`, `pt-BR`. */
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'is no language tag');

/** Formats beside CSV, codebook, datapackage.json, risk report and the R, Stata, SAS and SPSS scripts, which every archive has. */
export const DatasetFormat = z.enum(['csv', 'sav', 'parquet', 'psych-ds', 'odm']);
export type DatasetFormat = z.infer<typeof DatasetFormat>;

/** What somebody who met a participant may know of their course; counted in k, from the tables that leave. */
export const Feature = z.enum(['sessions_attended', 'drop_out_week', 'attendance', 'therapist']);
export type Feature = z.infer<typeof Feature>;

/**
 * What somebody gets, and what may be known from it: with the log up to `index` and the release key, every byte of an
 * archive follows from it. Rules stand by table and column; a column without one refuses the export.
 */
export const DatasetSpecification = z.strictObject({
  $schema: z.string().max(400).optional().describe('For editors; not read.'),
  format: z.literal(DATASET_FORMAT),
  title: text(200),
  studyId: name,
  protocol: name.describe('Protocol and version in force at the index, such as HW-01@7. Hierarchies are fixed by it.'),
  index: z.int().min(0).describe('Log index: events after it are not part of the release.'),
  tier: z.enum(['public', 'controlled']),
  recipient: name,
  blinded: z.boolean().default(true).describe('Whether the recipient must not learn arms: none leave in any form.'),
  purpose: text(1_000),
  expires: z.iso.date().optional().describe('The day until which the recipient may keep the data.'),
  releaseKeyId: name.describe(
    'Names the key of the pseudonyms, one for each recipient; the key itself is nowhere in a release.',
  ),
  consent: z
    .enum(['data-sharing', 'recorded-elsewhere'])
    .default('data-sharing')
    .describe(
      'Whose rows leave: those whose consent on record covers sharing, or everybody, where consents lie elsewhere.',
    ),
  randomised: z.boolean().default(true).describe('Of a trial: columns or detail may be lost, never people.'),
  languages: z
    .array(Language)
    .min(1)
    .max(10)
    .default(['en'])
    .describe('Of labels; the first is the one that file formats with one label take.'),
  adherence: z
    .strictObject({ definitionId: name, version: z.int().min(1) })
    .optional()
    .describe('Whose intervals and verdicts leave; standard intervals if left out.'),
  tables: z
    .record(columnName, z.strictObject({ columns: z.record(columnName, ColumnRule) }))
    .describe('Rules of every column of every table that leaves; a table that is not named stays.'),
  features: z
    .array(Feature)
    .max(4)
    .optional()
    .describe(
      'Counted in k beside the quasi-identifiers; at least those that what leaves shows, which are the default.',
    ),
  hierarchies: z
    .record(
      name,
      z
        .array(z.array(z.string().max(200)).min(2).max(20))
        .min(1)
        .max(5_000),
    )
    .default({})
    .describe('By name: lines of value, coarser, coarser still. Beside those of the platform.'),
  time: TimeRule.default({ mode: 'study-week' }),
  missing: MissingReading.default('own-value'),
  model: z
    .strictObject({
      k: z.int().min(2).max(10_000).optional().describe('11 for a public release, 5 for controlled access.'),
      maxRisk: z
        .number()
        .positive()
        .max(1)
        .optional()
        .describe('Highest prosecutor risk of a person; 1 / k if left out.'),
      maxSuppressed: z
        .number()
        .min(0)
        .max(0.2)
        .default(0.05)
        .describe('Largest share of quasi-identifying cells that may be suppressed.'),
    })
    .prefault({}),
  smallCell: z.int().min(2).max(1_000).default(11),
  riskAssessment: name.optional().describe('Signed assessment, for controlled access below the usual k.'),
  assessedWith: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/, 'is no id of a release'))
    .min(1)
    .max(100)
    .optional()
    .describe(
      'Earlier releases to the recipient that the signed assessment speaks of; with any other, both together have to hold k.',
    ),
  formats: z.array(DatasetFormat).min(1).max(5).default(['csv']),
});
export type DatasetSpecification = z.infer<typeof DatasetSpecification>;
export type DatasetSpecificationInput = z.input<typeof DatasetSpecification>;
