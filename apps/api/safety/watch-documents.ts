import { parseReminderPolicy } from '#reminders';
import { type DocumentError, parseDutyRota, parseSafetyRule, type SafetyRule } from '#safety';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { readCommand } from '../graphql/schema/command-reading.ts';

type Read<Document> =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

function accepted<Document>(read: Read<Document>, field: string): Document {
  if (read.ok) return read.document;
  throw new BadInput(
    read.errors.map(({ field: path, problem }) => ({
      field: path === 'document' ? field : `${field}.${path}`,
      problem,
    })),
  );
}

/** Reads a safety rule that somebody sent. @throws BadInput naming every field that does not fit */
export function readSafetyRule(json: unknown, field: string): SafetyRule {
  return accepted(parseSafetyRule(json), field);
}

/** Checks a rule before it enters the log. @throws BadInput */
export function checkSafetyRule(input: object): void {
  readSafetyRule(readCommand('PublishSafetyRule', input).rule, 'input.rule');
}

/** Checks a rota before it enters the log: one with a gap is refused. @throws BadInput */
export function checkDutyRota(input: object): void {
  accepted(parseDutyRota(readCommand('PublishDutyRota', input).rota), 'input.rota');
}

/** Checks a reminder policy before it enters the log. @throws BadInput */
export function checkReminderPolicy(input: object): void {
  accepted(parseReminderPolicy(readCommand('PublishReminderPolicy', input).policy), 'input.policy');
}
