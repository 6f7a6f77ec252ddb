import type { Catalogue } from '../../language/messages.ts';

/** Who said it, by the role they said it in. */
const EN = {
  participant: 'participant',
  caregiver: 'caregiver',
  clinician: 'clinician',
  supervisor: 'supervisor',
  coordinator: 'coordinator',
  researcher: 'researcher',
  'site-investigator': 'site investigator',
  'outcome-assessor': 'outcome assessor',
  'fidelity-rater': 'rater',
  analyst: 'analyst',
  'dmc-statistician': 'statistician of the committee',
  monitor: 'monitor',
  'privacy-officer': 'privacy officer',
  operator: 'operator',
  importer: 'import',
  process: 'the system',
  system: 'the system',
} as const;

type Role = keyof typeof EN;

const SV: Readonly<Record<Role, string>> = {
  participant: 'deltagaren',
  caregiver: 'närstående',
  clinician: 'behandlare',
  supervisor: 'handledare',
  coordinator: 'koordinator',
  researcher: 'forskare',
  'site-investigator': 'klinikansvarig',
  'outcome-assessor': 'bedömare',
  'fidelity-rater': 'skattare',
  analyst: 'analytiker',
  'dmc-statistician': 'kommitténs statistiker',
  monitor: 'monitor',
  'privacy-officer': 'dataskyddsombud',
  operator: 'driftansvarig',
  importer: 'import',
  process: 'systemet',
  system: 'systemet',
};

export const roleMessages: Catalogue<Role> = { en: EN, sv: SV };

export function isRole(role: string): role is Role {
  return role in EN;
}
