import { afterEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../logging/log.ts';
import { Opened } from './opened.ts';
import { listenForStop, type StopSignals } from './stop-signals.ts';

let signals: StopSignals | undefined;
afterEach(() => signals?.dispose());

describe('signals', () => {
  it('are one wish to stop when npm repeats what the terminal sent, and impatience when a person does', async () => {
    let now = 0;
    let impatient = 0;
    signals = listenForStop(
      () => (impatient += 1),
      () => now,
    );
    process.emit('SIGINT', 'SIGINT');
    now = 100;
    process.emit('SIGINT', 'SIGINT');
    expect(await signals.requested).toEqual({ kind: 'signal', signal: 'SIGINT' });
    expect(impatient).toBe(0);
    now = 2_000;
    process.emit('SIGTERM', 'SIGTERM');
    expect(impatient).toBe(1);
  });

  it('are not listened to any more after dispose', () => {
    const before = process.listenerCount('SIGTERM');
    signals = listenForStop(() => undefined);
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    signals.dispose();
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});

describe('what was opened', () => {
  it('is closed in the opposite order, whatever fails', async () => {
    const lines: string[] = [];
    const closed: string[] = [];
    const opened = new Opened(createLog({ level: 'info', format: 'json' }, { write: (line) => lines.push(line) }));
    opened.add('one', async () => closed.push('one'));
    opened.add('two', () => Promise.reject(new Error('stuck')));
    opened.add('three', async () => closed.push('three'));
    expect(await opened.closeAll()).toBe(false);
    expect(closed).toEqual(['three', 'one']);
    expect(lines.join()).toContain('Could not close two');
    expect(await opened.closeAll()).toBe(true);
    expect(closed).toHaveLength(2);
  });
});
