import type { DataLedgerQuery } from './data.generated.ts';

/** A line of the ledger of releases. */
export type LedgerRelease = DataLedgerQuery['releases'][number];
