/** A reason not to start that the operator can act on: printed as it stands, without a stack, with exit code 1. */
export class StartupError extends Error {
  override readonly name: string = 'StartupError';
}
