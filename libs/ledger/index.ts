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
export { CopyDamaged, copyLog, type CopyProgress, type CopyReport, type LogCopy, NotACopy } from './log.copy.ts';
export { LogRoot } from './log.root.ts';
export { adoptLog, LedgerOfAnotherLog, type LedgerOverLog, refuseOtherLog } from './ledger.adoption.ts';
export { type LedgerPrefix, ledgerPrefix } from './ledger.prefix.ts';
