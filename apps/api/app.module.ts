import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type PlatformParts } from '#platform';
import { HealthModule } from './health/health.module.ts';

/** The composition root: every subject's module, over what the process opened. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), HealthModule] };
  }
}
