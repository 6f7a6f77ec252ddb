import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  CommandExecutor,
  type Config,
  drain,
  Engine,
  engineEntities,
  listen,
  Identity,
  type Log,
  NestLog,
  type Opened,
  openDatabase,
  requestLog,
  runProgram,
} from '#platform';
import { AppModule } from './app.module.ts';
import { seedClinic } from './demonstration/demonstration.clinic.ts';
import { seedDemonstrationPeople } from './demonstration/demonstration.people.ts';
import { seedDemonstration } from './demonstration/demonstration.seed.ts';
import { LiveStreams } from './live/live.streams.ts';
import { configureHttp } from './http/configure-http.ts';
import { welcome } from './welcome.ts';

/** Opens the database, then the application, then the door. What was opened is closed in the opposite order. */
async function start(config: Config, log: Log, opened: Opened): Promise<void> {
  const database = await openDatabase({ config, log, entities: engineEntities });
  opened.add('the database', () => database.close());
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with({ config, log, database }), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  opened.add('the application', () => app.close());
  app.use(requestLog(log));
  configureHttp(app, config);
  if (config.demonstration) await seed(app, config, log);
  const address = await listen(app, config.http);
  opened.add('the door', () => drain(app.getHttpServer(), config.http.shutdownSeconds * 1_000));
  opened.add('the streams to open pages', () => app.get(LiveStreams).close());
  if (config.demonstration) await caughtUp(app.get(Engine), log);
  announce(address, database.where, config, log);
}

async function seed(app: NestExpressApplication, { demonstrationParticipants }: Config, log: Log): Promise<void> {
  const executor = app.get(CommandExecutor);
  const { store } = app.get(Engine);
  await seedDemonstration({ executor, store, log, participants: demonstrationParticipants });
  await seedClinic({
    executor,
    store,
    log,
    participants: Math.min(demonstrationParticipants, CLINIC_PEOPLE),
    now: new Date(),
  });
  const trial = demonstrationParticipants > 0;
  await seedDemonstrationPeople({ identity: app.get(Identity), executor, log, trial });
}

/** Enough for a caseload; a clinic is there to be worked in, a trial to be counted. */
const CLINIC_PEOPLE = 24;

/** A first query is to find what was recorded just now. Long catching up is left to itself. */
async function caughtUp({ store, readModels }: Engine, log: Log): Promise<void> {
  try {
    await readModels.waitFor(await store.head(), 20_000);
  } catch (err) {
    log.warn({ err }, 'The read models are still catching up');
  }
}

function announce(address: string, where: string, { demonstration, log: { format } }: Config, log: Log): void {
  if (format === 'json')
    log.info({ address: `${address}/`, graphql: `${address}/graphql`, where }, 'Intersession is running');
  else
    console.log(welcome({ address, where, demonstration, terminal: process.stdout.isTTY && !process.env['NO_COLOR'] }));
}

await runProgram(start);
