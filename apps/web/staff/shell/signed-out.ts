import { CallFailed } from '../../graphql/call.failure.ts';

const listeners = new Set<() => void>();

/** Tells the door where an answer says that nobody is signed in any more; the failure goes on to whoever asked. */
export async function noteSignedOut<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CallFailed && error.kind === 'signed-out') for (const listener of listeners) listener();
    throw error;
  }
}

/** @returns stops listening */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
