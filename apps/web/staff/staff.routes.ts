/** Addresses of the staff's page; `:name` stands for one part. The server answers these and no others with the page. */
export const STAFF_ROUTES = [
  '/staff',
  '/staff/caseload',
  '/staff/review',
  '/staff/alerts',
  '/staff/cover',
  '/staff/people/:participantId',
  '/staff/people/:participantId/session',
  '/staff/people/:participantId/paper/:assignmentId',
  '/staff/people/:participantId/print/:assignmentId',
  '/staff/people/:participantId/summary',
  '/staff/study',
  '/staff/study/:panel',
] as const;
