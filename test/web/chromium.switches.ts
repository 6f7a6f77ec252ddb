/** A browser that calls nobody by itself. */
export const CHROMIUM_SWITCHES: string[] = [
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
