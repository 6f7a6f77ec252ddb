/** The request took longer than any may. A mutation may still be carried out: sending it again is safe. */
export class RequestTimedOut extends Error {
  override readonly name = 'RequestTimedOut';
  constructor() {
    super('This took too long and was stopped. A command may have been carried out all the same: send it again.');
  }
}
