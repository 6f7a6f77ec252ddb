import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decode } from '#domain';
import { enrol, install, registerStudy, request } from './executor.specification.ts';
import { studyClock } from './study.clock.ts';

const on = (command: object) => request('study', { studyId: 'stress', ...command });
const example: unknown = JSON.parse(readFileSync('examples/protocols/homework-by-telephone.protocol.json', 'utf8'));
const protocol = { type: 'PublishProtocol', version: 1, changes: 'First', reason: 'Start', protocol: example };

describe('the clock of a study', () => {
  it('is ours, and in a dry run as many days a minute as were asked for', () => {
    const now = new Date('2026-03-01T12:10:00.000Z');
    expect(studyClock({ dryRun: undefined }, now)).toEqual(now);
    const dryRun = { since: '2026-03-01T12:00:00.000Z', daysPerMinute: 7 };
    expect(studyClock({ dryRun }, now).toISOString()).toBe('2026-05-10T12:00:00.000Z');
    // Ours went backwards: the study's stands still.
    expect(studyClock({ dryRun }, new Date('2026-03-01T11:00:00.000Z')).toISOString()).toBe(dryRun.since);
  });

  it('dates what made-up participants do, and is ours again once the study is live', async () => {
    const home = await install();
    await home.executor.execute(registerStudy());
    await home.executor.execute(on(protocol));
    await expect(home.executor.execute(enrol('DRY-1'))).rejects.toMatchObject({ code: 'StudyNotLive' });
    await home.executor.execute(on({ type: 'StartDryRun', daysPerMinute: 7 }));
    home.now.value = new Date('2026-03-01T12:01:00.000Z');
    await home.executor.execute(enrol('DRY-1'));
    await expect(home.executor.execute(enrol('P001'))).rejects.toMatchObject({ code: 'DryRunCodeExpected' });
    await home.executor.execute(on({ type: 'GoLive' }));
    await expect(home.executor.execute(enrol('DRY-2'))).rejects.toMatchObject({ code: 'DryRunCodeExpected' });
    await home.executor.execute(enrol('P001'));
    const enrolled = (await home.log()).map(decode).filter(({ type }) => type === 'ParticipantEnrolled');
    expect(enrolled.map(({ metadata }) => metadata.occurredAt)).toEqual([
      '2026-03-08T12:00:00.000Z',
      '2026-03-01T12:01:00.000Z',
    ]);
  });
});
