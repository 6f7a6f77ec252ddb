/** A process that reminds, expires and watches at moments it is given, to be killed: `DATABASE_URL`, `SMTP_URL`, then moments. */
import 'reflect-metadata';
import { CommandExecutor, createLog, Engine, engineEntities, openDatabase, parseConfig } from '#platform';
import {
  AlertEscalation,
  AssignmentExpiry,
  EmailChannel,
  Processes,
  ReminderLinks,
  ReminderPlanner,
  ReminderSender,
  SafetyWatch,
  ScreenNotifier,
} from '#processes';

const folder = process.env['DATA_DIR'] ?? '';
const surroundings = { projectFolder: folder, currentFolder: folder, terminal: false, readText: () => '' };
const config = parseConfig(process.env, surroundings);
const log = createLog({ level: 'silent', format: 'json' });
const database = await openDatabase({ config, log, entities: engineEntities });
const engine = await Engine.open({ config, log, database });
const executor = new CommandExecutor(engine.executor);
const { mail } = config;
if (mail === undefined) throw new Error('SMTP_URL and MAIL_FROM say where letters go');
const channel = new EmailChannel(
  { ...mail, timeout: 5_000 },
  () => Promise.resolve('ada@example.org'),
  new ReminderLinks('https://study.example', engine.keys.secretFor('reminder-links')),
);
const managers = [
  new SafetyWatch(),
  new AlertEscalation(new ScreenNotifier()),
  new ReminderPlanner(() => Promise.resolve(new Map())),
  new ReminderSender([channel]),
  new AssignmentExpiry(),
];
const { store, readModels } = engine;
const execute = executor.execute.bind(executor);
const processes = new Processes({ managers, store, readModels, execute, pool: database.pool, log });
for (const moment of process.argv.slice(2)) await processes.turn(AbortSignal.timeout(60_000), new Date(moment));
await engine.close();
await database.close();
