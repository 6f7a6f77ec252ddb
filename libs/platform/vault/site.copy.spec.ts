import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MigratedDatabase, createMigratedDatabase } from '../../../test/migrated.database.ts';
import { assign, attempt, enrol, install, registerStudy, request } from '../execute/executor.specification.ts';
import { Opener } from '../sealing/event.sealing.ts';
import { IdentityVault } from './identity.vault.ts';
import { copySite } from './site.copy.ts';
import { vaultMigrations } from './vault.migration.ts';

// Executes E6-4.2.7, P11-10(b).

let database: MigratedDatabase;
beforeAll(async () => {
  database = await createMigratedDatabase(vaultMigrations);
});
afterAll(() => database.drop());

async function trial() {
  const home = await install();
  const site = (siteId: string) =>
    request('study', { type: 'OpenSite', studyId: 'stress', siteId, name: siteId, timeZone: 'Europe/Stockholm' });
  const arm = { type: 'RecordAllocation', studyId: 'stress', participantId: 'stress:P001', arm: 'telephone' };
  for (const sent of [
    ...[registerStudy(), site('north'), site('south')],
    ...[enrol('P001', { siteId: 'north' }), enrol('P002', { siteId: 'south' })],
    ...[assign('A1', { title: 'Walk to the bridge' }), attempt('T1', { note: 'It rained' })],
    request('allocation', arm),
  ]) {
    await home.executor.execute(sent);
  }
  const vault = new IdentityVault(database.pool, home.keys);
  await vault.write({ participantId: 'stress:P001', studyId: 'stress', siteId: 'north' }, { name: 'Ada' }, 'i1');
  return { home, parts: { store: home.store, opener: new Opener(home.keys), vault } };
}

describe('a site’s copy of its record', () => {
  it('is whole and readable, of its own participants only, with arms left sealed', async () => {
    const { parts } = await trial();
    const { manifest, files } = await copySite('stress', 'north', parts);
    expect(manifest).toMatchObject({ participants: 1, logIndex: 8, siteId: 'north' });
    expect(files.map(({ path }) => path)).toEqual(['participants/stress%3AP001.jsonl', 'identities.json']);
    const text = files.map((file) => file.text).join('');
    for (const words of ['Walk to the bridge', 'It rained', 'Ada', 'ParticipantAllocated'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/telephone|P002/);
    expect((await copySite('stress', 'west', parts)).manifest.participants).toBe(0);
  });

  it('leaves out what is withheld and sealed what is not opened, and says how much', async () => {
    const { parts } = await trial();
    const blind = {
      ...parts,
      opens: ({ stream }: { readonly stream: string }) => stream.startsWith('participant-'),
      withholds: ({ type }: { readonly type: string }) => type === 'ParticipantAllocated',
    };
    const { manifest, files } = await copySite('stress', 'north', blind);
    expect(manifest).toMatchObject({ participants: 1, withheld: 1, sealed: 2 });
    const text = files.map((file) => file.text).join('');
    expect(text).not.toMatch(/Walk to the bridge|It rained|ParticipantAllocated/);
    expect(text).toContain('AttemptRecorded');
  });

  it('names the hash of every file, the same for the same log', async () => {
    const { parts } = await trial();
    const { manifest, files } = await copySite('stress', 'north', parts);
    for (const { path, text } of files) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      expect(manifest.files).toContainEqual({ path, bytes: Buffer.byteLength(text), sha256 });
    }
    expect(await copySite('stress', 'north', parts)).toEqual({ manifest, files });
  });
});
