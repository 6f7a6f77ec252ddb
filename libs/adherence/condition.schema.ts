import { z } from 'zod';
import { Name } from './quantity.schema.ts';

const threshold = z.number().min(-1e9).max(1e9);
const named = {
  name: z.string().min(1).max(80).optional().describe('What people call this clause: "retention".'),
};
const leaf = {
  ...named,
  quantity: Name,
  unit: z.string().min(1).max(80).optional().describe('Unit of the threshold; must be the unit of the quantity.'),
};

const Leaves = [
  z.strictObject({ kind: z.literal('at-least'), threshold, ...leaf }),
  z.strictObject({ kind: z.literal('at-most'), threshold, ...leaf }),
  z.strictObject({ kind: z.literal('more-than'), threshold, ...leaf }),
  z.strictObject({ kind: z.literal('less-than'), threshold, ...leaf }),
  z.strictObject({ kind: z.literal('between'), low: threshold, high: threshold, ...leaf }),
] as const;

const nested: z.ZodType<ConditionDefinition, ConditionDefinition> = z.lazy(() => ConditionDefinition);
const conditions = z.array(nested).min(1).max(50);

const All = z.strictObject({ kind: z.literal('all'), ...named, conditions });
const Any = z.strictObject({ kind: z.literal('any'), ...named, conditions });
const AtLeastOf = z.strictObject({
  kind: z.literal('at-least-of'),
  ...named,
  count: z.int().min(1).max(50),
  conditions,
});
const Not = z.strictObject({ kind: z.literal('not'), ...named, condition: nested });

/** A tree of comparisons. Unknowns are carried by Kleene's three-valued logic. */
export const ConditionDefinition = z
  .discriminatedUnion('kind', [...Leaves, All, Any, AtLeastOf, Not])
  .meta({ id: 'Condition' });

export type LeafDefinition = z.infer<(typeof Leaves)[number]>;

// TypeScript cannot infer a type from a schema that contains itself; `nested` makes the compiler hold the two equal.
interface Group {
  name?: string | undefined;
  conditions: ConditionDefinition[];
}
export type ConditionDefinition =
  | LeafDefinition
  | ({ kind: 'all' } & Group)
  | ({ kind: 'any' } & Group)
  | ({ kind: 'at-least-of'; count: number } & Group)
  | { kind: 'not'; name?: string | undefined; condition: ConditionDefinition };
