import { describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Category, type RefusalCode, decode, eventMetadata } from '#domain';
import {
  type Appended,
  AppendOutcomeUnknown,
  type EventStore,
  MemoryEventStore,
  type StreamWrite,
  WrongExpectedRevision,
} from '#event-store';
import { withCorrelationId } from '../logging/log.ts';
import { CommandExecutor } from './command.executor.ts';
import { CommandIdReused, CommandRefused, InvalidCommand, TooMuchContention } from './command.error.ts';
import type { ExecuteRequest } from './execute.command.ts';
import {
  CLIENT,
  CLINICIAN,
  assign,
  attempt,
  enrol,
  install,
  installWithHomework,
  registerStudy,
  request,
} from './executor.specification.ts';

const adjust = (difficulty: number) =>
  request('assignment', { type: 'AdjustAssignment', assignmentId: 'A1', terms: { difficulty }, trigger: 'practical' });
const withdraw = () => request('assignment', { type: 'WithdrawAssignment', assignmentId: 'A1', reason: 'replaced' });

/** A store whose appends go through `append`, everything else as before. */
function storeWith(inner: EventStore, append: (write: StreamWrite) => Promise<Appended>): EventStore {
  return {
    append,
    readStream: (...given) => inner.readStream(...given),
    readAll: (...given) => inner.readAll(...given),
    subscribe: (...given) => inner.subscribe(...given),
    restore: (...given) => inner.restore(...given),
    head: () => inner.head(),
    close: () => inner.close(),
  };
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: RefusalCode; details: object }> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CommandRefused)) throw new Error(`not a refusal: ${String(error)}`);
  return { code: error.code, details: error.details };
}

describe('a command', () => {
  it('writes events that say who, when, where and why, and answers with a receipt', async () => {
    const home = await installWithHomework();
    const sent = attempt('T1');
    const receipt = await home.executor.execute(sent);
    const [stored] = (await home.log()).slice(-1);
    if (stored === undefined) throw new Error('nothing was stored');
    expect(receipt).toEqual({
      commandId: sent.context.commandId,
      stream: 'assignment-A1',
      revision: 1,
      position: stored.position.toString(),
      eventIds: [stored.id],
      recordedAt: stored.recordedAt,
    });
    expect(eventMetadata.parse(decode(stored).metadata)).toMatchObject({
      commandId: sent.context.commandId,
      causationId: sent.context.commandId,
      correlationId: sent.context.commandId,
      actor: CLIENT,
      occurredAt: '2026-03-01T12:00:00.000Z',
      localDate: '2026-03-01',
      offset: '+01:00',
      timeZone: 'Europe/Stockholm',
      studyId: 'stress',
      participantId: 'stress:P001',
      protocolVersion: 0,
      schemaVersion: 1,
      source: 'phone-offline',
    });
  });

  it('belongs to the conversation and the cause that its caller names, or to the request under way', async () => {
    const { executor, log } = await installWithHomework();
    const [correlationId, causationId, requestId] = [uuidv7(), uuidv7(), uuidv7()];
    await executor.execute(attempt('T1', {}, { correlationId, causationId }));
    await withCorrelationId(requestId, () => executor.execute(attempt('T2')));
    const [first, second] = (await log()).slice(-2).map((stored) => decode(stored).metadata);
    expect(first).toMatchObject({ correlationId, causationId });
    expect(second).toMatchObject({ correlationId: requestId });
  });

  it('stands on the calendar of the record it creates or changes', async () => {
    const { executor, log } = await install({ now: '2026-02-28T23:30:00.000Z' });
    await executor.execute(registerStudy('Asia/Tokyo'));
    await executor.execute(enrol('P001', { timeZone: 'America/New_York' }));
    await executor.execute(
      request('study', { type: 'PublishProtocol', studyId: 'stress', version: 1, changes: 'A', reason: 'B' }),
    );
    await executor.execute(assign());
    expect((await log()).map((stored) => decode(stored).metadata)).toMatchObject([
      { localDate: '2026-03-01', offset: '+09:00', timeZone: 'Asia/Tokyo', studyId: 'stress', protocolVersion: 0 },
      { localDate: '2026-02-28', offset: '-05:00', timeZone: 'America/New_York', participantId: 'stress:P001' },
      { localDate: '2026-03-01', protocolVersion: 1 },
      { localDate: '2026-02-28', protocolVersion: 1, studyId: 'stress' },
    ]);
  });

  it('that is refused says why, writes nothing, and may be tried again', async () => {
    const { executor, log } = await install();
    await executor.execute(registerStudy());
    const early = assign();
    expect(await refusalOf(executor.execute(early))).toEqual({ code: 'ParticipantNotEnrolled', details: {} });
    expect(await log()).toHaveLength(1);
    await executor.execute(enrol());
    await expect(executor.execute(early)).resolves.toMatchObject({ stream: 'assignment-A1', revision: 0 });
  });

  it('sees corrections of the records it depends on', async () => {
    const { executor, log } = await installWithHomework();
    await executor.execute(attempt('T1'));
    const leave = request('participant', {
      type: 'DiscontinueParticipant',
      participantId: 'stress:P001',
      from: 'study',
      reason: 'moved',
    });
    const { eventIds } = await executor.execute(leave);
    expect(await refusalOf(executor.execute(assign('A2')))).toMatchObject({ code: 'ParticipantLeft' });
    const voids = { type: 'VoidEntry', category: 'participant', recordId: 'stress:P001', entryId: eventIds[0] };
    await executor.execute(request('participant', { ...voids, reason: 'wrong-person' }));
    await expect(executor.execute(assign('A2'))).resolves.toMatchObject({ revision: 0 });
    const [entry] = (await log()).filter(({ type }) => type === 'EntryVoided');
    expect(entry && decode(entry).metadata).toMatchObject({ participantId: 'stress:P001', studyId: 'stress' });
  });
});

