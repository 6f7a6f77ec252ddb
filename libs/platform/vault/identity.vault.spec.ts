import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MigratedDatabase, createMigratedDatabase } from '../../../test/migrated.database.ts';
import { install } from '../execute/executor.specification.ts';
import { IdentityVault, identityDetails } from './identity.vault.ts';
import { vaultMigrations } from './vault.migration.ts';

const place = { participantId: 'stress:P1', studyId: 'stress', siteId: 'north' };
const details = { name: 'MARKER Ada Lovelace', email: 'ada@example.org', phone: '+44 20 7946 0000' };

let database: MigratedDatabase;
beforeAll(async () => {
  database = await createMigratedDatabase(vaultMigrations);
});
afterAll(() => database.drop());

describe('the identity vault', () => {
  it('keeps names and contacts, and replaces them, without a readable byte', async () => {
    const { keys } = await install();
    const vault = new IdentityVault(database.pool, keys);
    expect(await vault.read(place.participantId)).toBeUndefined();
    expect(await vault.write(place, { name: 'Ada' }, 'investigator-1')).toBe(true);
    expect(await vault.write(place, details, 'investigator-1')).toBe(true);
    expect(await vault.read(place.participantId)).toEqual(details);
    const { rows } = await database.pool.query<{ sealed: Buffer }>('SELECT sealed FROM identity_vault');
    expect(rows.map(({ sealed }) => sealed.includes('MARKER'))).toEqual([false]);
  });

  it('opens nothing that was moved to another site or person', async () => {
    const { keys } = await install();
    const vault = new IdentityVault(database.pool, keys);
    await vault.write(place, details, 'investigator-1');
    await vault.write({ ...place, participantId: 'stress:P2', siteId: 'south' }, { name: 'B' }, 'investigator-2');
    await database.pool.query(`UPDATE identity_vault SET site_id = 'south' WHERE participant_id = 'stress:P1'`);
    await expect(vault.read('stress:P1')).rejects.toThrow('sealed bytes do not fit');
    await database.pool.query('DELETE FROM identity_vault');
  });

  it('forgets who was erased, in copies too', async () => {
    const { keys } = await install();
    const vault = new IdentityVault(database.pool, keys);
    await vault.write(place, details, 'investigator-1');
    const { rows } = await database.pool.query('SELECT * FROM identity_vault');
    await keys.destroy(place.participantId);
    expect(await vault.read(place.participantId)).toBe('erased');
    expect(await vault.read(place.participantId)).toBeUndefined();
    // A backup is restored.
    const [copy] = rows as readonly { sealed: Buffer }[];
    await database.pool.query(`INSERT INTO identity_vault VALUES ('stress:P1', 'stress', 'north', $1, now(), 'x')`, [
      copy?.sealed,
    ]);
    expect(await vault.read(place.participantId)).toBe('erased');
    expect(await vault.write(place, details, 'investigator-1')).toBe(false);
  });

  it('takes what can be a name and a contact, and says which field is none', () => {
    expect(identityDetails.safeParse({ name: '' }).error?.issues[0]?.path).toEqual(['name']);
    expect(identityDetails.safeParse({ name: 'A', email: 'nobody' }).error?.issues[0]?.path).toEqual(['email']);
    expect(identityDetails.safeParse({ name: 'A\u0000' }).error?.issues[0]?.path).toEqual(['name']);
  });
});
