import { describe, expect, it } from '@jest/globals';
import { type Fact, decode, isEnvelope } from '#domain';
import { commitmentOf } from '#randomisation';
import { type Installation, enrol, install, registerStudy, request } from '../execute/executor.specification.ts';
import { Opener } from './event.sealing.ts';

const studyId = 'stress';
const MARKER = 'Jumped-from-the-bridge';
const scheme = {
  method: 'list' as const,
  arms: [
    { arm: 'usual-care', ratio: 1 },
    { arm: 'homework-support-by-telephone', ratio: 1 },
  ],
  factors: [],
  planned: 2,
};
const list = [
  { number: 1, arm: 'homework-support-by-telephone' },
  { number: 2, arm: 'usual-care' },
];
const secrets = { seed: 'a1'.repeat(32), nonce: 'b2'.repeat(32) };
const seal = () => request('allocation', { type: 'SealAllocationSequence', studyId, ...scheme, ...secrets, list });
const allocate = (code: string) =>
  request('allocation', { type: 'AllocateParticipant', studyId, participantId: `stress:${code}` });

async function allocated(): Promise<Installation> {
  const home = await install();
  for (const sent of [registerStudy(), enrol('P001'), enrol('P002'), seal(), allocate('P001'), allocate('P002')]) {
    await home.executor.execute(sent);
  }
  return home;
}

async function facts(home: Installation): Promise<Fact[]> {
  return (await home.log()).filter(({ stream }) => stream.startsWith('allocation-')).map(decode);
}

describe('arms', () => {
  it('are in no stored byte, and no envelope tells one from another', async () => {
    const home = await allocated();
    const own = (await home.log()).filter(({ type }) => type === 'ParticipantAllocated');
    const stored = own.map(({ data, metadata }) => data + metadata);
    expect(stored.join()).not.toContain('usual-care');
    expect(stored.join()).not.toContain('telephone');
    expect(new Set(stored.map(({ length }) => length)).size).toBe(1);
    const whole = (await home.log()).map(({ data, metadata }) => data + metadata).join();
    expect(whole).not.toContain(secrets.seed);
    expect(whole).not.toContain(secrets.nonce);
    expect(whole).toContain(commitmentOf(studyId, scheme, { ...secrets, blockSizes: [], probability: 1, list }));
  });

  it('open for those who ask for arms, and stay sealed for everybody else who opens content', async () => {
    const home = await allocated();
    for (const again of [false, true]) {
      if (again) await home.restart();
      const known = await new Opener(home.keys, 'arms').openAll(await facts(home));
      expect(known.flatMap(({ data }) => ('arm' in data ? [data.arm] : []))).toEqual([
        'homework-support-by-telephone',
        'usual-care',
      ]);
      const blind = await new Opener(home.keys).openAll(await facts(home));
      const arms: unknown[] = blind.flatMap(({ data }) => ('arm' in data ? [data.arm] : []));
      expect(arms.map(isEnvelope)).toEqual([true, true]);
      expect(await new Opener(home.keys).openValues(arms)).toEqual(arms);
    }
  });

  it('are the study’s: erasing a participant leaves the trial its arms, and takes why somebody was unblinded', async () => {
    const home = await allocated();
    const participantId = 'stress:P001';
    const why = { revealedTo: 'dr-7', reason: 'medical-emergency', note: MARKER };
    const unblind = request('allocation', { type: 'UnblindParticipant', studyId, participantId, ...why });
    await home.executor.execute(unblind);
    await home.executor.execute(
      request('participant', { type: 'ErasePersonalData', participantId, requestedBy: 'participant' }),
    );
    const text = JSON.stringify(await new Opener(home.keys, 'arms').openAll(await facts(home)));
    expect(text).toContain('homework-support-by-telephone');
    expect(text).not.toContain(MARKER);
  });
});
