import { z } from 'zod';

/** Names of columns, hierarchies, keys and recipients. */
export const name = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.@/ -]*$/, 'holds other characters than letters, digits and _ . @ / -');

const level = z.int().min(0).max(60);

/** Says who somebody is: never leaves. */
export const IdentifierRule = z.strictObject({ role: z.literal('identifier') });

/** Not needed by the recipient, or not allowed to them. */
export const DropRule = z.strictObject({ role: z.literal('drop'), reason: z.string().min(1).max(400) });

/** A random internal id: becomes a pseudonym of this release. */
export const PseudonymRule = z.strictObject({
  role: z.literal('pseudonym'),
  unit: z.enum(['participant', 'therapist']),
});

/** May be known to somebody outside: counted in k, made coarser by a hierarchy that the protocol version fixes. */
export const QuasiRule = z.strictObject({
  role: z.literal('quasi'),
  hierarchy: name.optional().describe('Left out: the values as they are, level 0.'),
  level: level.default(0).describe('0 for the values themselves.'),
  cost: z.number().positive().max(1_000).default(1).describe('Of suppressing a cell: cheaper columns give way first.'),
});

const LDiversityRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('distinct'), min: z.int().min(1).max(1_000) }),
  z.strictObject({ kind: z.literal('entropy'), min: z.number().min(1).max(1_000) }),
  z.strictObject({ kind: z.literal('recursive'), c: z.number().positive(), l: z.int().min(1).max(1_000) }),
]);
export type LDiversityRule = z.infer<typeof LDiversityRule>;

/** Must not be learnt about a person. */
export const SensitiveRule = z.strictObject({
  role: z.literal('sensitive'),
  l: LDiversityRule.optional(),
  t: z.number().min(0).max(1).optional(),
  distance: z.enum(['equal', 'ordered', 'hierarchical']).default('equal'),
  hierarchy: name.optional().describe('For the hierarchical distance.'),
  missing: z.enum(['own-value', 'left-out']).default('own-value'),
});

/** A date or moment: made coarser by the release's `time`. Counted in k where `quasi` says so. */
export const TimeColumnRule = z.strictObject({ role: z.literal('time'), quasi: z.boolean().default(false) });

/** A length in days between two moments: leaves as a band. */
export const IntervalRule = z.strictObject({
  role: z.literal('interval'),
  bounds: z.array(z.int().min(0).max(36_500)).min(1).max(50).optional(),
});

/** Text, drawing or sound: what is derived from it leaves, never the content. */
export const FreeTextRule = z.strictObject({ role: z.literal('freetext'), export: z.enum(['length', 'completed']) });

/** Neither known outside nor telling anything private. */
export const OpenRule = z.strictObject({ role: z.literal('open') });

/** What happens to a column. One that has no rule refuses the export. */
export const ColumnRule = z.discriminatedUnion('role', [
  IdentifierRule,
  DropRule,
  PseudonymRule,
  QuasiRule,
  SensitiveRule,
  TimeColumnRule,
  IntervalRule,
  FreeTextRule,
  OpenRule,
]);
export type ColumnRule = z.infer<typeof ColumnRule>;

type Rule = z.input<typeof ColumnRule>;
type RuleOf<Role extends Rule['role']> = Extract<Rule, { role: Role }>;

/** Content that is sealed or structured: it may be dropped or measured, no other rule is for it. */
type Withheld = RuleOf<'identifier' | 'drop' | 'freetext'>;
type Plain = RuleOf<'identifier' | 'drop' | 'quasi' | 'sensitive' | 'open'>;

/** The rules that fit a value: numbers may be intervals, strings also pseudonyms, moments or free text. */
export type RuleFor<Value> = [NonNullable<Value>] extends [boolean]
  ? Plain
  : [NonNullable<Value>] extends [number]
    ? Plain | RuleOf<'interval'>
    : [NonNullable<Value>] extends [string]
      ? Plain | RuleOf<'pseudonym' | 'time' | 'freetext'>
      : Withheld;

/**
 * Rules for every field of a row: `const rules = { … } satisfies RulesFor<ParticipantRow>` does not compile while one is
 * missing, nor once the row gains a column.
 */
export type RulesFor<Row> = { readonly [Name in keyof Row]-?: RuleFor<Row[Name]> };
