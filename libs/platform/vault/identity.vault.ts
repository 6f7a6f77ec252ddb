import type { Pool } from 'pg';
import { z } from 'zod';
import { freeText, localDate } from '#domain';
import { decrypt, deriveKey, encrypt } from '../sealing/envelope.cipher.ts';
import type { DataKey, ParticipantKeys } from '../sealing/participant.keys.ts';

const text = freeText.min(1).max(500);

/** Who a participant is, for their site alone: nothing of it is ever in the log. */
export const identityDetails = z.strictObject({
  name: text,
  email: z.email().max(254).optional(),
  phone: text.optional(),
  address: text.optional(),
  birthDate: localDate.optional(),
  note: freeText.optional(),
});
export type IdentityDetails = z.infer<typeof identityDetails>;

/** Whose identity it is, and whose to keep. */
export interface VaultPlace {
  readonly participantId: string;
  readonly studyId: string;
  readonly siteId: string;
}

/** What the vault has of somebody. Erased: they were there, and nobody can read it any more. */
export type VaultAnswer = IdentityDetails | 'erased' | undefined;

interface Stored {
  readonly study_id: string;
  readonly site_id: string;
  readonly sealed: Buffer;
}

/**
 * Names and contacts, outside of the log. Each is sealed twice, under the participant's key and under the site's, so that
 * destroying the one erases a person wherever a copy lies, and no other site's key opens it.
 */
export class IdentityVault {
  readonly #pool: Pick<Pool, 'query'>;
  readonly #keys: ParticipantKeys;
  readonly #clock: () => Date;

  constructor(pool: Pick<Pool, 'query'>, keys: ParticipantKeys, clock: () => Date = () => new Date()) {
    this.#pool = pool;
    this.#keys = keys;
    this.#clock = clock;
  }

  /** Replaces what was there. @returns false where the participant was erased, and nothing was written */
  async write(place: VaultPlace, details: IdentityDetails, writtenBy: string): Promise<boolean> {
    const keys = await this.#keysOf(place, true);
    if (keys === 'erased' || keys === undefined) return false;
    const inner = encrypt(keys.person, Buffer.from(JSON.stringify(details)), contextOf(place));
    await this.#pool.query(
      `INSERT INTO identity_vault (participant_id, study_id, site_id, sealed, written_at, written_by)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (participant_id) DO UPDATE SET study_id = EXCLUDED.study_id,
       site_id = EXCLUDED.site_id, sealed = EXCLUDED.sealed, written_at = EXCLUDED.written_at, written_by = EXCLUDED.written_by`,
      [
        ...[place.participantId, place.studyId, place.siteId, encrypt(keys.site, inner, contextOf(place))],
        ...[this.#clock(), writtenBy],
      ],
    );
    return true;
  }

  /** @throws BrokenSeal for bytes that were changed, or moved from another site or person */
  async read(participantId: string): Promise<VaultAnswer> {
    const { rows } = await this.#pool.query<Stored>(
      'SELECT study_id, site_id, sealed FROM identity_vault WHERE participant_id = $1',
      [participantId],
    );
    const [stored] = rows;
    if (stored === undefined) return undefined;
    const place = { participantId, studyId: stored.study_id, siteId: stored.site_id };
    const keys = await this.#keysOf(place, false);
    if (keys === 'erased') await this.#forget(participantId);
    if (keys === 'erased' || keys === undefined) return 'erased';
    const inner = decrypt(keys.site, stored.sealed, contextOf(place));
    return identityDetails.parse(JSON.parse(decrypt(keys.person, inner, contextOf(place)).toString()));
  }

  /** The row of somebody erased says nothing any more but that there was one. */
  async #forget(participantId: string): Promise<void> {
    await this.#pool.query('DELETE FROM identity_vault WHERE participant_id = $1', [participantId]);
  }

  async #keysOf(
    { participantId, studyId, siteId }: VaultPlace,
    make: boolean,
  ): Promise<{ readonly person: Buffer; readonly site: Buffer } | 'erased' | undefined> {
    const siteOwner = `site/${studyId}/${siteId}`;
    if (make) for (const owner of [participantId, siteOwner]) await this.#keys.ensure(owner);
    const keys = await this.#keys.of([participantId, siteOwner]);
    const [person, site] = [keys.get(participantId), keys.get(siteOwner)];
    if (person === 'destroyed' || site === 'destroyed') return 'erased';
    return person === undefined || site === undefined ? undefined : { person: vaultKey(person), site: vaultKey(site) };
  }
}

function vaultKey({ content }: DataKey): Buffer {
  return deriveKey(content, 'identity-vault');
}

function contextOf({ participantId, studyId, siteId }: VaultPlace): string {
  return JSON.stringify(['identity-vault', studyId, siteId, participantId]);
}
