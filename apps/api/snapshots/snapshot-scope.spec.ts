import { describe, expect, it } from '@jest/globals';
import { NOTHING, type ReadSnapshot, type SnapshotRequest } from '#read-models';
import { SnapshotScope, Snapshots } from './snapshot-scope.ts';
import { Turns } from './turns.ts';

class CountedSnapshots extends Snapshots {
  opened = 0;
  closed = 0;
  readonly #further = new Turns(1);
  /** Resolves what `open` waits for, when a spec wants it to wait. */
  release: () => void = () => undefined;
  #gate: Promise<void> = Promise.resolve();

  hold(): void {
    this.#gate = new Promise((resolve) => (this.release = resolve));
  }

  override async open(_request: SnapshotRequest): Promise<ReadSnapshot> {
    await this.#gate;
    this.opened += 1;
    return {
      ...{ logIndex: 7, positions: new Map(), position: 7n as ReadSnapshot['position'], studyId: null },
      table: () => {
        throw new Error('not asked here');
      },
      sql: async () => [],
      computing: () => ({ sql: async () => [] }),
      close: async () => {
        this.closed += 1;
      },
    };
  }

  override takeFurtherTurn(): Promise<() => void> {
    return this.#further.take();
  }

  override openFurther(request: SnapshotRequest): Promise<ReadSnapshot> {
    return this.open(request);
  }
}

describe('the snapshots of a request', () => {
  it('are shared by fields that ask for the same moment, and nested fields find theirs', async () => {
    const snapshots = new CountedSnapshots();
    const scope = new SnapshotScope(snapshots, NOTHING);
    const [one, same, other] = await Promise.all([
      scope.openFor('one', {}),
      scope.openFor('same', {}),
      scope.openFor('other', { studyId: 's', asOf: 3 }),
    ]);
    expect([one === same, one === other, snapshots.opened]).toEqual([true, false, 2]);
    expect(await scope.of('other')).toBe(other);
    await scope.end();
    expect(snapshots.closed).toBe(2);
  });

  it('are closed when the time is over, and every later field says so', async () => {
    const snapshots = new CountedSnapshots();
    const scope = new SnapshotScope(snapshots, NOTHING, 5);
    await scope.openFor('one', {});
    await new Promise<void>((resolve) => {
      const look = (): void => void (snapshots.closed === 1 ? resolve() : setTimeout(look, 5));
      look();
    });
    await expect(scope.of('one')).rejects.toMatchObject({ name: 'RequestTimedOut' });
    await expect(scope.openFor('two', { asOf: 1 })).rejects.toMatchObject({ name: 'RequestTimedOut' });
  });

  it('that come too late are closed at once', async () => {
    const snapshots = new CountedSnapshots();
    snapshots.hold();
    const scope = new SnapshotScope(snapshots, NOTHING);
    const late = scope.openFor('one', {});
    await scope.end();
    snapshots.release();
    await expect(late).rejects.toThrow('ended');
    expect([snapshots.opened, snapshots.closed]).toEqual([1, 1]);
  });

  it('beyond the first are had by one request at a time', async () => {
    const snapshots = new CountedSnapshots();
    const [first, second] = [new SnapshotScope(snapshots, NOTHING), new SnapshotScope(snapshots, NOTHING)];
    await Promise.all([first, second].map((scope) => scope.openFor('now', {})));
    await first.openFor('then', { asOf: 1 });
    let had = false;
    const waiting = second.openFor('then', { asOf: 1 }).then(() => (had = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(had).toBe(false);
    await first.end();
    await waiting;
    await second.end();
    expect([snapshots.opened, snapshots.closed]).toEqual([4, 4]);
  });

  it('are only so many', async () => {
    const scope = new SnapshotScope(new CountedSnapshots(), NOTHING);
    for (let asOf = 0; asOf < 4; asOf += 1) await scope.openFor(`f${asOf}`, { asOf });
    await expect(scope.openFor('more', { asOf: 9 })).rejects.toMatchObject({ problems: [{ field: 'asOf' }] });
    await scope.end();
  });
});
