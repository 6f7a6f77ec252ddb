/** Addresses of the participant's page; `:name` stands for one part. The server answers these and no others with the page. */
export const PARTICIPANT_ROUTES = [
  '/',
  '/task/:task',
  '/task/:task/do',
  '/task/:task/not-now',
  '/task/:task/ask',
  '/saved',
  '/week',
  '/journal',
  '/journal/write',
  '/propose',
  '/unsent',
  '/settings',
  '/settings/calendar',
  '/settings/reminders',
  '/settings/sharing',
  '/settings/looks',
  '/settings/leave',
  '/settings/wipe',
] as const;

export const taskAddress = (task: string, step: '' | '/do' | '/not-now' | '/ask' = ''): string =>
  `/task/${encodeURIComponent(task)}${step}`;
