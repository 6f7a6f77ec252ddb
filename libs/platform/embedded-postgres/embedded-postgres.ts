import { stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { type Binaries, locateBinaries } from './binaries.ts';
import { type Credentials, ensureCluster } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres.error.ts';
import { choosePlace, type Place } from './place.ts';
import { readPostmaster, removeStalePidFile, servesFolder } from './postmaster.ts';
import { APPLICATION, join, prepareDatabase, type Presence } from './presence.ts';
import { LOOPBACK, startServer, stopServer } from './server-process.ts';

export interface EmbeddedPostgresOptions {
  /** Absolute path; made when missing. */
  readonly dataDir: string;
  readonly logger: EmbeddedPostgresLogger;
  /** As root: the operating-system user that runs PostgreSQL. */
  readonly runAs?: string | undefined;
  /** Where root's data go when PostgreSQL's user cannot enter `dataDir`; `/var/lib/intersession`. */
  readonly systemFolder?: string | undefined;
}

export interface EmbeddedPostgresLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface EmbeddedPostgres {
  /** Of the application's own database, password included. */
  readonly url: string;
  /** The server was running already. */
  readonly adopted: boolean;
  /** Folder of the data. */
  readonly location: string;
  /** Gives up this process's use; the last process that used the server stops it. May be called again. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly credentials: Credentials;
}

interface Attached {
  readonly presence: Presence;
  readonly port: number;
  readonly adopted: boolean;
}

const ATTACH_MILLISECONDS = 150_000;
const RETRY_MILLISECONDS = 50;

/**
 * Gives this process the embedded PostgreSQL of a DATA_DIR: makes its data the first time, starts it, or joins one that is running,
 * be it used by another process or left over by one that was killed. Should the server die, it is started again on the same port.
 * @throws EmbeddedPostgresError with a message for the operator
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await locateBinaries();
  const place = await choosePlace(options.dataDir, binaries, options.runAs, options.systemFolder);
  const cluster = { place, binaries, credentials: await ensureCluster(place, binaries) };
  const attached = await attach(cluster);
  await prepareDatabase(attached.port, cluster.credentials.superuser, cluster.credentials.application);
  const url = `postgres://${APPLICATION}:${cluster.credentials.application}@${LOOPBACK}:${attached.port}/${APPLICATION}`;
  options.logger.info(
    { location: place.home, port: attached.port, adopted: attached.adopted },
    attached.adopted ? 'Joined the embedded PostgreSQL that was running' : 'Started the embedded PostgreSQL',
  );
  const keeper = keepRunning(cluster, attached, options.logger);
  return { url, adopted: attached.adopted, location: place.home, stop: () => keeper.stop() };
}

/** Finds or starts the server and claims its use, until that succeeds or there is a reason why it cannot. */
async function attach(cluster: Cluster): Promise<Attached> {
  const deadline = Date.now() + ATTACH_MILLISECONDS;
  let adopted = true;
  let reason: unknown;
  while (Date.now() < deadline) {
    const running = await findServer(cluster.place);
    if (running === undefined) {
      adopted = !(await startServer(cluster.place));
      if (adopted) await sleep(RETRY_MILLISECONDS);
      continue;
    }
    if (running.port !== undefined) {
      try {
        const presence = await join(running.port, cluster.credentials.superuser);
        await refuseOtherData(presence, cluster.place);
        return { presence, port: running.port, adopted };
      } catch (error) {
        if (error instanceof EmbeddedPostgresError || isRefusedLogin(error)) throw describe(error, cluster.place);
        reason = error;
      }
    }
    await sleep(RETRY_MILLISECONDS);
  }
  throw describe(reason, cluster.place);
}

async function findServer(place: Place): Promise<{ readonly port: number | undefined } | undefined> {
  const data = joinPath(place.home, 'data');
  const postmaster = await readPostmaster(data);
  if (postmaster === undefined) return undefined;
  if (await servesFolder(postmaster.pid, data)) return postmaster;
  await removeStalePidFile(data, postmaster);
  return undefined;
}

async function refuseOtherData(presence: Presence, place: Place): Promise<void> {
  const [theirs, ours] = await Promise.all([
    stat(presence.dataDirectory).catch(() => undefined),
    stat(joinPath(place.home, 'data')),
  ]);
  if (theirs === undefined || (theirs.dev === ours.dev && theirs.ino === ours.ino)) return;
  await presence.close();
  throw new EmbeddedPostgresError(
    `DATA_DIR: the server that answers for ${place.home} has its data in ${presence.dataDirectory}. Stop it, or set DATA_DIR to another folder.`,
  );
}

const isRefusedLogin = (error: unknown) => ['28P01', '28000'].includes(errorCode(error) ?? '');

function describe(error: unknown, place: Place): EmbeddedPostgresError {
  if (error instanceof EmbeddedPostgresError) return error;
  if (isRefusedLogin(error)) {
    return new EmbeddedPostgresError(
      `DATA_DIR: the passwords in ${joinPath(place.home, 'credentials.json')} are not those of the data beside it. Restore the file from a backup; the data are untouched.`,
    );
  }
  const reason = error instanceof Error ? error.message : (errorCode(error) ?? 'it is still starting');
  return new EmbeddedPostgresError(
    `DATA_DIR: the PostgreSQL of ${place.home} runs but does not answer (${reason}). See ${joinPath(place.home, 'log', 'server.log')}.`,
  );
}

/** Holds the claim, renews it when the server was lost, and gives it up in the end. */
function keepRunning(cluster: Cluster, first: Attached, logger: EmbeddedPostgresLogger): { stop(): Promise<void> } {
  const ending = new AbortController();
  let current = first;
  let stopping: Promise<void> | undefined;
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await current.presence.lost;
      if (ending.signal.aborted) return;
      logger.warn({ location: cluster.place.home }, 'Lost the embedded PostgreSQL; starting it again');
      try {
        current = await attach(cluster);
        if (current.port !== first.port) {
          logger.warn({ port: current.port }, 'The embedded PostgreSQL has moved; restart Intersession');
        }
      } catch (error) {
        logger.warn({ reason: describe(error, cluster.place).message }, 'The embedded PostgreSQL did not come back');
        await sleep(1_000, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
      }
    }
  };
  const watching = watch();
  const end = async (): Promise<void> => {
    ending.abort();
    const held = current.presence;
    await giveUp(held, cluster.place);
    await watching;
    if (current.presence !== held) await giveUp(current.presence, cluster.place);
  };
  return { stop: () => (stopping ??= end()) };
}

async function giveUp(presence: Presence, place: Place): Promise<void> {
  try {
    if (await presence.leave()) await stopServer(place);
  } finally {
    await presence.close();
  }
}
