import { z } from 'zod';
import type { AnalysisKind, StudyLife } from '#domain';
import { analysisKind } from '#domain';

/** Whether a reader may look at an analysis of outcomes, and why. */
export interface AnalysisGate {
  readonly open: boolean;
  readonly reason: 'not-yet-real' | 'no-protocol' | 'locked' | 'plan' | 'monitoring-committee' | 'closed-until-lock';
  /** Of the analysis plan in force; 0 while none is published. */
  readonly planVersion: number;
}

/** The part of an analysis plan that opens analyses before lock: a planned interim look. */
const interim = z.object({ interim: z.object({ open: z.array(analysisKind) }) });

/** Whom a gate is asked for. */
export interface AnalysisReader {
  /** Reads for the data monitoring committee, which is no part of the trial's team. */
  readonly committee: boolean;
}

/** What is known of the study. */
export interface AnalysisStanding {
  readonly life: StudyLife;
  readonly locked: boolean;
  readonly plan: unknown;
  readonly planVersion: number;
}

/**
 * Analyses of outcomes stay closed to the trial's own team until lock, unless the published analysis plan opens them: every
 * unplanned look at accumulating data raises the chance of a false finding (ICH E9, 4.5). Studies without a protocol document,
 * such as imported ones, drafts and dry runs have nothing to protect.
 */
export function gateOf(
  analysis: AnalysisKind,
  standing: AnalysisStanding,
  { committee }: AnalysisReader,
): AnalysisGate {
  const { planVersion } = standing;
  const opened = (reason: AnalysisGate['reason']): AnalysisGate => ({ open: true, reason, planVersion });
  if (standing.locked) return opened('locked');
  if (standing.life === 'undeclared') return opened('no-protocol');
  if (standing.life === 'draft' || standing.life === 'dry-run') return opened('not-yet-real');
  if (committee) return opened('monitoring-committee');
  const planned = interim.safeParse(standing.plan);
  if (planned.success && planned.data.interim.open.includes(analysis)) return opened('plan');
  return { open: false, reason: 'closed-until-lock', planVersion };
}
