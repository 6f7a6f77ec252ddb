import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StagedApi, startStagedApi } from './acting.ts';

const STUDY = 'live';
const person = (code: string): string => `${STUDY}:${code}`;
const at = { occurredAt: '2026-03-02T09:00:00.000Z' };

interface Told {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What somebody hears, from the moment of `ready`. */
class Ear {
  readonly told: Told[] = [];
  ended = false;
  #wake: () => void = () => undefined;
  readonly #stop = new AbortController();

  static async open(api: StagedApi, subjectId: string, kind: string): Promise<Ear> {
    const ear = new Ear();
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const headers = { 'x-acting-as': JSON.stringify({ subjectId, kind }) };
    const response = await fetch(`http://127.0.0.1:${port}/live`, { headers, signal: ear.#stop.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    void ear.#read(response);
    await ear.until(({ event }) => event === 'ready');
    return ear;
  }

  /** Everything of `changed` up to the first that fits. */
  async until(fits: (told: Told) => boolean): Promise<void> {
    while (!this.told.some(fits)) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  async untilKind(kind: string): Promise<void> {
    await this.until(({ data }) => Array.isArray(data['kinds']) && data['kinds'].includes(kind));
  }

  /** All that was ever said, as text. */
  get text(): string {
    return JSON.stringify(this.told);
  }

  hangUp(): void {
    this.#stop.abort();
  }

  async #read(response: Response): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    const body: AsyncIterable<Uint8Array> = response.body!;
    try {
      for await (const chunk of body) {
        rest += decoder.decode(chunk, { stream: true });
        const parts = rest.split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) this.#hear(part);
      }
    } catch {
      // We hung up.
    }
    this.ended = true;
    this.#wake();
  }

  #hear(part: string): void {
    const [, event = '', data = '{}'] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
    this.told.push({ event, data: JSON.parse(data) as Told['data'] });
    this.#wake();
  }
}

describe('live updates', () => {
  let api: StagedApi;
  const ears: Ear[] = [];
  const listen = async (subjectId: string, kind = 'staff'): Promise<Ear> => {
    const ear = await Ear.open(api, subjectId, kind);
    ears.push(ear);
    return ear;
  };
  const say = (name: string, input: object) => api.stage.receipt(name, input, at);

  beforeAll(async () => {
    api = await startStagedApi();
    await say('registerStudy', { studyId: STUDY, title: 'Live', timeZone: 'Europe/Stockholm' });
    for (const [staffId, role] of [
      ['anna', 'CLINICIAN'],
      ['bo', 'CLINICIAN'],
      ['rita', 'RESEARCHER'],
      ['leaving', 'RESEARCHER'],
    ]) {
      await say('appointStaff', { studyId: STUDY, staffId, role, from: '2026-01-01' });
    }
    for (const [code, therapistId] of [
      ['P1', 'anna'],
      ['P2', 'bo'],
    ] as const) {
      await say('registerTherapist', { studyId: STUDY, therapistId, profession: 'psychologist' });
      await say('enrolParticipant', { studyId: STUDY, code });
      await say('assignTherapist', { participantId: person(code), therapistId, from: '2026-03-01' });
    }
  });
  afterAll(async () => {
    ears.forEach((ear) => ear.hangUp());
    await api?.stop();
  });

  it('are for those who are signed in', async () => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const nobody = await fetch(`http://127.0.0.1:${port}/live`);
    expect(nobody.status).toBe(403);
    const foreign = await fetch(`http://127.0.0.1:${port}/live`, {
      headers: { cookie: 'intersession=x', origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('tell of records and people within reach, and of no others', async () => {
    const [anna, bo, rita, p1, p2] = await Promise.all([
      ...[listen('anna'), listen('bo'), listen('rita')],
      ...[listen(person('P1'), 'participant'), listen(person('P2'), 'participant')],
    ]);
    const goal = (code: string) => ({
      goalId: `goal-${code}`,
      participantId: person(code),
      statement: 'Sleep through',
      setBy: 'CLIENT',
    });
    await say('setGoal', goal('P1'));
    await Promise.all([anna!.untilKind('goal'), rita!.untilKind('goal'), p1!.untilKind('goal')]);
    await say('setGoal', goal('P2'));
    await Promise.all([bo!.untilKind('goal'), p2!.untilKind('goal')]);
    for (const ear of [anna, p1]) expect(ear!.text).not.toContain('P2');
    for (const ear of [bo, p2]) expect(ear!.text).not.toContain('P1');
    expect(rita!.text).toContain('P1');
    for (const ear of [anna, bo, rita, p1, p2]) expect(ear!.text).not.toContain('Sleep');
  });

  it('do not tell that records have changed which one may not read', async () => {
    const rita = await listen('rita');
    const post = await say('appointStaff', { studyId: STUDY, staffId: 'new', role: 'MONITOR', from: '2026-01-01' });
    expect(post.position).toBeDefined();
    await say('setGoal', { goalId: 'later', participantId: person('P1'), statement: 'Walk', setBy: 'CLIENT' });
    await rita.untilKind('goal');
    expect(rita.told.flatMap(({ data }) => data['kinds'] ?? [])).toEqual(['goal']);
  });

  it('follow rights: what is taken away is not told from then on', async () => {
    const leaving = await listen('leaving');
    await say('removeStaff', {
      studyId: STUDY,
      staffId: 'leaving',
      role: 'RESEARCHER',
      reason: 'Moved on',
    });
    const rita = await listen('rita');
    await say('setGoal', { goalId: 'last', participantId: person('P2'), statement: 'Cook', setBy: 'CLIENT' });
    await rita.untilKind('goal');
    await say('setGoal', { goalId: 'very-last', participantId: person('P2'), statement: 'Eat', setBy: 'CLIENT' });
    await rita.until(() => rita.told.filter(({ event }) => event === 'changed').length > 1);
    expect(leaving.told.filter(({ event }) => event === 'changed')).toEqual([]);
  });

  it('end with the server, so that pages look for it again', async () => {
    const rita = await listen('rita');
    await api.stop();
    await rita.until(() => true);
    while (!rita.ended) await new Promise((resolve) => setImmediate(resolve));
    expect(rita.ended).toBe(true);
  });
});
