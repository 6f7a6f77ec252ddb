export {
  Ledger,
  LedgerAheadOfLog,
  LedgerBehind,
  type LedgerHead,
  type LedgerOptions,
  type LogIndex,
} from './ledger.numbering.ts';
export { canonicalEvent, eventHash } from './event.hash.ts';
export { ledgerMigrations } from './ledger.migration.ts';
