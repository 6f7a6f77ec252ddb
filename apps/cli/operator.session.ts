import {
  CommandExecutor,
  type Config,
  type Database,
  Engine,
  type EngineParts,
  type Log,
  Opened,
  createLog,
  engineEntities,
  loadConfig,
  openDatabase,
} from '#platform';
import type { Terminal } from './terminal.ts';

/** The log and what writes to it, opened for one command. A running server is joined, not disturbed. */
export interface OperatorSession {
  readonly config: Config;
  readonly log: Log;
  readonly engine: Engine;
  readonly database: Database;
  readonly executor: CommandExecutor;
}

/**
 * Opens the database (and the embedded PostgreSQL where nothing runs yet), does the work and closes again.
 * @param openEngine where the engine is not to be opened as usual
 * @throws StartupError for the operator
 */
export async function withSession<Result>(
  terminal: Terminal,
  work: (session: OperatorSession) => Promise<Result>,
  openEngine: (parts: EngineParts & { readonly database: Database }) => Promise<Engine> = (parts) => Engine.open(parts),
): Promise<Result> {
  const config = loadConfig();
  // Standard output is the command's; the log goes beside it and keeps to what an operator must know.
  const level = process.env['LOG_LEVEL'] === undefined ? 'warn' : config.log.level;
  const log = createLog({ level, format: 'json' }, { write: (line) => terminal.error(line.trimEnd()) });
  const opened = new Opened(log);
  try {
    const database = await openDatabase({ config, log, entities: engineEntities });
    opened.add('the database', () => database.close());
    const engine = await openEngine({ config, log, database });
    opened.add('the log', () => engine.close());
    const executor = new CommandExecutor(engine.executor);
    await executor.finishErasures();
    return await work({ config, log, engine, database, executor });
  } finally {
    await opened.closeAll();
  }
}
