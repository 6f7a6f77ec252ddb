import { describe, expect, it, jest } from '@jest/globals';
import { ERASED, type Fact, decode, isEnvelope } from '#domain';
import {
  type Installation,
  assign,
  attempt,
  enrol,
  install,
  installWithHomework,
  registerStudy,
  request,
} from '../execute/executor.specification.ts';
import { BrokenSeal } from './envelope.cipher.ts';
import { MissingKey, Opener } from './event.sealing.ts';
import { MemoryKeyStore } from './memory.key-store.ts';

// Executes E6-4.2.8.

const MARKER = 'MARKER-I-told-her-everything';
const participantId = 'stress:P001';
const erase = () => request('participant', { type: 'ErasePersonalData', participantId, requestedBy: 'participant' });

async function facts(home: Installation, type: string): Promise<Fact[]> {
  return (await home.log()).filter((event) => event.type === type).map(decode);
}

async function withContent(): Promise<Installation> {
  const home = await installWithHomework();
  await home.executor.execute(assign('A2', { title: `Title ${MARKER}`, goal: MARKER, instructions: '' }));
  await home.executor.execute(attempt('T1', { note: MARKER }));
  const [work] = await facts(home, 'AttemptRecorded');
  const correction = request('assignment', {
    type: 'CorrectEntry',
    category: 'assignment',
    recordId: 'A1',
    entryId: work?.id,
    replacement: { ...(work?.data as object), note: `${MARKER} twice` },
    reason: 'transcription-error',
    note: MARKER,
  });
  await home.executor.execute(correction);
  return home;
}

describe('private content', () => {
  it('is in no stored byte, and whoever may read opens it', async () => {
    const home = await withContent();
    const stored = (await home.log()).map(({ data, metadata }) => data + metadata).join();
    expect(stored).not.toContain('MARKER');
    expect(stored).not.toContain(Buffer.from(MARKER).toString('base64url').slice(2, -2));
    const opener = new Opener(home.keys);
    const [first, second] = await opener.openAll(await facts(home, 'HomeworkAssigned'));
    expect(first?.data).toMatchObject({ terms: { title: 'Thought record' } });
    expect(second?.data).toMatchObject({ terms: { title: `Title ${MARKER}`, goal: MARKER, instructions: '' } });
    const [corrected] = await opener.openAll(await facts(home, 'EntryCorrected'));
    expect(corrected?.data).toMatchObject({ note: MARKER, replacement: { note: `${MARKER} twice` } });
  });

  it('keeps its length, and opens from a read model’s column in the order asked', async () => {
    const home = await withContent();
    const [work] = await facts(home, 'AttemptRecorded');
    if (work?.type !== 'AttemptRecorded') throw new Error('no attempt');
    // As a read model's column holds it.
    const note: unknown = work.data.note;
    if (!isEnvelope(note)) throw new Error('not sealed');
    expect(note).toMatchObject({ length: MARKER.length, key: `participant:${participantId}`, at: `${work.id}/note` });
    expect(await new Opener(home.keys).openValues([note, null, 'plain', ERASED, note])).toEqual([
      MARKER,
      null,
      'plain',
      ERASED,
      MARKER,
    ]);
  });

  it('cannot be moved to another event, nor read when its key was lost', async () => {
    const home = await withContent();
    const [work] = await facts(home, 'AttemptRecorded');
    if (work === undefined) throw new Error('no attempt');
    const moved = { ...work, id: '00000000-0000-5000-8000-000000000000' };
    await expect(new Opener(home.keys).open(moved)).rejects.toThrow(BrokenSeal);
    const empty = await install({ keyStore: new MemoryKeyStore() });
    await expect(new Opener(empty.keys).open(work)).rejects.toThrow(MissingKey);
  });

  it('that belongs to no participant is refused, and its absence is not', async () => {
    const home = await install();
    const { eventIds } = await home.executor.execute(registerStudy());
    const correction = (note: object) =>
      request('study', {
        type: 'CorrectEntry',
        category: 'study',
        recordId: 'stress',
        entryId: eventIds[0],
        replacement: { studyId: 'stress', title: 'Stress and rest', timeZone: 'Europe/Stockholm' },
        reason: 'typing-error',
        ...note,
      });
    await expect(home.executor.execute(correction({ note: MARKER }))).rejects.toMatchObject({
      code: 'PrivateContentOfNobody',
    });
    await expect(home.executor.execute(correction({}))).resolves.toMatchObject({ revision: 1 });
  });
});

