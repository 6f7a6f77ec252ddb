import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Config, CONFIG } from '#platform';
import { AccessGuard } from './access.guard.ts';
import { Authentication, DemonstrationAuthentication } from './principal.ts';

/** Who may do what. Until there are accounts: the demonstration principal, where it may exist, and nobody elsewhere. */
@Global()
@Module({
  providers: [
    {
      provide: Authentication,
      inject: [CONFIG],
      useFactory: ({ demonstration }: Config) => new DemonstrationAuthentication(demonstration),
    },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Authentication],
})
export class AccessModule {}
