import { z } from 'zod';
import { RECOVERY_DESIGNS, RECOVERY_ESTIMATORS, type RecoveryTally } from './recovery.study.ts';

/** How one estimator did on one design. */
export const recoveryLine = z.object({
  design: z.string(),
  title: z.string(),
  feedback: z.number(),
  promised: z.boolean(),
  estimator: z.string(),
  truth: z.number(),
  seeds: z.number().int(),
  refused: z.number().int(),
  mean: z.number(),
  bias: z.number(),
  /** Standard deviation of the estimates over seeds, and the mean of the standard errors that should say it. */
  spread: z.number(),
  standardError: z.number(),
  /** Per cent of 95 % intervals that hold the truth, of those that were given. */
  coverage: z.number(),
});
export type RecoveryLine = z.infer<typeof recoveryLine>;

/** What `recovery --json` writes. */
export const recoveryResult = z.object({ seeds: z.number().int(), lines: z.array(recoveryLine) });
export type RecoveryResult = z.infer<typeof recoveryResult>;

const rounded = (value: number, decimals = 4): number => Number(value.toFixed(decimals));

/** Bias and coverage from sums over seeds, in the order of designs and estimators; designs nothing could fit are left out. */
export function recoveryLines(tallies: readonly RecoveryTally[]): readonly RecoveryLine[] {
  return RECOVERY_DESIGNS.flatMap(({ id, title, feedback, truth, promised }) =>
    RECOVERY_ESTIMATORS.flatMap((estimator) => {
      const tally = tallies.find((each) => each.design === id && each.estimator === estimator.id);
      const fitted = tally === undefined ? 0 : tally.seeds - tally.refused;
      if (tally === undefined || fitted === 0) return [];
      const mean = tally.sum / fitted;
      return {
        ...{ design: id, title, feedback, promised, estimator: estimator.title, truth },
        ...{ seeds: tally.seeds, refused: tally.refused, mean: rounded(mean), bias: rounded(mean - truth) },
        spread: rounded(Math.sqrt(Math.max(0, tally.squares / fitted - mean * mean))),
        standardError: rounded(tally.errors / fitted),
        coverage: rounded((100 * tally.covered) / fitted, 1),
      };
    }),
  );
}

/** A table for people. */
export function recoveryReport(lines: readonly RecoveryLine[]): string {
  const width = Math.max(...lines.map(({ estimator }) => estimator.length));
  let design = '';
  return lines
    .flatMap((line) => {
      const heading = `${line.title}, feedback ${line.feedback}: planted ${line.truth}`;
      const head = line.design === design ? [] : ['', heading, columns(width)];
      design = line.design;
      return [...head, row(line, width)];
    })
    .join('\n')
    .trimStart();
}

const columns = (width: number): string => `  ${''.padEnd(width)}     mean     bias   spread  mean SE  covered`;

function row({ estimator, mean, bias, spread, standardError, coverage, refused }: RecoveryLine, width: number): string {
  const cells = [mean, bias, spread, standardError].map((value) => value.toFixed(3).padStart(9)).join('');
  return `  ${estimator.padEnd(width)}${cells}${`${coverage.toFixed(1)} %`.padStart(9)}${refused > 0 ? `  ${refused} refused` : ''}`;
}

/** What the study promises and does not keep, in words; empty when it keeps everything. */
export function brokenPromises(lines: readonly RecoveryLine[]): readonly string[] {
  const [primary, , comparator] = RECOVERY_ESTIMATORS;
  return lines.flatMap(({ promised, estimator, coverage, title, feedback }) => {
    if (!promised) return [];
    if (estimator === primary?.title && (coverage < 93 || coverage > 97))
      return [`${title}, feedback ${feedback}: the primary model covers ${coverage} %, not 93 to 97`];
    if (estimator === comparator?.title && feedback !== 0 && coverage > 80)
      return [`${title}, feedback ${feedback}: the comparator covers ${coverage} %, as if feedback did no harm`];
    return [];
  });
}
