import type { ComplexityEstimatorArgs } from '@nestjs/graphql';
import { LIMITS } from './limits.ts';

/** Cost of a page: its rows as many times as it may have, by `first` or `last`, whatever is sent for them. */
export function pageComplexity({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const asked = [args['first'], args['last']].find((size): size is number => typeof size === 'number');
  const rows = Math.min(Math.max(asked ?? LIMITS.page.usual, 1), LIMITS.page.largest);
  return 1 + rows * childComplexity;
}
