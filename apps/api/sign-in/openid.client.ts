import * as openid from 'openid-client';
import type { Config, OpenIdClaims } from '#platform';

/** What a browser must bring back from the provider. */
export interface PendingOpenId {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** To tie the provider’s person to the account that is signed in. */
  readonly link: boolean;
}

type Settings = NonNullable<Config['openId']>;

/** Speaks with the provider: authorization code with PKCE, state and nonce. */
export class OpenIdClient {
  #configuration: Promise<openid.Configuration> | undefined;

  constructor(private readonly settings: Settings) {}

  /** Where to send the browser, and what it is to bring back. */
  async begin(redirectUri: string, link: boolean): Promise<{ readonly address: URL; readonly pending: PendingOpenId }> {
    const configuration = await this.#discover();
    const verifier = openid.randomPKCECodeVerifier();
    const pending = { state: openid.randomState(), nonce: openid.randomNonce(), verifier, link };
    const address = openid.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: redirectUri, scope: 'openid email', state: pending.state, nonce: pending.nonce },
      ...{ code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    return { address, pending };
  }

  /** Exchanges the code and checks what the provider says. @throws for anything that does not fit */
  async finish(current: URL, { state, nonce, verifier }: PendingOpenId): Promise<OpenIdClaims> {
    const configuration = await this.#discover();
    const tokens = await openid.authorizationCodeGrant(configuration, current, {
      ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('the provider gave no identity');
    const told =
      claims['email'] === undefined
        ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    const email = told['email_verified'] === true ? told['email'] : undefined;
    return {
      ...{ issuer: claims.iss, subject: claims.sub, secondFactor: isMultiFactor(claims['amr']) },
      ...(typeof email === 'string' ? { verifiedEmail: email } : {}),
    };
  }

  /** Remembered once it worked; a provider that is away is asked again. */
  #discover(): Promise<openid.Configuration> {
    this.#configuration ??= this.#read().catch((error: unknown) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }

  #read(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const address = new URL(issuer);
    const authentication = clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(clientSecret);
    const execute = address.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    return openid.discovery(address, clientId, undefined, authentication, { execute, timeout: 10 });
  }
}

/** RFC 8176: `mfa`, or two ways that are not the same. */
function isMultiFactor(amr: unknown): boolean {
  if (!Array.isArray(amr)) return false;
  return (
    amr.includes('mfa') || (amr.includes('pwd') && ['otp', 'hwk', 'sc', 'fpt', 'face'].some((way) => amr.includes(way)))
  );
}
