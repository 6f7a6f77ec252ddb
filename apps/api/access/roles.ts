import type { StaffRole } from '#read-models';
import type { Permission } from './permission.ts';

/** Roles in a study, and what accounts are by their kind. */
export type Role = StaffRole | 'participant' | 'caregiver' | 'operator';

/**
 * How far a permission of a role goes. `place`: where the role is held, a site or the whole study. `study`: only where it
 * is held in the whole study. `caseload`: participants one treats or looks after meanwhile. `supervised`: those of the
 * clinicians one supervises. `sample`: what one is to rate. `own`: one’s own record. `shared`: what a participant shares
 * with one. `server`: everything there is.
 */
export const EXTENTS = ['server', 'place', 'study', 'caseload', 'supervised', 'sample', 'own', 'shared'] as const;
export type Extent = (typeof EXTENTS)[number];

/** A role as data: the only place where it is said what a role may do. */
export interface RoleRights {
  readonly about: string;
  readonly may: Readonly<Partial<Record<Extent, readonly Permission[]>>>;
}

/** Keeps lists of permissions as precise as they are written. */
const all = (...lists: readonly (readonly Permission[])[]): readonly Permission[] => lists.flat();

const PLAN = ['study:read', 'template:read'] as const;
const CONDUCT = ['participant:read', 'identity:read', 'safety:read'] as const;
const WORK = [
  'assignment:read',
  'attempt:read',
  'contact:read',
  'session:read',
  'rating:read',
  'adherence:read',
] as const;
const LENGTHS = ['content:length'] as const;
const TEXTS = ['content:length', 'content:open'] as const;
const RECORD = [...CONDUCT, ...WORK, 'measure:read', 'therapist:read', 'history:read'] as const;

