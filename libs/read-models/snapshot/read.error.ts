/** Why a read was not answered; `code` is stable and safe to show. */
export abstract class ReadError extends Error {
  abstract readonly code: string;
}

/** An argument of a query is wrong; `field` says which. */
export class InvalidRead extends ReadError {
  override readonly name = 'InvalidRead';
  readonly code = 'InvalidRead';
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`${field} ${problem}`);
  }
}

/** An analysis would need more rows than fit into memory and time. Narrow it to a site, or export the data. */
export class TooManyRows extends ReadError {
  override readonly name = 'TooManyRows';
  readonly code = 'TooManyRows';
  constructor(
    /** Of what there are too many, in words. */
    readonly what: string,
    readonly most: number,
  ) {
    super(`${what} are more than ${most}: choose one site, or export the data`);
  }
}

/** What was asked to be included has not been projected in time. Asking again is safe. */
export class ReadModelsBehind extends ReadError {
  override readonly name = 'ReadModelsBehind';
  readonly code = 'ReadModelsBehind';
  constructor(
    readonly waitedMs: number,
    /** Projections that were behind when the time was over. */
    readonly projections: readonly string[],
  ) {
    super(`the read models have not caught up in ${waitedMs} ms: ${projections.join(', ')}`);
  }
}

/** The tables of that moment, or the very first ones, are being made. Ask again soon. */
export class ReadModelsPreparing extends ReadError {
  override readonly name = 'ReadModelsPreparing';
  readonly code = 'ReadModelsPreparing';
  constructor(what: string) {
    super(`${what} is being prepared`);
  }
}

/** A log index beyond the end of the log. */
export class UnknownLogIndex extends ReadError {
  override readonly name = 'UnknownLogIndex';
  readonly code = 'UnknownLogIndex';
  constructor(
    readonly index: number,
    readonly head: number,
  ) {
    super(`asOf ${index} is not in the log, which ends at ${head}`);
  }
}
