import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type Config,
  drain,
  engineEntities,
  listen,
  type Log,
  NestLog,
  type Opened,
  openDatabase,
  requestLog,
  runProgram,
} from '#platform';
import { ProjectorModule } from './projector.module.ts';

/** Opens the database and the engine, which runs the projections or stands by, and the door for monitoring. */
async function start(given: Config, log: Log, opened: Opened): Promise<void> {
  const config: Config = { ...given, projections: 'here' };
  const database = await openDatabase({ config, log, entities: engineEntities });
  opened.add('the database', () => database.close());
  const app = await NestFactory.create<NestExpressApplication>(ProjectorModule.with({ config, log, database }), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  opened.add('the application', () => app.close());
  app.disable('x-powered-by');
  app.use(requestLog(log));
  const address = await listen(app, config.http);
  opened.add('the door', () => drain(app.getHttpServer(), config.http.shutdownSeconds * 1_000));
  log.info({ address: `${address}/`, where: database.where }, 'The projector is running');
}

await runProgram(start);
