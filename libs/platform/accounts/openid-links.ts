import type { Pool } from 'pg';
import type { AccountSecrets } from './account.secrets.ts';
import { type Clock, DAY, after } from './steady.clock.ts';

/** What a provider says of somebody, checked. */
export interface OpenIdClaims {
  readonly issuer: string;
  /** The provider's own id of the person, never reused. */
  readonly subject: string;
  /** Only where the provider says that it is verified. */
  readonly verifiedEmail?: string;
  /** Whether the provider says that it asked for more than one factor. */
  readonly secondFactor: boolean;
}

const INVITATION = 14 * DAY;

/** Which account somebody of an OpenID provider has here. Nobody gets one by signing in there. */
export class OpenIdLinks {
  constructor(
    private readonly pool: Pool,
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
  ) {}

  /** Lets whoever the provider knows under a verified address have this account: once, and not for long. */
  async invite(accountId: string, email: string, createdBy: string): Promise<Date> {
    const expiresAt = after(this.clock(), INVITATION);
    await this.pool.query(
      `INSERT INTO openid_invitations (email_digest, account_id, created_by, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email_digest) DO UPDATE
       SET account_id = excluded.account_id, created_by = excluded.created_by, expires_at = excluded.expires_at`,
      [this.secrets.nameDigest(email), accountId, createdBy, expiresAt],
    );
    return expiresAt;
  }

  /** Ties an account to a person of a provider. @returns false where that person has another account */
  async link(accountId: string, { issuer, subject }: Pick<OpenIdClaims, 'issuer' | 'subject'>): Promise<boolean> {
    await this.pool.query(
      `INSERT INTO openid_links (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [issuer, subject, accountId, this.clock()],
    );
    return (await this.#linked(issuer, subject)) === accountId;
  }

  /** @returns the account; an open invitation for the verified address is used up. Undefined: nobody here */
  async accountOf({ issuer, subject, verifiedEmail }: OpenIdClaims): Promise<string | undefined> {
    const known = await this.#linked(issuer, subject);
    if (known !== undefined || verifiedEmail === undefined) return known;
    const { rows } = await this.pool.query<{ account_id: string }>(
      'DELETE FROM openid_invitations WHERE email_digest = $1 AND expires_at > $2 RETURNING account_id',
      [this.secrets.nameDigest(verifiedEmail), this.clock()],
    );
    const [invited] = rows;
    if (invited === undefined) return undefined;
    return (await this.link(invited.account_id, { issuer, subject })) ? invited.account_id : undefined;
  }

  async #linked(issuer: string, subject: string): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ account_id: string }>(
      'SELECT account_id FROM openid_links WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return rows[0]?.account_id;
  }
}
