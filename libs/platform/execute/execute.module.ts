import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Opener } from '../sealing/event.sealing.ts';
import { ParticipantKeys } from '../sealing/participant.keys.ts';
import { CommandExecutor, type CommandExecutorOptions } from './command.executor.ts';
import { ExecuteHandler } from './execute.handler.ts';

export interface ExecuteModuleOptions {
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  readonly inject?: NonNullable<FactoryProvider['inject']>;
  readonly useFactory: FactoryProvider<CommandExecutorOptions>['useFactory'];
}

const OPTIONS = Symbol('CommandExecutorOptions');

/**
 * Provides `CommandExecutor`, `Opener`, `ParticipantKeys` and the command bus with its one handler. Starting completes
 * erasures that a crash cut short.
 */
@Module({})
export class ExecuteModule {
  static register({ imports = [], inject = [], useFactory }: ExecuteModuleOptions): DynamicModule {
    return {
      module: ExecuteModule,
      imports: [CqrsModule.forRoot(), ...imports],
      providers: [
        { provide: OPTIONS, inject, useFactory },
        { provide: ParticipantKeys, inject: [OPTIONS], useFactory: ({ keys }: CommandExecutorOptions) => keys },
        { provide: Opener, inject: [ParticipantKeys], useFactory: (keys: ParticipantKeys) => new Opener(keys) },
        { provide: CommandExecutor, inject: [OPTIONS], useFactory: startExecutor },
        ExecuteHandler,
      ],
      exports: [CqrsModule, CommandExecutor, Opener, ParticipantKeys],
    };
  }
}

async function startExecutor(options: CommandExecutorOptions): Promise<CommandExecutor> {
  const executor = new CommandExecutor(options);
  await executor.finishErasures();
  return executor;
}
