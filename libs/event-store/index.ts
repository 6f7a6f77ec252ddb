export * from './port.ts';
export { MemoryEventStore } from './memory/memory.store.ts';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres.store.ts';
export { isPassing } from './postgres/postgres.failure.ts';
export { eventStoreMigrations } from './postgres/events.migration.ts';
