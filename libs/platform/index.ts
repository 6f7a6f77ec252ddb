export type { FileKind, FileProblem } from './attachments/attachment.inspection.ts';
export { TooLarge } from './attachments/attachment.inspection.ts';
export { type AttachmentPlace, AttachmentStore, type ReceivedFile } from './attachments/attachment.store.ts';
export { ACCESS_ACTS, type AccessAct, type AccessEntry, accessEntry } from './access-log/access.entry.ts';
export { AccessLog, type AccessQuestion, type BrokenChain, type RecordedAccess } from './access-log/access-log.ts';
export { accessLogMigrations } from './access-log/access-log.tables.ts';
export { type Account, type AccountKind, ACCOUNT_KINDS, AccountRefused } from './accounts/account.ts';
export { AccountSecrets } from './accounts/account.secrets.ts';
export { accountMigrations } from './accounts/accounts.tables.ts';
export { type AddressClass, addressClass } from './accounts/address-class.ts';
export type { FoundApiKey, KeyLimits, ListedApiKey } from './accounts/api-keys.ts';
export { Identity, type IdentityParts } from './accounts/identity.ts';
export type { OpenIdClaims } from './accounts/openid-links.ts';
export { argon2Hashing, type PasswordHashing } from './accounts/password.hashing.ts';
export { totpCode } from './accounts/second-factor.ts';
export { type SignedIn, type SignInSettings } from './accounts/sign-in.ts';
export { TooManyAttempts } from './accounts/sign-in-attempts.ts';
export { SignInRefused } from './accounts/sign-in.refusals.ts';
export type { FoundSession, ListedSession, Origin, SessionStage } from './accounts/sign-in.sessions.ts';
export {
  type Config,
  type DatabaseSettings,
  InvalidConfig,
  isLoopback,
  loadConfig,
  parseConfig,
} from './config/config.ts';
export { configurationPage } from './config/configuration-page.ts';
export { environmentSchema } from './config/config.schema.ts';
export type { MailConfig, SmsConfig } from './config/config.ts';
export type { MasterKey } from './config/master-key.ts';
export { projectFolder } from './config/project-folder.ts';
export { DatabaseIsNewer, DatabaseUnusable } from './database/database.error.ts';
export { type Database, openDatabase, type OpenDatabaseOptions } from './database/database.ts';
export { migrate, type MigrateOptions } from './database/migrate.ts';
export { type MigrationClass, migrations } from './database/migrations.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts';
export { Engine, type EngineParts } from './engine/engine.ts';
export { EngineModule } from './engine/engine.module.ts';
export { engineEntities } from './engine/engine.entities.ts';
export { errorCode } from './error-code.ts';
export {
  CommandError,
  CommandIdReused,
  CommandRefused,
  InvalidCommand,
  TooMuchContention,
} from './execute/command.error.ts';
export { CommandExecutor, type CommandExecutorOptions, type ExecutorLog } from './execute/command.executor.ts';
export {
  type CallerContext,
  callerContext,
  Execute,
  type ExecuteRequest,
  type Receipt,
} from './execute/execute.command.ts';
export { ExecuteModule, type ExecuteModuleOptions } from './execute/execute.module.ts';
export { type Health, OTHER_WORK, type OtherWork, type ProjectionStatus } from './health/health.ts';
export { Accounts } from './accounts/accounts.ts';
export { steadyClock } from './accounts/steady.clock.ts';
export { HealthReport } from './health/health.report.ts';
export { drain } from './lifecycle/http-drain.ts';
export { listen } from './lifecycle/http-server.ts';
export { Opened } from './lifecycle/opened.ts';
export { type ProgramStart, runProgram } from './lifecycle/program.ts';
export { listenForStop, type StopReason, type StopSignals } from './lifecycle/stop-signals.ts';
export { describeError, type ErrorDescription } from './logging/error-description.ts';
export { createLog, currentCorrelationId, type Log, withCorrelationId } from './logging/log.ts';
export { NestLog } from './logging/nest-log.ts';
export { requestLog } from './logging/request-log.ts';
export { CONFIG, DATABASE, LOG, PlatformModule, type PlatformParts } from './platform.module.ts';
export { BrokenSeal } from './sealing/envelope.cipher.ts';
export { MissingKey, Opener } from './sealing/event.sealing.ts';
export { KeyDestructionLedger } from './sealing/key-destruction.ledger.ts';
export type { ParticipantKeyStore } from './sealing/key-store.port.ts';
export { MemoryKeyStore } from './sealing/memory.key-store.ts';
export { ParticipantKeys, type ParticipantKeysOptions } from './sealing/participant.keys.ts';
export { PostgresKeyStore } from './sealing/postgres.key-store.ts';
export { sealingEntities, sealingMigrations } from './sealing/sealing.tables.ts';
export {
  type IdentityDetails,
  identityDetails,
  IdentityVault,
  type VaultAnswer,
  type VaultPlace,
} from './vault/identity.vault.ts';
export { CalendarFeeds, type CalendarFeed } from './vault/calendar.feeds.ts';
export { checkedLookup, endpointFlaw, isPublicAddress, PrivateAddress } from './vault/push.endpoint.ts';
export {
  MOST_DEVICES,
  type PushDevice,
  type PushSubscription,
  pushSubscription,
  PushSubscriptions,
} from './vault/push.subscriptions.ts';
export { openVapidKeys, type VapidKeys, vapidKeysOf } from './vault/vapid.keys.ts';
export { type CopyManifest, copySite, type SiteCopy } from './vault/site.copy.ts';
export { vaultMigrations } from './vault/vault.migration.ts';
export { StartupError } from './startup.error.ts';
