import { Global, Inject, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  Accounts,
  AccountSecrets,
  CommandExecutor,
  type Config,
  CONFIG,
  type Database,
  DATABASE,
  Engine,
  IdentityVault,
  LOG,
  type Log,
  openVapidKeys,
  OTHER_WORK,
  PushSubscriptions,
  steadyClock,
} from '#platform';
import { type AddressOf, EmailChannel } from './channels/email.channel.ts';
import { PushChannel } from './channels/push.channel.ts';
import { ReminderLinks } from './channels/reminder.link.ts';
import { SmsChannel } from './channels/sms.channel.ts';
import { DataChecks } from './checks/data-checks.ts';
import { AssignmentExpiry } from './expiry/assignment.expiry.ts';
import {
  type CaseloadNotifier,
  EmailCaseloadNotifier,
  ScreenCaseloadNotifier,
} from './missed-work/caseload.notifier.ts';
import { MissedWork } from './missed-work/missed.work.ts';
import { Processes } from './processes.ts';
import type { MessageChannel } from './reminders/message.channel.ts';
import { ReminderPlanner } from './reminders/reminder.planner.ts';
import { ReminderSender } from './reminders/reminder.sender.ts';
import { armsIn } from './reminders/study.arms.ts';
import { AlertEscalation } from './safety/alert.escalation.ts';
import { type AlertNotifier, ScreenNotifier } from './safety/alert.notifier.ts';
import { EmailNotifier } from './safety/email.notifier.ts';
import { SafetyWatch } from './safety/safety.watch.ts';

/** Injection token of the clock that process managers go by: the real one, or a faster one in a dry run. */
export const PROCESSES_CLOCK = Symbol('ProcessesClock');

type Settings = Pick<
  Config,
  'mail' | 'sms' | 'push' | 'publicUrl' | 'http' | 'masterKey' | 'demonstration' | 'projections'
>;

/** Where browsers reach this installation. */
function baseOf({ publicUrl, http: { host, port } }: Settings): string {
  return publicUrl ?? `http://${host}:${port}`;
}

/** None where nobody is named whom operators of push services could turn to. */
async function pushOf(
  { push, demonstration }: Settings,
  { keys }: Pick<Engine, 'keys'>,
  { pool }: Database,
  links: ReminderLinks,
): Promise<readonly MessageChannel[]> {
  const contact = push.contact ?? (demonstration ? 'mailto:demonstration@example.org' : undefined);
  if (contact === undefined) return [];
  const settings = { keys: await openVapidKeys(keys, push.privateKey), contact, demonstration };
  return [new PushChannel(settings, new PushSubscriptions(pool, keys), links)];
}

function channelsOf({ mail, sms }: Settings, vault: IdentityVault, links: ReminderLinks): readonly MessageChannel[] {
  const detail =
    (name: 'email' | 'phone'): AddressOf =>
    async (participantId) => {
      const known = await vault.read(participantId);
      return known === undefined || known === 'erased' ? undefined : known[name];
    };
  return [
    ...(mail === undefined ? [] : [new EmailChannel(mail, detail('email'), links)]),
    ...(sms === undefined ? [] : [new SmsChannel(sms, detail('phone'), links)]),
  ];
}

interface Notifiers {
  readonly alerts: AlertNotifier;
  readonly caseloads: CaseloadNotifier;
}

/** By e-mail to the sign-in names of staff that are addresses; on the screen alone where no mail is configured. */
async function notifiersOf(settings: Settings, { pool }: Database): Promise<Notifiers> {
  const { mail, masterKey, demonstration } = settings;
  if (mail === undefined) return { alerts: new ScreenNotifier(), caseloads: new ScreenCaseloadNotifier() };
  const secrets = await AccountSecrets.open(pool, masterKey);
  const accounts = new Accounts(pool, secrets, steadyClock(), demonstration);
  const addressesOf = async (staffIds: readonly string[]): Promise<readonly string[]> => {
    const found = await Promise.all(staffIds.map((staffId) => accounts.bySubject('staff', staffId)));
    const names = found.flatMap((account) => (account === undefined ? [] : (accounts.nameOf(account) ?? [])));
    return names.filter((name) => /^[^\s@<>]+@[^\s@<>]+$/.test(name));
  };
  const link = `${baseOf(settings)}/sign-in`;
  return {
    alerts: new EmailNotifier(mail, addressesOf, link),
    caseloads: new EmailCaseloadNotifier(mail, addressesOf, link),
  };
}

interface Surroundings {
  readonly config: Settings;
  readonly log: Log;
  readonly database: Database;
  readonly engine: Engine;
  readonly links: ReminderLinks;
  readonly clock: () => Date;
}

async function processesOf({ config, log, database, engine, links, clock }: Surroundings): Promise<Processes> {
  const executor = new CommandExecutor(engine.executor);
  const vault = new IdentityVault(database.pool, engine.keys);
  const channels = [...channelsOf(config, vault, links), ...(await pushOf(config, engine, database, links))];
  const notifiers = await notifiersOf(config, database);
  const managers = [
    new SafetyWatch(),
    new AlertEscalation(notifiers.alerts),
    new ReminderPlanner((studyId) => armsIn(engine, studyId)),
    new ReminderSender(channels),
    new AssignmentExpiry(),
    new DataChecks(),
    new MissedWork(notifiers.caseloads),
  ];
  const { store, readModels } = engine;
  const execute = executor.execute.bind(executor);
  return new Processes({ managers, store, readModels, execute, pool: database.pool, log, clock });
}

/** Runs the process managers where the projections run, one process of an installation at a time. */
@Global()
@Module({
  providers: [
    { provide: PROCESSES_CLOCK, useValue: () => new Date() },
    {
      provide: ReminderLinks,
      inject: [CONFIG, Engine],
      useFactory: (config: Config, { keys }: Engine) =>
        new ReminderLinks(baseOf(config), keys.secretFor('reminder-links')),
    },
    {
      provide: Processes,
      inject: [CONFIG, LOG, DATABASE, Engine, ReminderLinks, PROCESSES_CLOCK],
      useFactory: (
        ...[config, log, database, engine, links, clock]: [Config, Log, Database, Engine, ReminderLinks, () => Date]
      ) => processesOf({ config, log, database, engine, links, clock }),
    },
    { provide: OTHER_WORK, useExisting: Processes },
  ],
  exports: [Processes, ReminderLinks, OTHER_WORK],
})
export class ProcessesModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(Processes) private readonly processes: Processes,
    @Inject(CONFIG) private readonly config: Pick<Config, 'projections'>,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.projections === 'here') this.processes.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.processes.stop();
  }
}
