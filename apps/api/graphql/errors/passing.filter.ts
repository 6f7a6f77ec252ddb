import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';

/** Hands what resolvers throw on to the error formatter, which decides what is logged; routes are answered by Nest. */
@Catch()
export class PassingFilter extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<'http' | 'graphql'>() === 'graphql') return exception;
    super.catch(exception, host);
    return undefined;
  }
}
