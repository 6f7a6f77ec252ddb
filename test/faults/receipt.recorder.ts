/**
 * Loaded before a program: writes down every command that the command handler acknowledges, before whoever sent it hears of it.
 * One line each, by one write to a file: what was written outlives a kill of the process.
 */
import 'reflect-metadata';
import { openSync, writeSync } from 'node:fs';
import { CommandExecutor } from '#platform';

const path = process.env['RECEIPTS_FILE'];
if (path === undefined) throw new Error('RECEIPTS_FILE: expected the path of a file');
const file = openSync(path, 'a');
const execute = Reflect.get(CommandExecutor.prototype, 'execute');

CommandExecutor.prototype.execute = async function (this: CommandExecutor, request) {
  const receipt = await execute.call(this, request);
  const { commandId, stream, eventIds } = receipt;
  writeSync(file, `${JSON.stringify({ commandId, stream, eventIds })}\n`);
  return receipt;
};
