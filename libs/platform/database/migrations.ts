import type { MigrationInterface } from 'typeorm';
import { eventStoreMigrations } from '#event-store';

export type MigrationClass = new () => MigrationInterface;

/** Every migration of the durable tables. They run in the order of the time in their names, whatever library they come from. */
export const migrations: readonly MigrationClass[] = [...eventStoreMigrations];
