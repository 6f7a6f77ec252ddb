import type { Document } from '../../graphql/document.ts';
import * as documents from '../server/commands.generated.ts';

/** What a phone can tell the server, by the verb of the mutation. Stored by this name: documents of later versions answer to it. */
export const COMMANDS = {
  submitWorksheet: documents.PhoneSubmitWorksheet,
  recordAttempt: documents.PhoneRecordAttempt,
  reportOccurrence: documents.PhoneReportOccurrence,
  declineAssignment: documents.PhoneDeclineAssignment,
  proposeHomework: documents.PhoneProposeHomework,
  requestClarification: documents.PhoneRequestClarification,
  changeSharing: documents.PhoneChangeSharing,
  recordMeasure: documents.PhoneRecordMeasure,
  setReminderPreferences: documents.PhoneSetReminderPreferences,
  pauseReminders: documents.PhonePauseReminders,
  resumeReminders: documents.PhoneResumeReminders,
  withdrawConsent: documents.PhoneWithdrawConsent,
  openHomework: documents.PhoneOpenHomework,
  keepJournal: documents.PhoneKeepJournal,
} as const;

export type CommandName = keyof typeof COMMANDS;
type VariablesOf<Name extends CommandName> =
  (typeof COMMANDS)[Name] extends Document<unknown, infer Variables> ? Variables : never;

/** What a command of that name says. */
export type InputOf<Name extends CommandName> =
  VariablesOf<Name> extends { readonly input: infer Input } ? Input : never;

/** A command and what it says, of any name. */
export type Command = {
  readonly [Name in CommandName]: { readonly name: Name; readonly input: InputOf<Name> };
}[CommandName];

export type CommandMeta = VariablesOf<'submitWorksheet'>['meta'];
