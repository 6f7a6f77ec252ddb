import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { type Config, CONFIG, Identity } from '#platform';
import { AccountAuthentication } from '../sign-in/account-authentication.ts';
import { Snapshots } from '../snapshots/snapshot-scope.ts';
import { AccessGuard } from './access.guard.ts';
import { Authentication } from './caller.ts';
import { CommandReach } from './command-reach.ts';
import { GrantWatch } from './grant-watch.ts';
import { GrantedPrincipals } from './granted-principals.ts';
import { Principals } from './principal.ts';

/** What stands in for the real doorkeepers, in specs. */
export interface AccessParts {
  readonly authentication?: Authentication;
  /** Stands before what the events granted. */
  readonly principals?: (granted: Principals) => Principals;
}

/** Who calls, and what they may do. */
@Global()
@Module({})
export class AccessModule {
  static with({ authentication, principals }: AccessParts = {}): DynamicModule {
    return {
      module: AccessModule,
      providers: [
        {
          provide: Authentication,
          inject: [Identity, CONFIG],
          useFactory: (identity: Identity, config: Config) =>
            authentication ?? new AccountAuthentication(identity, config),
        },
        {
          provide: Principals,
          inject: [CONFIG, Snapshots, QueryBus, GrantWatch],
          useFactory: ({ demonstration }: Config, snapshots: Snapshots, queries: QueryBus, watch: GrantWatch) => {
            const granted = new GrantedPrincipals({ demonstration, snapshots, queries, watch });
            return principals?.(granted) ?? granted;
          },
        },
        ...[GrantWatch, CommandReach],
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [Authentication, Principals, GrantWatch, CommandReach],
    };
  }
}
