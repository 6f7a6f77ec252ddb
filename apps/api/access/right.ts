import { EVERYTHING, type Reach, READ_SUBJECTS, type ReadSubject, type Scope } from '#read-models';
import type { KeyLimits } from './caller.ts';
import { type Permission, PERMISSIONS } from './permission.ts';
import type { Role } from './roles.ts';

/** What a caller may do, how far, and as whom. */
export interface Right {
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
}

/** Rights without any bound: of the demonstration on one’s own computer, and of specs. */
export const UNBOUNDED = 'unbounded';
export type Rights = readonly Right[] | typeof UNBOUNDED;

/** What everybody may do who is known: look after the account they signed in with. */
const EVERYBODY: readonly Permission[] = ['account:read', 'account:write'];

export function permissionsOf(rights: Rights): ReadonlySet<Permission> {
  if (rights === UNBOUNDED) return new Set(PERMISSIONS);
  return new Set([...EVERYBODY, ...rights.flatMap(({ permissions }) => [...permissions])]);
}

/** The rows and columns that rights let their holder read. */
export function scopeOf(rights: Rights): Scope {
  if (rights === UNBOUNDED) return EVERYTHING;
  return {
    kind: 'granted',
    rights: rights.map(({ permissions, reach }) => ({ reach, subjects: subjectsOf(permissions) })),
  };
}

function subjectsOf(permissions: ReadonlySet<Permission>): ReadonlySet<ReadSubject> {
  return new Set(READ_SUBJECTS.filter((subject) => permissions.has(READING[subject])));
}

/** The permission that lets its holder read rows, columns or words of a subject. */
const READING: Readonly<Record<ReadSubject, Permission>> = {
  study: 'study:read',
  staff: 'staff:read',
  participant: 'participant:read',
  identity: 'identity:read',
  arm: 'arm:read',
  allocation: 'allocation:read',
  safety: 'safety:read',
  therapist: 'therapist:read',
  assignment: 'assignment:read',
  attempt: 'attempt:read',
  contact: 'contact:read',
  session: 'session:read',
  rating: 'rating:read',
  measure: 'measure:read',
  adherence: 'adherence:read',
  history: 'history:read',
  query: 'query:read',
  template: 'template:read',
  content: 'content:open',
  consented: 'content:consented',
  conduct: 'conduct:open',
};

/** What an API key leaves of rights. */
export function limited(rights: readonly Right[], { readOnly, studies, permissions }: KeyLimits): readonly Right[] {
  const kept = (permission: Permission): boolean =>
    (!readOnly || isReading(permission)) && (permissions === undefined || permissions.includes(permission));
  const reached = rights.filter(
    ({ reach }) => studies === undefined || (reach.kind !== 'server' && studies.includes(reach.studyId)),
  );
  return reached
    .map((right) => ({ ...right, permissions: new Set([...right.permissions].filter(kept)) }))
    .filter(({ permissions: left }) => left.size > 0);
}

function isReading(permission: Permission): boolean {
  return /:(read|length|open|consented)$/.test(permission);
}
