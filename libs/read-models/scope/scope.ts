/**
 * What kinds of rows there are, as far as rights go: a right of reading names some of them. `identity`, `arm` and
 * `therapist` also cover columns that stand in tables of other subjects.
 */
export const READ_SUBJECTS = [
  'study',
  'staff',
  'participant',
  'identity',
  'arm',
  'allocation',
  'safety',
  'therapist',
  'assignment',
  'attempt',
  'contact',
  'session',
  'rating',
  'measure',
  'adherence',
  'history',
  'query',
  'template',
  /** Not rows, but the words in them: of the homework, of it where consent was given, of the trial’s conduct. */
  ...(['content', 'consented', 'conduct'] as const),
] as const;
export type ReadSubject = (typeof READ_SUBJECTS)[number];

/** How far a right goes. */
export type Reach =
  | { readonly kind: 'server' }
  | { readonly kind: 'study'; readonly studyId: string }
  | { readonly kind: 'site'; readonly studyId: string; readonly siteId: string }
  /** A caseload, or one’s own record. */
  | { readonly kind: 'people'; readonly studyId: string; readonly participantIds: readonly string[] }
  /** A sample to be rated, or what was shared. */
  | { readonly kind: 'records'; readonly studyId: string; readonly records: Records };

/** Single records, by kind. */
export interface Records {
  readonly assignmentIds: readonly string[];
  readonly sessionIds: readonly string[];
  /** `assignment/attempt`, where one attempt and not the homework as a whole is meant. */
  readonly attempts: readonly string[];
}

/** Rows of these subjects, as far as the reach goes. */
export interface ReadRight {
  readonly subjects: ReadonlySet<ReadSubject>;
  readonly reach: Reach;
}

/**
 * Which rows and columns a reader may see. Every snapshot has one, and every statement asked of the snapshot sees nothing
 * beyond it: lists, counts, filters, orders, single rows, history and past moments alike.
 */
export type Scope =
  { readonly kind: 'everything' } | { readonly kind: 'granted'; readonly rights: readonly ReadRight[] };

/** Of what answers nobody: imports, rebuilds, the operator’s commands, and principals that may do everything. */
export const EVERYTHING: Scope = { kind: 'everything' };

/** Of a caller without any right. */
export const NOTHING: Scope = { kind: 'granted', rights: [] };
