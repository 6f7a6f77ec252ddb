import { v5 } from 'uuid';
import { builtInDefinitions } from '#adherence';
import { type Category, isEnvelope } from '#domain';
import type { RecordedEvent } from '#event-store';
import {
  CommandExecutor,
  CommandRefused,
  createLog,
  Engine,
  engineEntities,
  type ExecuteRequest,
  openDatabase,
  parseConfig,
} from '#platform';
import { EVERYTHING, type ReadSnapshot, type SnapshotRequest } from '#read-models';
import { type Random, seeded, sendSimulated, simulate } from '#simulator';
import { createDatabase } from '../postgres.ts';
import { contentsOf } from '../read-models/read-side.ts';

export interface AsOfComparison {
  /** Moments to compare. */
  readonly moments: number;
  readonly participants: number;
  readonly weeks: number;
  readonly seed: number;
  readonly onMoment?: (moment: ComparedMoment) => void;
}

export interface ComparedMoment {
  /** Log index. */
  readonly index: number;
  /** Rows of the study, in all tables. */
  readonly rows: number;
  /** Tables whose rows are others in a fresh database that stopped there. */
  readonly differing: readonly string[];
}

export interface AsOfOutcome {
  readonly events: number;
  readonly corrections: number;
  readonly voids: number;
  readonly moments: readonly ComparedMoment[];
}

const STUDY = 'simulated';
const NAMESPACE = '4f1f0cf5-3c2e-5d0e-9f54-0f3d5b8a6c77';
const PATIENCE = 60_000;
const PUBLISHED = ['quantity-unit-level', 'completed-half', 'practice-dose'];

/**
 * Records a simulated trial with corrections and voids, beside a second study, and compares the trial as of random indexes with
 * databases that hold nothing of the log beyond. Every table, row for row.
 */
export async function compareMoments(wanted: AsOfComparison): Promise<AsOfOutcome> {
  const random = seeded(wanted.seed);
  return withEngine(async (engine) => {
    await record(engine, wanted, random);
    const events = await eventsOf(engine);
    const count = (type: string) => events.filter((event) => event.type === type).length;
    engine.start();
    await engine.readModels.waitFor(await engine.store.head(), PATIENCE);
    const moments: ComparedMoment[] = [];
    for (const index of someIndexes(events.length, wanted.moments, random)) {
      const past = await contents(engine, { studyId: STUDY, asOf: index, timeoutMs: PATIENCE });
      const fresh = await stoppedAt(events.slice(0, index));
      const differing = Object.keys(past).filter(
        (table) => JSON.stringify(past[table]) !== JSON.stringify(fresh[table]),
      );
      const rows = Object.values(past).reduce((sum, table) => sum + table.length, 0);
      moments.push({ index, rows, differing });
      wanted.onMoment?.({ index, rows, differing });
    }
    return { events: events.length, corrections: count('EntryCorrected'), voids: count('EntryVoided'), moments };
  });
}

function someIndexes(events: number, moments: number, random: Random): readonly number[] {
  const indexes = new Set<number>();
  while (indexes.size < Math.min(moments, events)) indexes.add(random.integer(1, events));
  return [...indexes].sort((one, other) => one - other);
}

/** An engine over a database of its own. */
async function withEngine<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
  const own = await createDatabase();
  const config = parseConfig(
    { DATABASE_URL: own.url, DATA_DIR: '/nonexistent', MASTER_KEY: Buffer.alloc(32, 7).toString('base64') },
    { projectFolder: '/', currentFolder: '/', terminal: false, readText: () => '' },
  );
  const log = createLog({ level: 'silent', format: 'json' });
  try {
    const database = await openDatabase({ config, log, entities: engineEntities });
    try {
      const engine = await Engine.open({ config, log, database });
      try {
        return await work(engine);
      } finally {
        await engine.close();
      }
    } finally {
      await database.close();
    }
  } finally {
    await own.drop();
  }
}

/** Of the trial's commands, those after which the second study is recorded. */
const SECOND_STUDY_AFTER = 60;

/** The trial, corrected here and there as it goes on, with a second study in its midst. */
async function record(engine: Engine, { participants, weeks, seed }: AsOfComparison, random: Random): Promise<void> {
  const executor = new CommandExecutor(engine.executor);
  const options = { weeks, start: '2026-01-05T00:00:00.000Z', title: 'Simulated trial' };
  const definitions = PUBLISHED.flatMap((id) => builtInDefinitions.get(id) ?? []);
  const trial = simulate({ ...options, studyId: STUDY, participants, seed, definitions });
  const other = simulate({ ...options, studyId: 'another', participants: 2, seed: seed + 1, definitions: [] });
  const written: string[] = [];
  let step = 0;
  const execute = async (request: ExecuteRequest): Promise<Told> => {
    const told = await tell(executor, request);
    if (told.stream !== undefined) written.push(told.stream);
    step += 1;
    if (step === SECOND_STUDY_AFTER) {
      await sendSimulated(other, { execute: (second) => tell(executor, second), concurrency: 1 });
    }
    if (written.length > 0 && random.chance(0.2)) await fix(engine, executor, random.pick(written), `${step}`, random);
    return told;
  };
  await sendSimulated(trial, { execute, concurrency: 1 });
}

