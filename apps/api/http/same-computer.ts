import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopback } from '#platform';
import { refuseRequest } from './refusal.ts';

/**
 * Express middleware for demonstrations: only pages of this server may speak with it. A foreign `Host` is a name that
 * somebody made point here (DNS rebinding); a foreign `Origin` is somebody else’s page.
 */
export function onlyThisComputer(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const { host, origin } = request.headers;
  if (host === undefined || !isLoopback(nameOf(host))) {
    refuseRequest(response, 421, 'FOREIGN_HOST', 'This demonstration answers to localhost only.');
    return;
  }
  if (origin !== undefined && !isOrigin(origin, host)) {
    refuseRequest(response, 403, 'FOREIGN_ORIGIN', 'This demonstration answers to its own pages only.');
    return;
  }
  next();
}

/** `[::1]:3000` → `::1`; nothing for what is no host at all. */
function nameOf(host: string): string {
  const url = `http://${host}`;
  if (!/^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) || !URL.canParse(url)) return '';
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

function isOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host;
}
