export {
  type Config,
  type DatabaseSettings,
  InvalidConfig,
  isLoopback,
  loadConfig,
  parseConfig,
} from './config/config.ts';
export { configurationPage } from './config/configuration-page.ts';
export type { MasterKey } from './config/master-key.ts';
export { projectFolder } from './config/project-folder.ts';
export { DatabaseIsNewer, DatabaseUnusable } from './database/database.error.ts';
export { type Database, openDatabase, type OpenDatabaseOptions } from './database/database.ts';
export { migrate, type MigrateOptions } from './database/migrate.ts';
export { type MigrationClass, migrations } from './database/migrations.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts';
export { errorCode } from './error-code.ts';
export { drain } from './lifecycle/http-drain.ts';
export { Opened } from './lifecycle/opened.ts';
export { listenForStop, type StopReason, type StopSignals } from './lifecycle/stop-signals.ts';
export { describeError, type ErrorDescription } from './logging/error-description.ts';
export { createLog, currentCorrelationId, type Log, withCorrelationId } from './logging/log.ts';
export { NestLog } from './logging/nest-log.ts';
export { requestLog } from './logging/request-log.ts';
export { CONFIG, DATABASE, LOG, PlatformModule, type PlatformParts } from './platform.module.ts';
export { StartupError } from './startup.error.ts';
