import type { MigrationInterface } from 'typeorm';
import { eventStoreMigrations } from '#event-store';
import { datasetMigrations } from '#datasets';
import { ledgerMigrations } from '#ledger';
import { readModelMigrations } from '#read-models';
import { accessLogMigrations } from '../access-log/access-log.tables.ts';
import { accountMigrations } from '../accounts/accounts.tables.ts';
import { vaultMigrations } from '../vault/vault.migration.ts';
import { sealingMigrations } from '../sealing/sealing.tables.ts';

export type MigrationClass = new () => MigrationInterface;

/** Every migration of the durable tables. They run in the order of the time in their names, whatever library they come from. */
export const migrations: readonly MigrationClass[] = [
  ...eventStoreMigrations,
  ...ledgerMigrations,
  ...readModelMigrations,
  ...sealingMigrations,
  ...vaultMigrations,
  ...accountMigrations,
  ...accessLogMigrations,
  ...datasetMigrations,
];
