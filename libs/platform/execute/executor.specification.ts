import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Category } from '#domain';
import { type EventStore, MemoryEventStore, type RecordedEvent } from '#event-store';
import { KeyDestructionLedger } from '../sealing/key-destruction.ledger.ts';
import type { ParticipantKeyStore } from '../sealing/key-store.port.ts';
import { MemoryKeyStore } from '../sealing/memory.key-store.ts';
import { ParticipantKeys } from '../sealing/participant.keys.ts';
import { CommandExecutor } from './command.executor.ts';
import type { CallerContext, ExecuteRequest } from './execute.command.ts';

/** Test support: a little installation in memory that can be restarted, and requests that make sense in it. */
export interface Installation {
  readonly store: EventStore;
  readonly keyStore: ParticipantKeyStore;
  readonly ledgerPath: string;
  readonly now: { value: Date };
  keys: ParticipantKeys;
  executor: CommandExecutor;
  /** Everything a process forgets is forgotten. */
  readonly restart: () => Promise<void>;
  readonly log: () => Promise<RecordedEvent[]>;
}

export async function install(
  options: { store?: EventStore; keyStore?: ParticipantKeyStore; now?: string; masterKey?: Buffer } = {},
): Promise<Installation> {
  const now = { value: new Date(options.now ?? '2026-03-01T12:00:00.000Z') };
  const clock = () => now.value;
  const store = options.store ?? new MemoryEventStore({ clock });
  const keyStore = options.keyStore ?? new MemoryKeyStore();
  const ledgerPath = join(await mkdtemp(join(tmpdir(), 'intersession-ledger-')), 'key-destruction.jsonl');
  const masterKey = { bytes: options.masterKey ?? randomBytes(32), demonstration: false };
  const start = async () => {
    const ledger = await KeyDestructionLedger.open(ledgerPath);
    const keys = await ParticipantKeys.open({ masterKey, store: keyStore, ledger, clock });
    const executor = new CommandExecutor({ store, keys, clock });
    await executor.finishErasures();
    return { keys, executor };
  };
  const installation: Installation = {
    store,
    keyStore,
    ledgerPath,
    now,
    ...(await start()),
    async restart() {
      Object.assign(installation, await start());
    },
    async log() {
      const events: RecordedEvent[] = [];
      for await (const batch of store.readAll()) events.push(...batch.events);
      return events;
    },
  };
  return installation;
}

export const CLINICIAN = { id: 'clinician-1', role: 'clinician' };
export const CLIENT = { id: 'stress:P001', role: 'participant' };

/** A request with a new command id. */
export function request(category: Category, command: object, context: Partial<CallerContext> = {}): ExecuteRequest {
  return { category, command, context: { commandId: uuidv7(), actor: CLINICIAN, source: 'web', ...context } };
}

export const TERMS = {
  title: 'Thought record',
  focus: 'cognitive',
  medium: 'worksheet',
  due: { kind: 'next-session' },
  performers: ['client'],
  setting: 'session',
  visibility: 'therapist',
} as const;

export const registerStudy = (timeZone = 'Europe/Stockholm') =>
  request('study', { type: 'RegisterStudy', studyId: 'stress', title: 'Stress at work', timeZone });
export const enrol = (code = 'P001', more: object = {}) =>
  request('participant', {
    type: 'EnrolParticipant',
    participantId: `stress:${code}`,
    studyId: 'stress',
    code,
    ...more,
  });
export const assign = (assignmentId = 'A1', terms: object = {}, participantId = 'stress:P001') =>
  request('assignment', {
    type: 'AssignHomework',
    assignmentId,
    participantId,
    initiatedBy: 'collaborative',
    terms: { ...TERMS, ...terms },
  });
export const attempt = (attemptId: string, more: object = {}, context: Partial<CallerContext> = {}) =>
  request(
    'assignment',
    {
      type: 'RecordAttempt',
      assignmentId: 'A1',
      attemptId,
      performer: 'client',
      informant: 'client',
      outcome: 'full',
      ...more,
    },
    { actor: CLIENT, source: 'phone-offline', ...context },
  );

/** A study with one enrolled participant and one assignment. */
export async function installWithHomework(options: Parameters<typeof install>[0] = {}): Promise<Installation> {
  const installation = await install(options);
  for (const step of [registerStudy(), enrol(), assign()]) await installation.executor.execute(step);
  return installation;
}
