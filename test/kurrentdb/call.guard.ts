/** What every call is asked first, and how the real server words its refusals. */
import { Metadata, status as code, type ServiceError } from '@grpc/grpc-js';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerFaults } from './server.faults.ts';

export interface GuardOptions {
  readonly faults: ServerFaults;
  readonly credentials: { readonly user: string; readonly password: string } | undefined;
}

export class CallGuard {
  constructor(private readonly options: GuardOptions) {}

  /** @throws ServiceError with the trailers of the real server */
  async admit(metadata: Metadata): Promise<void> {
    const { faults, credentials } = this.options;
    if (faults.slow > 0) await sleep(faults.slow);
    if (credentials) refuseStranger(metadata, credentials);
    if (faults.leaderPort !== undefined && metadata.get('requires-leader')[0] === 'true') {
      throw refusal(code.NOT_FOUND, 'Leader info available', {
        exception: 'not-leader',
        'leader-endpoint-host': '127.0.0.1',
        'leader-endpoint-port': String(faults.leaderPort),
      });
    }
  }
}

function refuseStranger(metadata: Metadata, { user, password }: { user: string; password: string }): void {
  const [given] = metadata.get('authorization');
  if (given === undefined) {
    throw refusal(code.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
  }
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  if (given !== expected) throw refusal(code.UNAUTHENTICATED, 'Authentication failed');
}

export function refusal(number: code, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code: number, details, metadata });
}

export function asServiceError(error: unknown): ServiceError {
  if (error instanceof Error && 'code' in error && 'details' in error) return error as ServiceError;
  return refusal(code.UNKNOWN, error instanceof Error ? error.message : String(error));
}
