import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config/config.ts';
import { describeError } from './error-description.ts';

export type Log = Logger;

const correlation = new AsyncLocalStorage<string>();

/** Of the request or job under way; it is on every line logged meanwhile and in the metadata of what is written. */
export const currentCorrelationId = (): string | undefined => correlation.getStore();

/** Runs `work`, and everything it awaits, under a correlation id. */
export function withCorrelationId<Result>(id: string, work: () => Result): Result {
  return correlation.run(id, work);
}

/** Where lines go when not to standard output. */
export interface LineSink {
  write(line: string): void;
}

/**
 * The log of this process: JSON lines, or lines for people. Errors are reduced to what cannot hold participant data; addresses,
 * cookies and authorisation never get in.
 */
export function createLog(settings: Config['log'], sink?: LineSink): Log {
  return pino(
    {
      level: settings.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const correlationId = currentCorrelationId();
        return correlationId === undefined ? {} : { correlationId };
      },
      serializers: { err: describeError, error: describeError },
      redact: ['*.password', '*.authorization', '*.cookie', 'password', 'authorization', 'cookie', 'url'],
    },
    sink ?? destination(settings.format),
  );
}

/** Written synchronously, so that the last line before an exit is there. */
function destination(format: Config['log']['format']) {
  if (format === 'json') return pino.destination({ dest: 1, sync: true });
  return pretty({
    sync: true,
    destination: 1,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'hostname,pid',
    singleLine: true,
  });
}