describe('a command sent again', () => {
  it('gets the original receipt after later events, a restart, and when it would be refused now', async () => {
    const home = await installWithHomework();
    const sent = attempt('T1', { note: 'felt better' });
    const original = await home.executor.execute(sent);
    await home.executor.execute(adjust(2));
    await home.executor.execute(withdraw());
    const before = await home.log();
    expect(await home.executor.execute(sent)).toEqual(original);
    await home.restart();
    expect(await home.executor.execute(sent)).toEqual(original);
    const upper = { ...sent, context: { ...sent.context, commandId: sent.context.commandId.toUpperCase() } };
    expect(await home.executor.execute(upper)).toEqual(original);
    expect(await home.log()).toEqual(before);
  });

  it('may have travelled otherwise, at another time', async () => {
    const home = await installWithHomework();
    const sent = attempt('T1', {}, { occurredAt: '2026-03-01T11:00:00.000Z', sentAt: '2026-03-01T11:00:01.000Z' });
    const original = await home.executor.execute(sent);
    home.now.value = new Date('2026-03-05T12:00:00.000Z');
    const later = { ...sent, context: { ...sent.context, sentAt: '2026-03-05T12:00:00.000Z', source: 'web' as const } };
    expect(await home.executor.execute(later)).toEqual(original);
  });

  it.each<[string, (sent: ExecuteRequest) => ExecuteRequest]>([
    ['content', (sent) => ({ ...sent, command: { ...(sent.command as object), outcome: 'part' } })],
    ['private content', (sent) => ({ ...sent, command: { ...(sent.command as object), note: 'other' } })],
    ['time', (sent) => ({ ...sent, context: { ...sent.context, occurredAt: '2026-03-01T11:00:00.000Z' } })],
    ['actor', (sent) => ({ ...sent, context: { ...sent.context, actor: CLINICIAN } })],
    ['type', (sent) => ({ ...sent, command: { type: 'ExpireAssignment', assignmentId: 'A1' } })],
  ])('with other %s is refused, also after a restart', async (_, change) => {
    const home = await installWithHomework();
    const sent = attempt('T1', { note: 'felt better' });
    await home.executor.execute(sent);
    await home.restart();
    const before = await home.log();
    await expect(home.executor.execute(change(sent))).rejects.toThrow(CommandIdReused);
    expect(await home.log()).toEqual(before);
  });

  it('is told apart in streams that belong to no participant too', async () => {
    const { executor } = await install();
    const sent = registerStudy();
    const original = await executor.execute(sent);
    expect(await executor.execute(sent)).toEqual(original);
    const other = { ...sent, command: { ...(sent.command as object), title: 'Another title' } };
    await expect(executor.execute(other)).rejects.toThrow(CommandIdReused);
  });

  it('many times at once is carried out once', async () => {
    const home = await installWithHomework();
    const elsewhere = new CommandExecutor({ store: home.store, keys: home.keys });
    const sent = attempt('T1');
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? home.executor : elsewhere).execute(sent)),
    );
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await home.log()).toHaveLength(4);
  });

  it('at once with other content is carried out once, and the other is told', async () => {
    const home = await installWithHomework();
    const elsewhere = new CommandExecutor({ store: home.store, keys: home.keys });
    const sent = attempt('T1');
    const other = { ...sent, command: { ...(sent.command as object), outcome: 'part' } };
    const answers = await Promise.allSettled([home.executor.execute(sent), elsewhere.execute(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await home.log()).toHaveLength(4);
  });
});

