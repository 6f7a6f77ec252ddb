/**
 * `npm run test:kurrentdb`: the contract of the event store over the server at TEST_EVENTSTORE_URL, a KurrentDB or
 * EventStoreDB of its own for this: what is written stays there. Arguments go to Jest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { flawOfKurrentUrl } from '#event-store';

const VARIABLE = 'TEST_EVENTSTORE_URL';

async function run(url: string | undefined, parameters: readonly string[]): Promise<number> {
  const flaw = url === undefined || url === '' ? 'it is not set' : flawOfKurrentUrl(url);
  if (flaw !== undefined) {
    console.error(`${VARIABLE}: ${flaw}`);
    console.error('expected the URL of a KurrentDB or EventStoreDB that tests may write to, such as');
    console.error(`  ${VARIABLE}='kurrentdb://admin:changeit@localhost:2113?tls=false' npm run test:kurrentdb`);
    return 2;
  }
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'libs/event-store/kurrentdb.spec.ts'];
  const child = spawn(process.execPath, [...jest, '--testTimeout=120000', ...parameters], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

process.exitCode = await run(process.env[VARIABLE], process.argv.slice(2));
