import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  type BoardTable,
  type GridData,
  runGrid,
  type SpecificationAnswer,
  specificationCurve,
  type SpecificationGrid,
  specificationsOf,
} from '#read-models';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

/** A grid that is being fitted, or was. */
export interface GridJob {
  readonly jobId: string;
  /** Whoever began it; nobody else sees it. */
  readonly owner: string;
  readonly total: number;
  readonly logIndex: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  curve: BoardTable | null;
}

/** Running at once, for everybody together: each takes turns with requests on one processor. */
const MOST_RUNNING = 4;
/** Finished ones are kept until others push them out. */
const MOST_KEPT = 100;

/** Specification grids under way in this process. They hold nothing that cannot be fitted again. */
@Injectable()
export class GridJobs {
  readonly #jobs = new Map<string, GridJob>();

  /** @param finished told of the curve before anybody sees it. @throws BadInput while too many are running */
  start(
    owner: string,
    grid: SpecificationGrid,
    data: GridData,
    finished: (curve: BoardTable) => Promise<void>,
  ): GridJob {
    if (this.running >= MOST_RUNNING)
      throw new BadInput([{ field: 'grid', problem: 'has to wait: too many grids are being fitted' }]);
    const { logIndex } = data;
    const total = specificationsOf(grid).length;
    const job: GridJob = { jobId: randomUUID(), owner, total, logIndex, state: 'running', done: 0, curve: null };
    this.#jobs.set(job.jobId, job);
    this.#forget();
    void this.#run(job, grid, data, finished);
    return job;
  }

  /** How many are running, whosever they are. */
  get running(): number {
    return [...this.#jobs.values()].filter(({ state }) => state === 'running').length;
  }

  find(owner: string, jobId: string): GridJob | undefined {
    const job = this.#jobs.get(jobId);
    return job?.owner === owner ? job : undefined;
  }

  /** Stops a job that is running; one that has ended stays as it is. */
  cancel(owner: string, jobId: string): GridJob | undefined {
    const job = this.find(owner, jobId);
    if (job?.state === 'running') job.state = 'cancelled';
    return job;
  }

  async #run(job: GridJob, grid: SpecificationGrid, data: GridData, finished: (curve: BoardTable) => Promise<void>) {
    try {
      const answers: SpecificationAnswer[] = [];
      for (const answer of runGrid(grid, data)) {
        answers.push(answer);
        job.done = answers.length;
        await turn();
        if (isStopped(job)) return;
      }
      const curve = specificationCurve(grid, answers);
      await finished(curve);
      if (isStopped(job)) return;
      job.curve = curve;
      job.state = 'done';
    } catch {
      job.state = 'failed';
    }
  }

  #forget(): void {
    const ended = [...this.#jobs.values()].filter(({ state }) => state !== 'running');
    for (const { jobId } of ended.slice(0, Math.max(0, this.#jobs.size - MOST_KEPT))) this.#jobs.delete(jobId);
  }
}

/** Others may have cancelled it in between. */
function isStopped({ state }: GridJob): boolean {
  return state !== 'running';
}