describe('many writers', () => {
  it('of one stream, fifty at once in two processes, are each carried out once', async () => {
    const home = await installWithHomework();
    const elsewhere = new CommandExecutor({ store: home.store, keys: home.keys });
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? home.executor : elsewhere).execute(attempt(`T${index}`)),
      ),
    );
    expect(receipts.map(({ revision }) => revision).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect((await home.log()).filter(({ type }) => type === 'AttemptRecorded')).toHaveLength(50);
  });

  it('that are always faster end in an error that says so, and nothing is written', async () => {
    const home = await installWithHomework();
    const append = jest.fn(async ({ stream, expected }: StreamWrite): Promise<Appended> => {
      throw new WrongExpectedRevision(stream, expected, 99);
    });
    const beaten = new CommandExecutor({ store: storeWith(home.store, append), keys: home.keys });
    await expect(beaten.execute(attempt('T1'))).rejects.toThrow(TooMuchContention);
    expect(append).toHaveBeenCalledTimes(12);
    expect(await home.log()).toHaveLength(3);
  });
});

describe('an append whose outcome is unknown', () => {
  const unknown = new AppendOutcomeUnknown('the connection was lost');

  it.each([
    ['happened', true],
    ['did not happen', false],
  ])('and that %s is settled by sending the same events again', async (_, happened) => {
    const inner = new MemoryEventStore();
    let losses = 0;
    const store = storeWith(inner, async (write) => {
      if (write.stream !== 'assignment-A1' || losses === 2) return inner.append(write);
      losses += 1;
      if (happened) await inner.append(write);
      throw unknown;
    });
    const home = await installWithHomework({ store });
    expect(losses).toBe(2);
    const stored = (await home.log()).filter(({ type }) => type === 'HomeworkAssigned');
    expect(stored).toHaveLength(1);
    const [event] = stored;
    const sent = assign();
    const again = { ...sent, context: { ...sent.context, commandId: decode(event ?? raise()).metadata.commandId } };
    await expect(home.executor.execute(again)).resolves.toMatchObject({
      eventIds: [event?.id],
      position: event?.position.toString(),
    });
  });

  it('for good is told, and sending the command again later is safe', async () => {
    const home = await installWithHomework();
    const inner = home.store;
    let broken = true;
    const store = storeWith(inner, async (write) => {
      const appended = await inner.append(write);
      if (broken) throw unknown;
      return appended;
    });
    const executor = new CommandExecutor({ store, keys: home.keys });
    const sent = attempt('T1');
    await expect(executor.execute(sent)).rejects.toThrow(AppendOutcomeUnknown);
    broken = false;
    await expect(executor.execute(sent)).resolves.toMatchObject({ revision: 1 });
    expect(await home.log()).toHaveLength(4);
  });
});

describe('what cannot be a command', () => {
  const cases: [string, ExecuteRequest, string][] = [
    ['category', { ...attempt('T1'), category: 'constructor' as Category }, 'category'],
    ['no command', { ...attempt('T1'), command: undefined }, ''],
    ['a list', { ...attempt('T1'), command: [] }, ''],
    ['command id', attempt('T1', {}, { commandId: 'one' }), 'context.commandId'],
    ['actor', attempt('T1', {}, { actor: { id: 'a b', role: 'participant' } }), 'context.actor.id'],
    ['time', attempt('T1', {}, { occurredAt: 'yesterday' }), 'context.occurredAt'],
    ['device clock', attempt('T1', {}, { sentAt: '2026-13-01T00:00:00.000Z' }), 'context.sentAt'],
    ['more context', { ...attempt('T1'), context: { ...attempt('T1').context, more: 1 } as never }, 'context.more'],
    ['a field', attempt('T1', { outcome: 'splendid' }), 'outcome'],
    [
      'an envelope',
      attempt('T1', { note: { sealed: 'A256GCM', key: 'k', at: 'a', iv: 'i', text: 't', length: 1 } }),
      'note',
    ],
    ['erased content', attempt('T1', { note: { erased: true } }), 'note'],
    ['NUL', attempt('T1', { note: 'a\u0000' }), 'note'],
    [
      'record of another category',
      request('study', { type: 'SignRecord', category: 'session', recordId: 'S', meaning: 'reviewed' }),
      'category',
    ],
  ];
  it.each(cases)('%s is refused with the field', async (_, sent, field) => {
    const { executor, log } = await installWithHomework();
    const failure = executor.execute(sent);
    await expect(failure).rejects.toThrow(InvalidCommand);
    await expect(failure).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ field })]),
    });
    expect(await log()).toHaveLength(3);
  });
});

function raise(): never {
  throw new Error('nothing was stored');
}
