import { z } from 'zod';
import { MissingReading } from '../risk/missing-values.ts';
import { TimeRule } from '../time/time.coarsening.ts';
import { ColumnRule, name } from './column.rules.ts';

/** Raised with every change of meaning. A program reads the versions up to its own. */
export const RELEASE_FORMAT = 'intersession.release/1';

/** k that applies where a release says nothing. */
export const DEFAULT_K = { public: 11, controlled: 5 } as const;

const PrivacyModel = z.strictObject({
  k: z.int().min(2).max(10_000).optional().describe('11 for a public release, 5 for controlled access.'),
  maxRisk: z.number().positive().max(1).optional().describe('Highest prosecutor risk of a record; 1 / k if left out.'),
  maxSuppressed: z
    .number()
    .min(0)
    .max(0.2)
    .default(0.05)
    .describe('Largest share of quasi-identifying cells that may be suppressed. Records are never left out.'),
});

/** What somebody gets, and what may be known from it. Everything an export follows from, with the log up to `index`. */
export const ReleaseSpecification = z
  .strictObject({
    $schema: z.string().max(400).optional().describe('For editors; not read.'),
    format: z.literal(RELEASE_FORMAT),
    protocol: name.describe('Protocol and version, such as HW-01@7. Hierarchies are fixed by it.'),
    index: z.int().min(0).describe('Log index: events after it are not part of the release.'),
    tier: z.enum(['public', 'controlled']),
    recipient: name,
    purpose: z.string().min(1).max(2_000),
    unit: z.literal('participant').describe('One row of the assessed table is one of these.'),
    releaseKeyId: name.describe('Names the key of the pseudonyms; the key itself is nowhere in a release.'),
    randomised: z.boolean().default(true).describe('Of a trial: columns or detail may be lost, never people.'),
    columns: z.record(name, ColumnRule),
    time: TimeRule.default({ mode: 'study-week' }),
    missing: MissingReading.default('own-value'),
    model: PrivacyModel.prefault({}),
    smallCell: z.int().min(2).max(1_000).default(11),
    riskAssessment: name.optional().describe('Signed assessment, for controlled access below the usual k.'),
    formats: z
      .array(z.enum(['csv', 'sav', 'parquet', 'psych-ds', 'odm', 'dataset-json']))
      .min(1)
      .max(6),
  })
  .superRefine((release, context) => {
    const k = release.model.k ?? DEFAULT_K[release.tier];
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (k < DEFAULT_K[release.tier] && (release.tier === 'public' || release.riskAssessment === undefined))
      refuse(
        ['model', 'k'],
        release.tier === 'public'
          ? `is ${k}; a public release takes ${DEFAULT_K.public}. Where that cannot be reached, give controlled access`
          : `is ${k}; below ${DEFAULT_K.controlled} a signed riskAssessment is needed`,
      );
    if (new Set(release.formats).size !== release.formats.length) refuse(['formats'], 'name one twice');
    const entries = Object.entries(release.columns);
    if (entries.length === 0 || entries.length > 2_000)
      refuse(['columns'], `are ${entries.length}; 1 to 2000 are read`);
    for (const [column, rule] of entries) {
      if (rule.role === 'quasi' && rule.level > 0 && rule.hierarchy === undefined)
        refuse(['columns', column, 'hierarchy'], 'is missing, and the level is not 0');
      if (rule.role === 'sensitive' && rule.distance === 'hierarchical' && rule.hierarchy === undefined)
        refuse(['columns', column, 'hierarchy'], 'is missing for the hierarchical distance');
    }
  })
  .meta({ id: 'Release', title: 'A de-identified release' });
export type ReleaseSpecification = z.infer<typeof ReleaseSpecification>;
export type ReleaseSpecificationInput = z.input<typeof ReleaseSpecification>;

/** The k of a release: its own, or that of its tier. */
export function kOf({ model, tier }: ReleaseSpecification): number {
  return model.k ?? DEFAULT_K[tier];
}

/** JSON Schema of a release specification, for editors. What no JSON Schema can say is checked by `parseRelease`. */
export function releaseJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(ReleaseSpecification, { io: 'input' });
}
