/** What a caller may be allowed to do. Resolvers name one each; roles are sets of them. */
export const PERMISSIONS = [
  'study:read',
  'study:write',
  'participant:read',
  'participant:write',
  'participant:erase',
  'assignment:read',
  'assignment:write',
  'attempt:read',
  'attempt:write',
  'session:read',
  'session:write',
  'rating:read',
  'rating:write',
  'measure:read',
  'measure:write',
  'adherence:read',
  'adherence:publish',
  'history:read',
  'entry:correct',
  'record:sign',
  'content:length',
  'content:open',
] as const;

export type Permission = (typeof PERMISSIONS)[number];
