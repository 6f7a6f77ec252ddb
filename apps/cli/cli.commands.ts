import type { CliCommand } from './cli.command.ts';
import { accessLogCommand } from './access-log.command.ts';
import { accountCommand } from './account.command.ts';
import { allocationCommand } from './allocation.command.ts';
import { exportCommand } from './export.command.ts';
import { importCommand } from './import.command.ts';
import { keysCommand } from './keys.command.ts';
import { logCommand } from './log.command.ts';
import { libraryCommand } from './library.command.ts';
import { safetyCommand } from './safety.command.ts';
import { rebuildCommand } from './rebuild.command.ts';
import { siteCommand } from './site.command.ts';
import { recoveryCommand } from './recovery.command.ts';
import { simulateCommand } from './simulate.command.ts';

/** Every command, in the order of the help. */
export const cliCommands: readonly CliCommand[] = [
  importCommand,
  exportCommand,
  libraryCommand,
  logCommand,
  rebuildCommand,
  allocationCommand,
  keysCommand,
  siteCommand,
  safetyCommand,
  simulateCommand,
  recoveryCommand,
  ...[accountCommand, accessLogCommand],
];