/** Without these the rest of the trial would be refused. */
const OTHERS_DEPEND_ON = [
  ...['StudyRegistered', 'ProtocolPublished', 'SiteOpened', 'StaffAppointed', 'TherapistRegistered'],
  ...['ParticipantScreened', 'ConsentGiven', 'ParticipantEnrolled'],
];

/** Corrects or voids an entry of a stream, whichever comes up; what the domain refuses is left as it is. */
async function fix(
  engine: Engine,
  executor: CommandExecutor,
  stream: string,
  name: string,
  random: Random,
): Promise<void> {
  const entries: RecordedEvent[] = [];
  for await (const event of engine.store.readStream(stream as RecordedEvent['stream'])) entries.push(event);
  const entry = random.pick(entries);
  if (OTHERS_DEPEND_ON.includes(entry.type)) return;
  const place = stream.indexOf('-');
  const [category, recordId] = [stream.slice(0, place) as Category, stream.slice(place + 1)];
  const about = { category, recordId, entryId: entry.id, reason: 'typing-error' };
  const replacement = replacementFor(entry, random);
  const command =
    replacement === undefined || random.chance(0.3)
      ? { type: 'VoidEntry', ...about }
      : { type: 'CorrectEntry', ...about, replacement };
  const actor = { id: 'monitor-1', role: 'coordinator' };
  const context = { commandId: v5(name, NAMESPACE), actor, source: 'web' as const };
  await tell(executor, { category, command, context });
}

interface Told {
  readonly eventIds: readonly string[];
  readonly stream?: string;
}

/** What a correction or a void made impossible is refused, and left out. */
async function tell(executor: CommandExecutor, request: ExecuteRequest): Promise<Told> {
  try {
    return await executor.execute(request);
  } catch (error) {
    if (error instanceof CommandRefused) return { eventIds: [] };
    throw error;
  }
}

/** The content of an entry, changed where that tells in the tables; undefined for what is only voided. */
function replacementFor({ type, data }: RecordedEvent, random: Random): Record<string, unknown> | undefined {
  const opened = (_: string, value: unknown): unknown => (isEnvelope(value) ? 'In other words.' : value);
  const content = JSON.parse(data, opened) as Record<string, unknown>;
  switch (type) {
    case 'AttemptRecorded':
      return {
        ...content,
        difficulty: random.integer(0, 4),
        outcome: random.pick(['full', 'part']),
        note: 'As she told it later.',
      };
    case 'MeasureRecorded':
      return { ...content, items: { ...(content['items'] as object), q1: random.integer(0, 3) } };
    case 'SessionHeld':
      return { ...content, minutes: random.integer(30, 60) };
    case 'HomeworkAssigned':
      return { ...content, terms: { ...(content['terms'] as object), confidence: random.integer(0, 10) * 10 } };
    default:
      return undefined;
  }
}

async function eventsOf({ store }: Engine): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of store.readAll()) events.push(...batch.events);
  return events;
}

type Contents = Readonly<Record<string, readonly string[]>>;

async function contents({ readModels }: Engine, request: Omit<SnapshotRequest, 'scope'>): Promise<Contents> {
  const snapshot = await readModels.openSnapshot({ ...request, scope: EVERYTHING });
  try {
    return await ofStudy(snapshot);
  } finally {
    await snapshot.close();
  }
}

async function stoppedAt(events: readonly RecordedEvent[]): Promise<Contents> {
  return withEngine(async (engine) => {
    await engine.store.restore(events);
    engine.start();
    await engine.readModels.waitFor(await engine.store.head(), PATIENCE);
    return contents(engine, {});
  });
}

/** Rows of the study. Positions are the engine's own business: two databases may number alike logs otherwise. */
async function ofStudy(snapshot: ReadSnapshot): Promise<Contents> {
  const all = await contentsOf(snapshot);
  const streams = new Set(
    (all['"facts"'] ?? [])
      .map(parsed)
      .filter(isOwn)
      .map((row) => row['stream']),
  );
  return Object.fromEntries(
    Object.entries(all).map(([table, rows]) => {
      const own = rows.map(parsed).filter((row) => ('study_id' in row ? isOwn(row) : streams.has(row['stream'])));
      return [table, own.map((row) => JSON.stringify({ ...row, position: undefined })).sort()];
    }),
  );
}

const parsed = (row: string) => JSON.parse(row) as Record<string, unknown>;
const isOwn = (row: Readonly<Record<string, unknown>>) => row['study_id'] === STUDY;
