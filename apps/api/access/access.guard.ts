import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import { Forbidden, Unauthenticated } from './access.error.ts';
import { ALLOWED_TO, ANYONE } from './allow.decorator.ts';
import type { Permission } from './permission.ts';
import { Authentication } from './caller.ts';
import { type Principal, Principals } from './principal.ts';

interface CallerContext {
  readonly principal?: Principal | undefined;
}

/** Denies by default: a resolver, a field resolver or a route without `@Allow` is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly principals: Principals,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<Permission | typeof ANYONE | undefined>(ALLOWED_TO, [
      context.getHandler(),
    ]);
    if (allowed === ANYONE) return true;
    if (context.getType<'http' | 'graphql'>() === 'http') return this.mayReachRoute(context, allowed);
    const { principal } = GqlExecutionContext.create(context).getContext<CallerContext>();
    if (principal === undefined) throw new Unauthenticated();
    if (allowed === undefined || !principal.permissions.has(allowed)) throw new Forbidden(allowed);
    return true;
  }

  private async mayReachRoute(context: ExecutionContext, allowed: Permission | undefined): Promise<boolean> {
    const caller = await this.authentication.callerOf(context.switchToHttp().getRequest<Request>());
    const principal = caller === undefined ? undefined : await this.principals.principalOf(caller);
    if (allowed !== undefined && principal?.permissions.has(allowed) === true) return true;
    throw new ForbiddenException();
  }
}
