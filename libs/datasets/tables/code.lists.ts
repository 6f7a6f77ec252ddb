/** Codes that several tables share, as the events know them. */
export const INFORMANTS = ['client', 'caregiver', 'partner', 'therapist', 'observer', 'device', 'record'] as const;
export const PERFORMERS = ['client', 'partner', 'caregiver'] as const;
export const PHASES = ['assessment', 'early', 'middle', 'late', 'follow-up'] as const;
export const CHANGES = ['improved', 'unchanged', 'deteriorated'] as const;
export const LEAVING_REASONS = [
  'completed-early',
  'no-longer-interested',
  'no-time',
  'symptoms-improved',
  'symptoms-worsened',
  'moved',
  'lost-to-follow-up',
  'adverse-event',
  'withdrew-consent',
  'clinician-decision',
  'other',
] as const;
export const WHY_NO_HOMEWORK = [
  'no-time',
  'crisis',
  'client-declined',
  'not-indicated',
  'forgotten',
  'treatment-ending',
  'other',
] as const;
