import 'reflect-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { type Operated, operate } from '../operator.command.ts';

// Executes E6-4.1, P11-10(a).

/** `npm run cli -- allocation verify` over the database of a trial: sealed, disclosed, tampered with. */

const studyId = 'listed';
const PEOPLE = ['P1', 'P2', 'P3', 'P4'] as const;
const list = ['usual', 'telephone', 'telephone', 'usual', 'usual', 'telephone'].map((arm, at) => ({
  number: at + 1,
  arm,
}));

interface Sequence {
  readonly nonce: string;
  readonly list: readonly { readonly number: number; readonly arm: string }[];
}

let api: ApiUnderTest;
let folder: string;

const say = (name: string, input: object = {}) => api.client.receipt(name, { studyId, ...input });
const verify = (...more: readonly string[]): Promise<Operated> => {
  const { connectionString: DATABASE_URL = '' } = api.database.pool.options;
  const variables = { DATABASE_URL, DATA_DIR: join(folder, 'data') };
  return operate(variables, 'allocation', 'verify', '--study', studyId, ...more);
};

async function disclosed(): Promise<{ readonly text: string; readonly sequence: Sequence }> {
  const { rows } = await api.database.pool.query<{ data: string }>(
    "SELECT data FROM events WHERE type = 'AllocationDisclosed'",
  );
  const text = rows[0]?.data ?? '';
  return { text, sequence: (JSON.parse(text) as { readonly sequence: Sequence }).sequence };
}

/** The list with two of its arms in one another’s place: as many of each as before. */
function tampered(sequence: Sequence, one: number, other: number): Sequence {
  const armAt = (number: number) => sequence.list.find((entry) => entry.number === number)?.arm ?? '';
  const swapped = new Map([
    [one, armAt(other)],
    [other, armAt(one)],
  ]);
  return {
    ...sequence,
    list: sequence.list.map((entry) => ({ ...entry, arm: swapped.get(entry.number) ?? entry.arm })),
  };
}

async function asFile(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

let allocated = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'allocation-verify-'));
  api = await startApi();
  await say('registerStudy', { title: 'Listed', timeZone: 'UTC' });
  await say('openSite', { siteId: 'north', name: 'North', timeZone: 'UTC' });
  const protocol: unknown = JSON.parse(
    await readFile('examples/protocols/homework-by-telephone.protocol.json', 'utf8'),
  );
  await say('publishProtocol', { version: 1, changes: 'First version', reason: 'Ethics approval', protocol });
  await say('goLive');
  const arms = ['usual', 'telephone'].map((arm) => ({ arm, ratio: 1 }));
  await say('sealAllocationSequence', {
    method: 'LIST',
    arms,
    factors: [],
    planned: list.length,
    blockSizes: [],
    list,
  });
  for (const code of PEOPLE) {
    await say('enrolParticipant', { code, siteId: 'north' });
    const participantId = `${studyId}:${code}`;
    const consent = { version: '1.0', scopes: ['TREATMENT_DATA'], consenter: 'PARTICIPANT', capacity: 'HAS_CAPACITY' };
    await api.client.receipt('giveConsent', { participantId, ...consent, language: 'sv' });
    ({ position: allocated } = await say('allocateParticipant', { participantId }));
  }
}, 120_000);
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('npm run cli -- allocation verify', () => {
  it('tells nothing of a sequence that is sealed', async () => {
    const { code, printed } = await verify();
    expect([code, printed]).toEqual([2, expect.stringContaining('is sealed; it can be checked once')]);
    expect(printed).not.toMatch(/usual|telephone/);
  });

  it('verifies against the commitment from before the first arm, once disclosed, and still after an unlock', async () => {
    const { allocation } = await api.client.data<{ allocation: { scheme: { commitment: string } } }>(
      `{ allocation(studyId: "${studyId}", afterPosition: "${allocated}") { scheme { commitment } } }`,
    );
    await say('lockStudy', { reason: 'Data base closed' });
    await say('discloseAllocation');
    const { code, printed } = await verify();
    process.stdout.write(`${printed}\n`);
    expect([code, printed]).toEqual([0, expect.stringContaining('The allocation verifies.')]);
    expect(printed).toContain('4, 4 as the sequence gives them');
    expect(printed.split(allocation.scheme.commitment)).toHaveLength(3);
    await say('unlockStudy', { reason: 'A late measure' });
    expect(await verify()).toEqual({ code, printed });
  });

  it('says no to a list that was changed, where arms were given and where none was yet', async () => {
    const { sequence } = await disclosed();
    expect((await verify('--sequence', await asFile('true.json', sequence))).code).toBe(0);
    const used = await verify('--sequence', await asFile('used.json', tampered(sequence, 1, 2)));
    expect([used.code, used.printed]).toEqual([3, expect.stringContaining('does NOT verify')]);
    expect(used.printed).toContain('number 1, listed:P1: another arm than the sequence gives');
    const unused = await verify('--sequence', await asFile('unused.json', tampered(sequence, 5, 6)));
    expect([unused.code, unused.printed]).toEqual([3, expect.stringContaining('4, 4 as the sequence gives them')]);
    expect(unused.printed).toContain('ANOTHER');
    const nonce = `${sequence.nonce.slice(1)}${sequence.nonce.startsWith('0') ? '1' : '0'}`;
    expect((await verify('--sequence', await asFile('nonce.json', { ...sequence, nonce }))).code).toBe(3);
  });

  it('names what is wrong with a file that is no sequence', async () => {
    const cases = [
      [await asFile('no-list.json', { list: 'usual' }), /--sequence: .*no-list\.json: \w+:/],
      [join(folder, 'nowhere.json'), /--sequence: .* cannot be read \(ENOENT\)/],
    ] as const;
    for (const [file, problem] of cases) {
      expect(await verify('--sequence', file)).toEqual({ code: 2, printed: expect.stringMatching(problem) as unknown });
    }
  });

  it('says no where the disclosure itself was changed in the database', async () => {
    const { text, sequence } = await disclosed();
    const changed = JSON.stringify({ ...(JSON.parse(text) as object), sequence: tampered(sequence, 1, 2) });
    await api.database.pool.query("UPDATE events SET data = $1 WHERE type = 'AllocationDisclosed'", [changed]);
    const { code, printed } = await verify();
    expect([code, printed]).toEqual([3, expect.stringContaining('ANOTHER')]);
  });
});
