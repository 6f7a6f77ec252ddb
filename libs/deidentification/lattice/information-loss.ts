import { z } from 'zod';
import type { Column } from '../table/column.ts';
import type { FittedHierarchy } from '../hierarchy/hierarchy.ts';

/**
 * What generalising a cell costs, between 0 and 1; a suppressed record costs 1 in every cell, a missing value nothing.
 * `loss`: (values that the form stands for − 1) / (values of the hierarchy − 1), the general loss metric of Iyengar
 * (KDD 2002). `precision`: level / height, one minus the precision of Sweeney (2002). The table costs the weighted mean.
 */
export const LossMeasure = z.enum(['loss', 'precision']);
export type LossMeasure = z.infer<typeof LossMeasure>;

/** Costs of one column. */
export interface ColumnLoss {
  /** For each level and each code of that level. */
  readonly cells: readonly Float64Array[];
  /** For each level, the mean over all rows. Never falls from one level to the next. */
  readonly means: Float64Array;
}

/** The costs of a column at every level of its hierarchy. */
export function columnLoss({ codes }: Column, fitted: FittedHierarchy, measure: LossMeasure): ColumnLoss {
  const { maps, values, leaves, domain, height } = fitted;
  const cells = values.map((forms, level) =>
    Float64Array.from(forms, (_, code) => {
      if (measure === 'precision') return height === 0 ? 0 : level / height;
      return domain < 2 ? 0 : ((leaves[level]?.[code] ?? 1) - 1) / (domain - 1);
    }),
  );
  const counts = new Float64Array(maps[0]?.length ?? 0);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  const means = Float64Array.from(cells, (costs, level) => {
    let sum = 0;
    counts.forEach((count, code) => {
      sum += count * (costs[maps[level]?.[code] ?? 0] ?? 0);
    });
    return codes.length === 0 ? 0 : sum / codes.length;
  });
  return { cells, means };
}
