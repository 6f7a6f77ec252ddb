import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '#platform';
import { cookiesOf } from '../sign-in/session-cookie.ts';
import { refuseRequest } from './refusal.ts';

type Next = () => void;

/**
 * Express middleware: what comes with a cookie, and whatever signs in or out, must come from a page of this server. Other
 * sites can make a browser send cookies, but not say that they are us.
 */
export function onlyOwnPages({ publicUrl }: Pick<Config, 'publicUrl'>) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    if (isNavigation(request) || mayPass(request, publicUrl)) return next();
    refuseRequest(response, 403, 'FOREIGN_ORIGIN', 'Requests with a cookie are taken from pages of this server only.');
  };
}

/** A link or an address that was typed, which shows a page and does nothing else. */
function isNavigation({ method, headers, originalUrl }: IncomingMessage & { readonly originalUrl?: string }): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && headers.origin === undefined && (originalUrl ?? '').startsWith('/sign-in');
}

function mayPass(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { 'sec-fetch-site': site, origin } = request.headers;
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false;
  if (origin !== undefined && !isOwn(origin, request.headers.host, publicUrl)) return false;
  const told = site !== undefined || origin !== undefined;
  return told || cookiesOf(request).size === 0;
}

function isOwn(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return origin === publicUrl;
  return URL.canParse(origin) && new URL(origin).host === host;
}