describe('erasure', () => {
  it('leaves the trail and takes the content, everywhere and for good', async () => {
    const home = await withContent();
    const before = await home.log();
    await home.executor.execute(erase());
    expect((await home.log()).slice(0, -1)).toEqual(before);
    for (const again of [false, true]) {
      if (again) await home.restart();
      const opener = new Opener(home.keys);
      const [, second] = await opener.openAll(await facts(home, 'HomeworkAssigned'));
      expect(second?.data).toMatchObject({ terms: { title: ERASED, goal: ERASED, focus: 'cognitive' } });
      const [corrected] = await opener.openAll(await facts(home, 'EntryCorrected'));
      expect(corrected?.data).toMatchObject({ note: ERASED, replacement: { note: ERASED, outcome: 'full' } });
    }
  });

  it('takes no new private content, but plain facts', async () => {
    const home = await withContent();
    await home.executor.execute(erase());
    await expect(home.executor.execute(attempt('T2', { note: 'more' }))).rejects.toMatchObject({
      code: 'ParticipantErased',
    });
    await expect(home.executor.execute(assign('A3'))).rejects.toMatchObject({ code: 'ParticipantErased' });
    const plain = attempt('T2');
    const receipt = await home.executor.execute(plain);
    expect(await home.executor.execute(plain)).toEqual(receipt);
    await expect(home.executor.execute(erase())).rejects.toMatchObject({ code: 'PersonalDataAlreadyErased' });
  });

  it('leaves commands that are sent again their receipts', async () => {
    const home = await installWithHomework();
    const sent = attempt('T1', { note: MARKER });
    const order = erase();
    const original = await home.executor.execute(sent);
    const erasure = await home.executor.execute(order);
    await home.restart();
    expect(await home.executor.execute(sent)).toEqual(original);
    expect(await home.executor.execute(order)).toEqual(erasure);
  });

  it('of one participant leaves the others theirs', async () => {
    const home = await withContent();
    await home.executor.execute(enrol('P002'));
    await home.executor.execute(assign('B1', { title: MARKER }, 'stress:P002'));
    await home.executor.execute(erase());
    const opened = await new Opener(home.keys).openAll(await facts(home, 'HomeworkAssigned'));
    expect(opened.map(({ data }) => (data as { terms: { title: unknown } }).terms.title)).toEqual([
      ERASED,
      ERASED,
      MARKER,
    ]);
  });

  it.each([
    ['a start', async (home: Installation) => home.restart()],
    [
      'the command sent again',
      async (home: Installation, order: ReturnType<typeof erase>) => home.executor.execute(order),
    ],
  ])('that was cut short between the log and the key is completed by %s', async (_, complete) => {
    const home = await withContent();
    const order = erase();
    // Neither the ledger nor the key store hears of the destruction.
    jest.spyOn(home.keys, 'destroy').mockRejectedValueOnce(new Error('killed'));
    await expect(home.executor.execute(order)).rejects.toThrow('killed');
    expect(await facts(home, 'PersonalDataErased')).toHaveLength(1);
    expect(await home.keyStore.destroyed()).toEqual([]);
    await complete(home, order);
    expect(await home.keyStore.destroyed()).toEqual([participantId]);
    expect(await facts(home, 'PersonalDataErased')).toHaveLength(1);
  });

  it('that never reached the log destroys nothing', async () => {
    const home = await withContent();
    jest.spyOn(home.store, 'append').mockRejectedValueOnce(new Error('killed'));
    await expect(home.executor.execute(erase())).rejects.toThrow('killed');
    await home.restart();
    expect(await home.keyStore.destroyed()).toEqual([]);
    const [, second] = await new Opener(home.keys).openAll(await facts(home, 'HomeworkAssigned'));
    expect(JSON.stringify(second)).toContain(MARKER);
    await home.executor.execute(erase());
    expect(await home.keyStore.destroyed()).toEqual([participantId]);
  });
});
