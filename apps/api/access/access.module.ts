import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Config, CONFIG } from '#platform';
import { AccessGuard } from './access.guard.ts';
import { Authentication } from './caller.ts';
import { DemonstrationAuthentication, EverythingAllowed, Principals } from './principal.ts';

/** What stands in for the real doorkeepers, in specs. */
export interface AccessParts {
  readonly authentication?: Authentication;
  readonly principals?: Principals;
}

/** Who calls, and what they may do. Until there are accounts: the demonstration caller, where it may exist, and nobody elsewhere. */
@Global()
@Module({})
export class AccessModule {
  static with({ authentication, principals }: AccessParts = {}): DynamicModule {
    return {
      module: AccessModule,
      providers: [
        {
          provide: Authentication,
          inject: [CONFIG],
          useFactory: ({ demonstration }: Config) => authentication ?? new DemonstrationAuthentication(demonstration),
        },
        { provide: Principals, useFactory: () => principals ?? new EverythingAllowed() },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [Authentication, Principals],
    };
  }
}
