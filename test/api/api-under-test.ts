import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type Config,
  createLog,
  type Database,
  engineEntities,
  NestLog,
  openDatabase,
  parseConfig,
  requestLog,
} from '#platform';
import type { AccessParts } from '../../apps/api/access/access.module.ts';
import { DemonstrationAuthentication } from '../../apps/api/access/principal.ts';
import { AppModule } from '../../apps/api/app.module.ts';
import { configureHttp } from '../../apps/api/http/configure-http.ts';
import { createDatabase, type TestDatabase } from '../postgres.ts';
import { type GraphqlAnswer, GraphqlClient } from './graphql-client.ts';

/** The whole API over a database of its own, as the demonstration principal unless told otherwise. */
export interface ApiUnderTest {
  readonly app: NestExpressApplication;
  readonly client: GraphqlClient;
  readonly database: Database;
  /** Every line that was logged. */
  readonly lines: readonly string[];
  /** Asks again while a past moment is being prepared. @throws for every other error */
  retryPreparing<Data>(ask: () => Promise<GraphqlAnswer<Data>>): Promise<Data>;
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly demonstration?: boolean;
  /** Who tells callers and their rights; `{}` for the application’s own doorkeepers. Left out: everybody may do everything. */
  readonly access?: AccessParts;
  /** More of the environment. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Instead of one on the server that all specs share. */
  readonly database?: Pick<TestDatabase, 'url' | 'drop'>;
  /** Of a KurrentDB that keeps the events, instead of the database. */
  readonly eventStoreUrl?: string | undefined;
}

export async function startApi(options: ApiOptions = {}): Promise<ApiUnderTest> {
  const { demonstration = true, eventStoreUrl, variables = {} } = options;
  const { access = { authentication: new DemonstrationAuthentication(demonstration) } } = options;
  const own = options.database ?? (await createDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'intersession-api-'));
  const config = configOf(own.url, dataDir, demonstration, { ...variables, EVENTSTORE_URL: eventStoreUrl });
  const lines: string[] = [];
  const log = createLog({ level: 'info', format: 'json' }, { write: (line) => void lines.push(line) });
  const database = await openDatabase({ config, log, entities: engineEntities });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with({ config, log, database }, access), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  app.use(requestLog(log));
  configureHttp(app, config);
  await app.listen(0, '127.0.0.1');
  const server: Server = app.getHttpServer();
  return {
    ...{ app, database, lines, client: new GraphqlClient(server), retryPreparing },
    async stop() {
      await app.close();
      await database.close();
      await own.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The demonstration is bound to the embedded database; a spec’s own server stands in for it. */
function configOf(
  url: string,
  dataDir: string,
  demonstration: boolean,
  more: Readonly<Record<string, string | undefined>>,
): Config {
  const variables = {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    NODE_ENV: 'test',
    ...more,
  };
  const surroundings = { projectFolder: dataDir, currentFolder: dataDir, terminal: false, readText: () => '' };
  return { ...parseConfig(variables, surroundings), demonstration };
}

async function retryPreparing<Data>(ask: () => Promise<GraphqlAnswer<Data>>): Promise<Data> {
  for (let tries = 1; ; tries += 1) {
    const { data, errors } = await ask();
    const code = errors?.[0]?.extensions.code;
    if (code === undefined && data !== null && data !== undefined) return data;
    if (code !== 'AS_OF_PREPARING' || tries > 60) throw new Error(JSON.stringify(errors));
    await sleep(100);
  }
}