export const ROLES: Readonly<Record<Role, RoleRights>> = {
  coordinator: {
    about: 'Runs the trial: plans it, appoints its people, enrols, and answers for its data. Knows the arms.',
    may: {
      place: all(
        [
          ...PLAN,
          ...RECORD,
          ...LENGTHS,
          'query:read',
          'query:write',
          'record:freeze',
          'arm:read',
          'allocation:read',
          'staff:read',
          'conduct:open',
        ],
        [
          'concern:raise',
          'occurrence:void',
          'alert:answer',
          'participant:write',
          'consent:write',
          'safety:write',
          'therapist:write',
          'session:write',
          'measure:write',
        ],
        [
          'measure:schedule',
          'allocation:assign',
          'arm:unblind',
          'entry:correct',
          'record:sign',
          'sign-in:write',
          'access-log:read',
          'graphql:explore',
        ],
      ),
      study: [
        ...['study:write', 'staff:appoint', 'allocation:write', 'adherence:publish', 'template:write'],
        ...['dataset:read', 'dataset:request', 'dataset:approve'],
      ] as const,
    },
  },
  researcher: {
    about:
      'Studies homework and outcomes, blind to the arms; reads texts only where their writer meant them for research and consent says so.',
    may: {
      place: all(
        [...PLAN, ...WORK, ...LENGTHS, 'content:consented'],
        ['participant:read', 'safety:read', 'measure:read', 'therapist:read', 'concern:raise', 'graphql:explore'],
      ),
      study: ['adherence:publish', 'template:write', 'dataset:read', 'dataset:request'],
    },
  },
  'site-investigator': {
    about: 'Answers for the participants of a site, blind to the arms unless one is disclosed.',
    may: {
      place: all(
        [...PLAN, ...RECORD, ...LENGTHS, 'query:read', 'query:write', 'allocation:read', 'staff:read', 'conduct:open'],
        [
          'concern:raise',
          'occurrence:void',
          'alert:answer',
          'vault:read',
          'vault:write',
          'participant:write',
          'consent:write',
          'safety:write',
          'session:write',
          'measure:write',
          'measure:schedule',
        ],
        ['allocation:assign', 'arm:unblind', 'entry:correct', 'record:sign', 'sign-in:write'],
      ),
    },
  },
  clinician: {
    about: 'Treats the participants of their own caseload, and reads what those share with their therapist.',
    may: {
      place: PLAN,
      caseload: all(
        [...RECORD, ...TEXTS, 'arm:read', 'conduct:open', 'safety:write', 'entry:correct', 'sign-in:write'],
        ['concern:raise', 'occurrence:void', 'alert:answer'],
        ['assignment:write', 'attempt:write', 'work:write', 'session:write', 'rating:write', 'measure:write'],
      ),
    },
  },
  supervisor: {
    about: 'Supervises named clinicians, and reads the work of their participants.',
    may: {
      place: [...PLAN, 'supervision:write'],
      supervised: all(
        [...CONDUCT, ...WORK, ...TEXTS, 'measure:read', 'therapist:read', 'arm:read', 'conduct:open'],
        ['rating:write', 'concern:raise', 'alert:answer'],
      ),
    },
  },
  'outcome-assessor': {
    about: 'Takes outcome measures, blind: sees no homework, no session, no therapist, no app and no arm.',
    may: {
      place: ['study:read', 'participant:read', 'identity:read', 'measure:read', 'measure:write', 'concern:raise'],
    },
  },
  'fidelity-rater': {
    about: 'Rates a sample of sessions and homework, blind to the ratings of others.',
    may: {
      place: ['study:read'],
      sample: ['assignment:read', 'session:read', 'rating:write', 'concern:raise', ...TEXTS],
    },
  },
  analyst: {
    about: 'Analyses records without texts, therapists, calendars or arms.',
    may: {
      place: [
        ...PLAN,
        ...WORK,
        ...LENGTHS,
        'participant:read',
        'safety:read',
        'measure:read',
        'concern:raise',
        'graphql:explore',
      ],
      study: ['dataset:read', 'dataset:request'],
    },
  },
  'dmc-statistician': {
    about: 'Analyses records by arm for the data monitoring committee.',
    may: {
      place: [
        ...PLAN,
        ...WORK,
        ...LENGTHS,
        'participant:read',
        'safety:read',
        'measure:read',
        'arm:read',
        'concern:raise',
        'graphql:explore',
      ],
    },
  },
  monitor: {
    about: 'Compares the record with its sources and with the protocol, blind to the arms.',
    may: {
      place: [
        ...PLAN,
        ...RECORD,
        ...LENGTHS,
        'query:read',
        'query:write',
        'concern:raise',
        'allocation:read',
        'staff:read',
        'conduct:open',
        'access-log:read',
        'graphql:explore',
      ],
    },
  },
  'privacy-officer': {
    about: 'Decides about requests for erasure, and looks at who read what.',
    may: {
      place: all(
        ['study:read', 'staff:read', 'participant:read', 'identity:read', 'allocation:read', 'history:read'],
        [...LENGTHS, 'conduct:open', 'consent:write', 'participant:erase', 'access-log:read'],
      ),
      study: ['dataset:read', 'dataset:approve'],
    },
  },
  participant: {
    about: 'Has their own record, and says who else may read their work.',
    may: {
      own: all(
        ['study:read', 'participant:read', 'identity:read', 'assignment:read', 'attempt:read', 'session:read'],
        ['contact:read', 'measure:read', 'adherence:read', 'own-access:read', ...TEXTS],
        ['attempt:write', 'work:write', 'sharing:write', 'measure:write', 'rating:write', 'consent:write'],
        ['device:write'],
      ),
    },
  },
  caregiver: {
    about: 'Sees the homework that a participant shares with them, and nothing else of the record.',
    may: { shared: ['study:read', 'assignment:read', 'attempt:read', 'concern:raise', ...TEXTS] },
  },
  operator: {
    about: 'Runs the server: registers studies and appoints their first people; sees no participant.',
    may: { server: ['study:read', 'study:register', 'staff:read', 'staff:appoint'] },
  },
};

/** Roles that hold a permission, however far it goes. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return (Object.keys(ROLES) as Role[]).filter((role) =>
    Object.values(ROLES[role].may).some((permissions) => permissions.includes(permission)),
  );
}
