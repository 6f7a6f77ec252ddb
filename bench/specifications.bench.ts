import { CommandExecutor, Engine } from '#platform';
import { gridData, runGrid, type SpecificationGrid } from '#read-models';
import { sendSimulated, simulate } from '#simulator';
import { startApi } from '../test/api/api-under-test.ts';

const TRIAL = {
  ...{ studyId: 'bench', title: 'Bench', participants: 60, weeks: 16, seed: 20_260_105, definitions: [] },
  start: '2026-01-05T00:00:00.000Z',
};

/** 200 specifications of the linear model: two denominators, ten metrics, ten lags. */
const GRID: SpecificationGrid = {
  ...{
    studyId: TRIAL.studyId,
    siteId: null,
    instrumentId: 'phq-9',
    informants: ['client'],
    definitionIds: ['standard'],
  },
  denominators: ['as-assigned', 'as-adjusted'],
  metrics: [
    ...(['value', 'quantity-unit', 'quantity-unit-at-least', 'quantity-unit-at-most', 'quantity-assignment'] as const),
    ...(['attempt-rate', 'timeliness', 'minutes', 'attempts', 'active-days'] as const),
  ],
  ...{ lags: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], models: ['least-squares'] },
};

/** Records the seeded trial of 60 people and fits the grid over it. @returns from the first read to the last fit */
export async function specificationSeconds(): Promise<{ readonly seconds: number; readonly fitted: number }> {
  const api = await startApi();
  try {
    const engine = api.app.get(Engine);
    const executor = new CommandExecutor(engine.executor);
    await sendSimulated(simulate(TRIAL), { execute: (request) => executor.execute(request), concurrency: 16 });
    await engine.readModels.waitFor(await engine.store.head(), 300_000);
    const snapshot = await engine.readModels.openSnapshot({ scope: { kind: 'everything' } });
    try {
      const began = performance.now();
      const answers = [...runGrid(GRID, await gridData(snapshot, GRID))];
      const seconds = (performance.now() - began) / 1_000;
      return { seconds, fitted: answers.filter(({ coefficient }) => coefficient !== null).length };
    } finally {
      await snapshot.close();
    }
  } finally {
    await api.stop();
  }
}
