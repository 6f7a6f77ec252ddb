/** Addresses of the staff's page; `:name` stands for one part. The server answers these and no others with the page. */
export const STAFF_ROUTES = ['/staff'] as const;
