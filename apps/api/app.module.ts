import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Engine, EngineModule, ExecuteModule, PlatformModule, type PlatformParts } from '#platform';
import { DatasetsModule, ProcessesModule } from '#processes';
import { readModelQueryHandlers } from '#read-models';
import { AccessLogModule } from './access-log/access-log.module.ts';
import { AccessModule, type AccessParts } from './access/access.module.ts';
import { IdentityModule } from './sign-in/identity.module.ts';
import { GraphqlApiModule } from './graphql/graphql-api.module.ts';
import { HealthModule } from './health/health.module.ts';
import { LiveModule } from './live/live.module.ts';
import { RemindersModule } from './reminders/reminders.module.ts';
import { SnapshotsModule } from './snapshots/snapshots.module.ts';
import { SiteCopiesModule } from './site-copies/site-copies.module.ts';
import { AttachmentsModule } from './attachments/attachments.module.ts';
import { ReleasesModule } from './datasets/releases.module.ts';
import { ShelvesModule } from './shelves/shelves.module.ts';

/** The composition root: every subject's module, over what the process opened. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts, access: AccessParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ...[PlatformModule.with(parts), IdentityModule, AccessLogModule, AccessModule.with(access)],
        ...[EngineModule, ProcessesModule, DatasetsModule, SnapshotsModule, ShelvesModule, RemindersModule],
        CqrsModule.forRoot(),
        ExecuteModule.register({ inject: [Engine], useFactory: ({ executor }: Engine) => executor }),
        ...[GraphqlApiModule, AttachmentsModule, LiveModule, SiteCopiesModule, ReleasesModule, HealthModule],
      ],
      providers: [...readModelQueryHandlers],
    };
  }
}
