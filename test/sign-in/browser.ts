import type { Server } from 'node:http';
import request, { type Response, type Test } from 'supertest';

/** Keeps cookies as a browser does, and says where its requests come from. */
export class Browser {
  readonly cookies = new Map<string, string>();

  /** @param address forwarded as that of the caller */
  constructor(
    readonly server: Server,
    readonly headers: Readonly<Record<string, string>> = { 'Sec-Fetch-Site': 'same-origin', Host: 'localhost' },
  ) {}

  async post(path: string, body: object = {}): Promise<Response> {
    return this.#send(request(this.server).post(path).send(body));
  }

  async get(path: string): Promise<Response> {
    return this.#send(request(this.server).get(path).redirects(0));
  }

  async ask(query: string): Promise<Response> {
    return this.post('/graphql', { query });
  }

  /** The same cookies on another page or machine. */
  with(headers: Readonly<Record<string, string>>): Browser {
    const other = new Browser(this.server, headers);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  async #send(test: Test): Promise<Response> {
    void test.set(this.headers);
    if (this.cookies.size > 0) void test.set('Cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    const response = await test;
    const set: unknown = response.headers['set-cookie'];
    for (const line of Array.isArray(set) ? set.map(String) : []) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /Expires=Thu, 01 Jan 1970/.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
