import { at, type Draft, type Row, readDraft, rowsOf, wordOf } from './draft.ts';

export const ROLES = [
  ...(['SITE_INVESTIGATOR', 'CLINICIAN', 'SUPERVISOR', 'OUTCOME_ASSESSOR', 'FIDELITY_RATER', 'RESEARCHER'] as const),
  ...(['ANALYST', 'DMC_STATISTICIAN', 'MONITOR', 'PRIVACY_OFFICER', 'COORDINATOR'] as const),
];
export type Role = (typeof ROLES)[number];

/** A role at a site; null: in the whole study, or wherever. */
export interface Post {
  readonly role: Role;
  readonly siteId: string | null;
}

/** A post that somebody holds, or will. */
export interface HeldPost extends Post {
  readonly staffId: string;
}

/** An appointment or a removal, as the log has it. */
export interface PostEntry {
  readonly type: string;
  readonly standing: 'AS_RECORDED' | 'CORRECTED' | 'VOIDED';
  readonly data: unknown;
}

/**
 * Posts that are held or will be, in the order of the log. An appointment that was corrected does not count: what it should say is not
 * in it.
 * @param today `YYYY-MM-DD` on the study’s calendar
 */
export function heldPosts(entries: readonly PostEntry[], today: string): readonly HeldPost[] {
  const held = new Map<string, HeldPost>();
  for (const { type, standing, data } of entries) {
    const said = readDraft(data);
    const post = said === undefined || standing === 'VOIDED' ? undefined : postOf(said);
    if (said === undefined || post === undefined) continue;
    const key = JSON.stringify([post.staffId, post.role, post.siteId]);
    const over = said['to'] !== undefined && wordOf(said['to']) < today;
    if (type === 'StaffRemoved' || over || standing === 'CORRECTED') held.delete(key);
    else held.set(key, post);
  }
  return [...held.values()];
}

function postOf(said: Row): HeldPost | undefined {
  const role = ROLES.find((each) => each === wordOf(said['role']).toUpperCase().replaceAll('-', '_'));
  const [staffId, siteId] = [wordOf(said['staffId']), wordOf(said['siteId'])];
  return role === undefined || staffId === '' ? undefined : { staffId, role, siteId: siteId === '' ? null : siteId };
}

/**
 * Posts without which a study cannot be run as its document says: a coordinator, a clinician for every site, and an outcome assessor where
 * an observer is to measure.
 */
export function neededPosts(draft: Draft): readonly Post[] {
  const sites = rowsOf(draft, 'sites').map(({ siteId }) => wordOf(siteId));
  const observed = rowsOf(draft, 'schedule').some((row) => at(row, 'by') === 'observer');
  return [
    { role: 'COORDINATOR', siteId: null },
    ...[...new Set(sites)].filter((site) => site !== '').map((siteId): Post => ({ role: 'CLINICIAN', siteId })),
    ...(observed ? [{ role: 'OUTCOME_ASSESSOR', siteId: null } as const] : []),
  ];
}

/** Needed posts that nobody holds. Who holds a role in the whole study holds it at every site. */
export function vacantPosts(draft: Draft, held: readonly Post[]): readonly Post[] {
  return neededPosts(draft).filter(
    ({ role, siteId }) =>
      !held.some((post) => post.role === role && (siteId === null || post.siteId === null || post.siteId === siteId)),
  );
}
