/** The request cannot be carried out as it is; the message is for the operator. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** Something outside gave way on the road; the message is for the operator, and doing it again is safe. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
