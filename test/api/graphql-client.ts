import { randomUUID } from 'node:crypto';
import request, { type Response, type Test } from 'supertest';
import type { App } from 'supertest/types.js';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [name: string]: unknown };
}

export interface GraphqlAnswer<Data = Record<string, unknown>> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphqlError[];
  readonly extensions?: { readonly log?: { readonly index: number } };
}

export interface ReceiptAnswer {
  readonly commandId: string;
  readonly recordId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly eventIds: readonly string[];
  readonly recordedAt: string;
}

const RECEIPT = '{ commandId recordId stream revision position eventIds recordedAt }';

/** Whatever the content is, its bytes. */
function wholeBody(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => void chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

/** Speaks GraphQL with an application under test, over HTTP. */
export class GraphqlClient {
  constructor(
    readonly server: App,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same application, with further headers. */
  with(headers: Readonly<Record<string, string>>): GraphqlClient {
    return new GraphqlClient(this.server, { ...this.headers, ...headers });
  }

  /** The raw request, for what GraphQL itself does not get to see. */
  post(body: string | object): Test {
    return request(this.server)
      .post('/graphql')
      .set('Host', 'localhost')
      .set('Content-Type', 'application/json')
      .set(this.headers)
      .send(body);
  }

  /** Sends a file of homework. */
  upload(path: string, content: Buffer): Test {
    return request(this.server)
      .post(`/attachments/${path}`)
      .set({ Host: 'localhost', 'X-Command-Id': randomUUID(), 'Content-Type': 'image/png', ...this.headers })
      .send(content);
  }

  /** Asks for a file of homework. */
  download(path: string): Test {
    return request(this.server)
      .get(`/attachments/${path}`)
      .set({ Host: 'localhost', ...this.headers })
      .buffer(true);
  }

  /** Asks for the copy of a site’s record. */
  siteCopy(path: string): Test {
    return request(this.server)
      .get(`/site-copies/${path}`)
      .set({ Host: 'localhost', ...this.headers });
  }

  /** Asks for the archive of a release. */
  release(path: string): Test {
    return request(this.server)
      .get(`/releases/${path}`)
      .set({ Host: 'localhost', ...this.headers })
      .buffer(true)
      .parse(wholeBody);
  }

  async ask<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<GraphqlAnswer<Data>> {
    const response: Response = await this.post({ query, variables });
    return response.body as GraphqlAnswer<Data>;
  }

  /** @throws when anything went wrong */
  async data<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors !== undefined || data === undefined || data === null) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Sends a command, under a new id unless one is given. */
  async command(name: string, input: object, meta: object = {}): Promise<GraphqlAnswer<Record<string, ReceiptAnswer>>> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation C($meta: CommandMetaInput!, $input: ${type}!) { ${name}(meta: $meta, input: $input) ${RECEIPT} }`;
    return this.ask(query, { meta: { commandId: randomUUID(), ...meta }, input });
  }

  /** @throws when it was refused */
  async receipt(name: string, input: object, meta: object = {}): Promise<ReceiptAnswer> {
    const { data, errors } = await this.command(name, input, meta);
    const receipt = data?.[name];
    if (receipt === undefined || receipt === null) throw new Error(JSON.stringify(errors));
    return receipt;
  }
}
