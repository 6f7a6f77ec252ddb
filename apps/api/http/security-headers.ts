import type { IncomingMessage, ServerResponse } from 'node:http';

type Next = () => void;

/** Pages load what this server serves and nothing else. Monaco, GraphiQL’s editor, writes styles into the page. */
const PAGES = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Express middleware: what every answer of this server tells a browser. */
export function securityHeaders(_request: IncomingMessage, response: ServerResponse, next: Next): void {
  response.setHeader('Content-Security-Policy', PAGES);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  response.setHeader('Cache-Control', 'no-store');
  next();
}
