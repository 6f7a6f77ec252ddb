import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Config } from './config/config.ts';
import type { Database } from './database/database.ts';
import type { Log } from './logging/log.ts';

/** Injection tokens of what the process opened before Nest. */
export const CONFIG = Symbol('Config');
export const LOG = Symbol('Log');
export const DATABASE = Symbol('Database');

export interface PlatformParts {
  readonly config: Config;
  readonly log: Log;
  readonly database: Database;
}

/** Gives every module the configuration, the log and the database. They are closed by who opened them, after Nest. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, log, database }: PlatformParts): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: DATABASE, useValue: database },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
