import type { Comparison, Explanation, Verdict } from '#adherence';
import type { AdherenceVerdict } from '#read-models';
import type { ExplanationLineModel, PersonComparisonModel } from './adherence-report.model.ts';

/** Three-valued answers as the read models call them. */
export function verdictOf(met: Verdict | null): AdherenceVerdict | null {
  if (met === null || met === 'unknown') return met;
  return met ? 'adherent' : 'non-adherent';
}

export function explanationLines({ lines }: Explanation): ExplanationLineModel[] {
  return lines.map((line) => ({ ...line, met: verdictOf(line.met) }));
}

export function personComparison({ participantId, a, b, deciding, text }: Comparison): PersonComparisonModel {
  return {
    participantId,
    verdictA: verdictOf(a.adherent),
    verdictB: verdictOf(b.adherent),
    valueA: a.value,
    valueB: b.value,
    deciding: deciding.map((clause) => ({ ...clause, met: verdictOf(clause.met) })),
    text,
  };
}
