import { Global, Module } from '@nestjs/common';
import { type Config, CONFIG, type Database, DATABASE, Identity } from '#platform';
import { BrowserSession } from './browser.session.ts';
import { OpenIdController } from './openid.controller.ts';
import { OwnAccountController } from './own-account.controller.ts';
import { SignInController } from './sign-in.controller.ts';

/** Accounts, and the routes by which people sign in. */
@Global()
@Module({
  controllers: [SignInController, OwnAccountController, OpenIdController],
  providers: [
    BrowserSession,
    {
      provide: Identity,
      inject: [CONFIG, DATABASE],
      useFactory: ({ masterKey, signIn, demonstration }: Config, { pool }: Database) =>
        Identity.open({ pool, masterKey, settings: signIn, demonstration }),
    },
  ],
  exports: [Identity],
})
export class IdentityModule {}
