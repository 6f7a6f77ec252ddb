export * from './port.ts';
export { MemoryEventStore } from './memory/memory.store.ts';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres.store.ts';
export { isPassing } from './postgres/postgres.failure.ts';
export { eventStoreMigrations } from './postgres/events.migration.ts';
export { KurrentEventStore, type KurrentEventStoreOptions } from './kurrentdb/kurrentdb.store.ts';
export { flawOfKurrentUrl, isKurrentUrl } from './kurrentdb/connection.url.ts';
export {
  engineOf,
  openEventStore,
  type EngineName,
  type EventStoreOpening,
  type OpenedEventStore,
} from './event-store.opening.ts';
