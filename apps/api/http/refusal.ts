import type { ServerResponse } from 'node:http';

/** Answers a request that never reached GraphQL, in GraphQL’s form. */
export function refuseRequest(response: ServerResponse, status: number, code: string, message: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
