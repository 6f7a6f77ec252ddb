import { type DynamicModule, Module } from '@nestjs/common';
import { EngineModule, PlatformModule, type PlatformParts } from '#platform';
import { DatasetsModule, ProcessesModule } from '#processes';
import { HealthController } from './health.controller.ts';

/** The composition root of a projector: the engine, as in the API, and a word on how it is. */
@Module({})
export class ProjectorModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: ProjectorModule,
      imports: [PlatformModule.with(parts), EngineModule, ProcessesModule, DatasetsModule],
      controllers: [HealthController],
    };
  }
}
