import { describe, expect, it } from '@jest/globals';
import { type AnalysisStanding, gateOf } from './analysis.gate.ts';

const live: AnalysisStanding = { life: 'live', locked: false, plan: null, planVersion: 0 };
const team = { committee: false };

describe('the gate of analyses', () => {
  it('is closed to the team of a live trial until lock', () => {
    expect(gateOf('outcomes', live, team)).toEqual({ open: false, reason: 'closed-until-lock', planVersion: 0 });
    expect(gateOf('outcomes', { ...live, life: 'closed' }, team).open).toBe(false);
    expect(gateOf('outcomes', { ...live, locked: true }, team).reason).toBe('locked');
  });

  it('is opened by the plan for what the plan names, and by nothing that only looks like one', () => {
    const planned = { ...live, plan: { interim: { open: ['association'] } }, planVersion: 2 };
    expect(gateOf('association', planned, team)).toEqual({ open: true, reason: 'plan', planVersion: 2 });
    expect(gateOf('outcomes', planned, team).open).toBe(false);
    for (const plan of [
      { interim: true },
      { interim: { open: 'association' } },
      { interim: { open: ['all'] } },
      'open',
    ])
      expect(gateOf('association', { ...live, plan }, team).open).toBe(false);
  });

  it('does not hold for the monitoring committee, made-up data and studies without a protocol', () => {
    expect(gateOf('outcomes', live, { committee: true }).reason).toBe('monitoring-committee');
    expect(gateOf('outcomes', { ...live, life: 'dry-run' }, team).reason).toBe('not-yet-real');
    expect(gateOf('outcomes', { ...live, life: 'undeclared' }, team).reason).toBe('no-protocol');
  });
});
