import type { Who } from './who.context.tsx';

export type Place = 'caseload' | 'review' | 'alerts' | 'cover' | 'study' | 'setup' | 'data' | 'operator';

interface Entry {
  readonly place: Place;
  readonly to:
    | '/staff/caseload'
    | '/staff/review'
    | '/staff/alerts'
    | '/staff/cover'
    | '/staff/study'
    | '/staff/setup'
    | '/staff/data'
    | '/staff/operator';
  readonly group: 'clinic' | 'research';
  /** Who has it in their navigation. */
  readonly permission: string;
}

const ENTRIES: readonly Entry[] = [
  { place: 'caseload', to: '/staff/caseload', group: 'clinic', permission: 'contact:read' },
  { place: 'review', to: '/staff/review', group: 'clinic', permission: 'assignment:write' },
  { place: 'alerts', to: '/staff/alerts', group: 'clinic', permission: 'alert:answer' },
  { place: 'cover', to: '/staff/cover', group: 'clinic', permission: 'staff:appoint' },
  { place: 'study', to: '/staff/study', group: 'research', permission: 'study:read' },
  { place: 'setup', to: '/staff/setup', group: 'research', permission: 'study:write' },
  { place: 'data', to: '/staff/data', group: 'research', permission: 'dataset:read' },
  { place: 'operator', to: '/staff/operator', group: 'research', permission: 'study:register' },
];

/** Clinicians treat; the board of the study is for those who run or study it. */
const BOARD_ROLES = [
  ...['coordinator', 'researcher', 'site-investigator', 'analyst', 'dmc-statistician', 'monitor', 'operator'],
  'privacy-officer',
];

/** The pages of somebody’s role. */
export function placesOf({ me, may }: Pick<Who, 'me' | 'may'>): readonly Entry[] {
  const board = me.roles.some((role) => BOARD_ROLES.includes(role));
  return ENTRIES.filter(({ permission, place }) => may(permission) && (place !== 'study' || board));
}
