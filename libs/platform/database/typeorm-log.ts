import type { Logger } from 'typeorm';

/** TypeORM logs statements with their values, and failed migrations to the console; errors reach our log by being thrown. */
export const typeormLog: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
