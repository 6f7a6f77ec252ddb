import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** Lets Nest write to our log. Nest's own start-up lines are details: they go to `debug`. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.target.debug(contextOf(rest), textOf(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.target.warn(contextOf(rest), textOf(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.target.error({ ...contextOf(rest), ...(isError(message) && { err: message }) }, textOf(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.target.fatal({ ...contextOf(rest), ...(isError(message) && { err: message }) }, textOf(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.target.debug(contextOf(rest), textOf(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.target.trace(contextOf(rest), textOf(message));
  }
}

/** Nest passes the name of the speaker last; a stack may come before it. */
function contextOf(rest: readonly unknown[]): { readonly context?: string } {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? { context: last } : {};
}

const isError = (value: unknown): value is object => typeof value === 'object' && value !== null && 'stack' in value;

/** An object could be anybody's: only texts are repeated. */
const textOf = (message: unknown): string => (typeof message === 'string' ? message : 'An error in the framework');
