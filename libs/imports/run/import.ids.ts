import { parse, v5 } from 'uuid';

/** Identities of what an import writes, made of names that stay the same, so that writing twice adds nothing. */

/** Of every id that an import makes; never changed. */
const NAMESPACE = parse('6f2b0c54-7a1e-5b0e-9c37-2f6d1f8f4f0a');

export interface ImportIds {
  /** The attempt that a row tells of: the same for the same natural key, whatever the row's content. */
  attempt(code: string, key: readonly string[]): string;
  /** Of the command that does something once for the study. */
  studyCommand(...what: readonly string[]): string;
  /** Of the command that does something once for a participant. */
  participantCommand(code: string, what: string): string;
  /** Of something that several tables may tell of: the same for all of them. */
  shared(...what: readonly string[]): string;
  /** Of the command that does one thing about something that has an id of its own. */
  commandAbout(id: string, what: string): string;
}

export function importIds(mappingId: string, tableName: string, studyId: string): ImportIds {
  const idOf = (...parts: readonly string[]) => v5(JSON.stringify([mappingId, studyId, ...parts]), NAMESPACE);
  return {
    attempt: (code, key) => idOf('row', tableName, code, ...key),
    studyCommand: (...what) => idOf('study', ...what),
    participantCommand: (code, what) => idOf('participant', tableName, code, what),
    shared: (...what) => idOf('shared', ...what),
    commandAbout: (id, what) => v5(what, id),
  };
}

/** A command about one attempt. */
export function attemptCommand(attemptId: string, type: 'StartAttempt' | 'RecordAttempt' | 'AbandonAttempt'): string {
  return v5(type, attemptId);
}

/** A correction is known by the last word it replaces and by its own, so that going back and forth is not mistaken for a resend. */
export function correctionCommand(entryId: string, lastWordId: string, content: string): string {
  return v5(JSON.stringify([lastWordId, content]), entryId);
}
