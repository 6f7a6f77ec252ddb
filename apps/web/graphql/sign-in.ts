import { CallFailed, failureOf, readAnswer } from './call.failure.ts';

/** How far this browser is with signing in. */
export interface SignInState {
  readonly stage: 'none' | 'enrol' | 'second-factor' | 'open';
  readonly kind: 'staff' | 'operator' | 'participant' | 'caregiver' | 'script' | null;
  readonly subject: string | null;
  /** Which other ways in there are. */
  readonly ways: { readonly demonstration: boolean; readonly provider: string | null };
}

/** What the ways in take. */
export interface SignInSteps {
  readonly password: { readonly name: string; readonly password: string };
  readonly code: { readonly code: string };
  readonly 'second-factor': { readonly code: string };
  readonly again: { readonly password: string; readonly code?: string };
  readonly out: Record<string, never>;
}

/** @throws CallFailed */
export async function signInState(): Promise<SignInState> {
  return ask<SignInState>('state');
}

/**
 * One step of signing in, or out.
 * @throws CallFailed of kind `refused` where it was wrong, `later` after too many tries
 */
export async function signIn<Step extends keyof SignInSteps>(
  step: Step,
  body: SignInSteps[Step],
): Promise<Pick<SignInState, 'stage'>> {
  return ask(step, body);
}

async function ask<Told>(path: string, body?: object): Promise<Told> {
  const sent =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/sign-in/${path}`, { ...sent, credentials: 'same-origin', redirect: 'error' }).catch(
    (cause: unknown) => {
      throw new CallFailed('unreachable', 'OFFLINE', 'The server could not be reached.', { cause });
    },
  );
  const answer = await readSignIn(response);
  // The routes of signing in answer in these shapes.
  return answer as Told;
}

/** A page where an answer should be is somebody else’s. */
async function readSignIn(response: Response): Promise<unknown> {
  const told: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (response.ok && typeof told === 'object' && told !== null && !('errors' in told)) return told;
  const { errors } = await readAnswer(response);
  throw failureOf(errors, response);
}
