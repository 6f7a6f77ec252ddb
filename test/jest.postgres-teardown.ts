import { strikeStage } from './web/stage.place.ts';

/** Stops, by their processes, what the set-up and specs started. */
export default async function tearDown(): Promise<void> {
  const { intersessionTestStage: stage } = globalThis;
  if (stage !== undefined) await strikeStage(stage);
  await globalThis.intersessionTestPostgres?.stop();
}
