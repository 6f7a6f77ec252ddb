import type { ProtocolDocument } from './protocol.schema.ts';

/** Test support: a small protocol that can be run. */
export const EXAMPLE_PROTOCOL: ProtocolDocument = {
  format: 1,
  title: 'Homework by telephone',
  design: {
    kind: 'parallel',
    framework: 'superiority',
    blinded: ['outcome-assessor', 'analyst'],
    plannedParticipants: 100,
  },
  arms: [
    {
      arm: 'telephone',
      title: 'CBT with telephone support',
      kind: 'experimental',
      platform: { reminders: true, recommendations: true, outcomeFeedback: true },
    },
    {
      arm: 'usual',
      title: 'CBT as usual',
      kind: 'active-comparator',
      platform: { reminders: false, recommendations: false, outcomeFeedback: false },
    },
  ],
  sites: [{ siteId: 'north', languages: ['sv', 'fi'] }],
  eligibility: {
    inclusion: [{ code: 'adult', text: 'Aged 18 or older' }],
    exclusion: [{ code: 'psychosis', text: 'Psychotic disorder' }],
  },
  instruments: [{ instrumentId: 'phq-9', version: 1 }],
  schedule: [
    {
      occasion: 'baseline',
      instrument: { instrumentId: 'phq-9', version: 1 },
      anchor: 'enrolment',
      afterDays: 0,
      window: { before: 7, after: 0 },
      by: 'client',
    },
    {
      occasion: 'week-12',
      instrument: { instrumentId: 'phq-9', version: 1 },
      anchor: 'enrolment',
      afterDays: 84,
      window: { before: 7, after: 14 },
      by: 'client',
    },
  ],
  retired: [],
  homework: [
    { session: 1, template: { templateId: 'thought-record', version: 1 }, dose: { amount: 3, unit: 'records' } },
  ],
  checks: [],
  adherenceDefinitions: [{ definitionId: 'completed-half', version: 1 }],
  analysis: {
    primary: { instrumentId: 'phq-9', occasion: 'week-12' },
    model: 'Mixed model for repeated measures',
    populations: ['intention-to-treat', 'per-protocol'],
  },
  consents: [
    { version: '1.0', language: 'sv', from: '2026-01-01' },
    { version: '1.0', language: 'fi', siteId: 'north', from: '2026-01-01' },
  ],
};
