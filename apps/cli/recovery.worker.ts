/** One thread of the recovery study: every seed it is sent, and the sums when it has done them. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { addedUp, recoveryOf, type RecoveryTally } from './recovery.study.ts';

const { from, every, to } = z
  .object({ from: z.number().int(), every: z.number().int(), to: z.number().int() })
  .parse(workerData);

let sums: readonly RecoveryTally[] = [];
for (let seed = from; seed <= to; seed += every) {
  sums = addedUp([...sums, ...recoveryOf(seed)]);
  parentPort?.postMessage({ done: 1 });
}
parentPort?.postMessage({ sums });
