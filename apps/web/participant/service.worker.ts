/** Files of the participant's page and their version; the build writes them here. */
export const FILES = '__PRECACHE__'.split('\n');
export const VERSION = '__VERSION__';
