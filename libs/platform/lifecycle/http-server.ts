import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '../config/config.ts';
import { errorCode } from '../error-code.ts';
import { StartupError } from '../startup.error.ts';

/**
 * @returns the address for a browser
 * @throws StartupError naming PORT or HOST
 */
export async function listen(app: NestExpressApplication, { host, port }: Config['http']): Promise<string> {
  await app.init();
  const server: Server = app.getHttpServer();
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    throw new StartupError(refusalOf(error, host, port));
  }
  return browserAddress(host, (server.address() as AddressInfo).port);
}

function refusalOf(error: unknown, host: string, port: number): string {
  const code = errorCode(error) ?? String(error);
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: ${port} on ${host} is in use by another program (or another Intersession). Stop that, or choose another port: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
    case 'EACCES':
      return `PORT: this user may not listen on ${port}. Choose one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST: expected an address of this computer, got ${host} (${code}).`;
    default:
      return `HOST and PORT: cannot listen on ${host}:${port} (${code}).`;
  }
}

function browserAddress(host: string, port: number): string {
  const shown = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}
