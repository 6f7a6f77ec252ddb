import { STAGE_VARIABLE, strikeStage } from './web/stage.place.ts';

/** Stops, by their processes, what the set-up and specs started. */
export default async function tearDown(): Promise<void> {
  const stage = process.env[STAGE_VARIABLE];
  if (stage !== undefined) await strikeStage(stage);
  await globalThis.intersessionTestPostgres?.stop();
}
