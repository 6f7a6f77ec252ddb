/** Why somebody is not let in, or may not change how they are. */
export type SignInRefusal =
  /** Name, password, code: whatever was given does not fit. Nothing tells which part. */
  | 'WrongSignIn'
  /** The code of the authenticator, or a one-time code: wrong, expired or used. */
  | 'WrongCode'
  /** The provider's person has no account here. */
  | 'NoAccount'
  /** The password that was chosen may not be used. */
  | 'PasswordUnsuitable'
  /** The session is not at the point where this is asked. */
  | 'NotNow';

/** Told to whoever signs in. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  constructor(
    readonly code: SignInRefusal,
    message: string,
  ) {
    super(message);
  }
}

export const wrongSignIn = () => new SignInRefused('WrongSignIn', 'This sign-in name and password do not fit.');
export const wrongCode = () => new SignInRefused('WrongCode', 'This code is wrong, has expired or was used already.');
