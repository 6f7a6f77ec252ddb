import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { seedDemonstration } from '../../apps/api/demonstration/demonstration.seed.ts';
import { MemoryEventStore } from '#event-store';
import { CommandExecutor, createLog, KeyDestructionLedger, MemoryKeyStore, ParticipantKeys } from '#platform';

const log = createLog({ level: 'silent', format: 'json' });

/** The whole command handler, over a log in memory. */
async function install() {
  const store = new MemoryEventStore();
  const ledger = await KeyDestructionLedger.open(
    join(await mkdtemp(join(tmpdir(), 'intersession-')), 'destroyed.jsonl'),
  );
  const masterKey = { bytes: randomBytes(32), demonstration: false };
  const keys = await ParticipantKeys.open({ masterKey, store: new MemoryKeyStore(), ledger });
  return { store, executor: new CommandExecutor({ store, keys }), log, participants: 60 };
}

async function typesIn(store: MemoryEventStore): Promise<string[]> {
  const types: string[] = [];
  for await (const { events } of store.readAll()) types.push(...events.map(({ type }) => type));
  return types;
}

describe('the demonstration trial', () => {
  let parts: Awaited<ReturnType<typeof install>>;
  let types: string[];
  beforeAll(async () => {
    parts = await install();
    await seedDemonstration(parts);
    types = await typesIn(parts.store);
  });

  it('is taken by the command handler without a refusal: 60 people', () => {
    expect(types.filter((type) => type === 'ParticipantEnrolled')).toHaveLength(60);
  });

  it('shows what the platform is for', () => {
    const told = [
      'AssignmentAdjusted',
      'EntryCorrected',
      'HomeworkReviewed',
      'MeasureMissed',
      'ParticipantDiscontinued',
    ];
    for (const type of [...told, 'RatingRecorded', 'SessionMissed', 'OccurrenceReported', 'AssignmentExpired']) {
      expect([type, types.includes(type)]).toEqual([type, true]);
    }
  });

  it('is recorded once, however often the server starts', async () => {
    await seedDemonstration(parts);
    expect(await typesIn(parts.store)).toHaveLength(types.length);
  });

  it('is left as it is where another version recorded it', async () => {
    const other = await install();
    const command = { type: 'RegisterStudy', studyId: 'demo', title: 'Of another version', timeZone: 'UTC' };
    const context = {
      commandId: '0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b',
      actor: { id: 'coordinator-1', role: 'coordinator' },
      source: 'web' as const,
    };
    await other.executor.execute({ category: 'study', command, context });
    await seedDemonstration(other);
    expect(await typesIn(other.store)).toEqual(['StudyRegistered']);
  });
});
