/** Addresses of the participant's page; `:name` stands for one part. The server answers these and no others with the page. */
export const PARTICIPANT_ROUTES = ['/'] as const;
