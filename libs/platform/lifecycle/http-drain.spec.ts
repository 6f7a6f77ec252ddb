import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drain } from './http-drain.ts';

async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function ask(server: Server, agent?: Agent): Promise<{ status: number | undefined; connection: string | undefined }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode, connection: response.headers.connection }));
    }).on('error', reject);
  });
}

describe('drain', () => {
  it('lets a request under way finish, and takes no more', async () => {
    let answer: (() => void) | undefined;
    const server = await serve((_request, response) => (answer = () => response.end('done')));
    const { port } = server.address() as AddressInfo;
    const underWay = ask(server);
    await once(server, 'request');
    const drained = drain(server, 60_000);
    await expect(
      new Promise((resolve, reject) => get({ port, host: '127.0.0.1', agent: false }, resolve).on('error', reject)),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    answer?.();
    expect((await underWay).status).toBe(200);
    expect(await drained).toBe(true);
  });

  it('does not wait for connections that are kept alive without a request', async () => {
    const server = await serve((_request, response) => response.end('done'));
    const agent = new Agent({ keepAlive: true });
    await ask(server, agent);
    expect(await drain(server, 60_000)).toBe(true);
    agent.destroy();
  });

  it('cuts a request that does not end', async () => {
    const server = await serve(() => undefined);
    const cut = expect(ask(server)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await once(server, 'request');
    expect(await drain(server, 20)).toBe(false);
    await cut;
  });

  it('is done at once with a server that does not listen', async () => {
    expect(await drain(createServer(), 60_000)).toBe(true);
  });
});
