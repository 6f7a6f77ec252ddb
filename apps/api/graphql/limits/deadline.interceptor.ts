import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { catchError, type Observable, throwError, timeout, TimeoutError } from 'rxjs';
import { RequestTimedOut } from '../errors/request.error.ts';
import { LIMITS } from './limits.ts';

/** No first-level field keeps a caller waiting for longer than a request may take. */
export class DeadlineInterceptor implements NestInterceptor {
  constructor(private readonly milliseconds: number = LIMITS.milliseconds) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<'http' | 'graphql'>() !== 'graphql') return next.handle();
    return next.handle().pipe(
      timeout({ first: this.milliseconds }),
      catchError((error: unknown) => throwError(() => (error instanceof TimeoutError ? new RequestTimedOut() : error))),
    );
  }
}
