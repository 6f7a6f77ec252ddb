/** Stops, by its process, the server that the set-up started. */
export default async function tearDown(): Promise<void> {
  await globalThis.intersessionTestPostgres?.stop();
}
