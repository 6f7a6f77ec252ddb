import { type Decision, type Refusal, type StudyStanding, refuse } from '../kernel/decider.ts';
import { orphansOf, readProtocol, rewrittenChecks } from '../protocol/protocol.checks.ts';
import type { ProtocolDocument } from '../protocol/protocol.schema.ts';
import type { StudyEvent } from './study.events.ts';

/** A study, as far as its life goes. */
export interface LivingStudy extends Pick<StudyStanding, 'life' | 'dryRun' | 'locked'> {
  /** The newest document. */
  readonly protocol: ProtocolDocument | undefined;
}

/** Codes of made-up participants of a dry run begin with this, and no others. */
export const DRY_RUN_CODE = 'DRY-';

/** Whether a protocol document can follow what is in force. @returns why not; nothing when it can */
export function amendmentProblem(document: unknown, state: LivingStudy): Refusal | undefined {
  if (document === undefined) {
    return state.protocol === undefined
      ? undefined
      : refuse('ProtocolUnusable', { field: 'protocol', problem: MISSING });
  }
  const read = readProtocol(document);
  if ('problems' in read) return refuse('ProtocolUnusable', { ...read.problems[0] });
  // Nobody is owed anything by a draft.
  if (state.protocol === undefined || state.life === 'draft') return undefined;
  const [rewritten] = rewrittenChecks(state.protocol, read.protocol);
  if (rewritten !== undefined) return refuse('ProtocolUnusable', { ...rewritten });
  const { measurements, arms } = orphansOf(state.protocol, read.protocol);
  const [first] = measurements;
  if (first !== undefined) return refuse('AmendmentOrphansMeasurement', { ...first, others: measurements.length - 1 });
  const [arm] = arms;
  return arm === undefined ? undefined : refuse('AmendmentOrphansArm', { arm });
}

const MISSING = 'must be given: the version before has a document';

/** The document that an event of the log holds; what was checked when it was written. */
export function protocolOf(document: unknown): ProtocolDocument | undefined {
  if (document === undefined) return undefined;
  const read = readProtocol(document);
  return 'protocol' in read ? read.protocol : undefined;
}

type LifeCommand =
  | { readonly type: 'StartDryRun'; readonly daysPerMinute: number }
  | { readonly type: 'GoLive' }
  | { readonly type: 'CloseStudy'; readonly reason: string };

/** Draft → dry run → live → closed, never back. */
export function decideLife(command: LifeCommand, { life, locked }: LivingStudy): Decision<StudyEvent> {
  if (command.type === 'CloseStudy') {
    return locked ? [{ type: 'StudyClosed', data: { reason: command.reason } }] : refuse('StudyNotLocked');
  }
  if (life === 'undeclared') return refuse('ProtocolNotPublished');
  if (life === 'live' || life === 'closed') return refuse('StudyIsLive');
  if (command.type === 'GoLive') return [{ type: 'StudyWentLive', data: {} }];
  if (life === 'dry-run') return refuse('DryRunAlreadyStarted');
  return [{ type: 'DryRunStarted', data: { daysPerMinute: command.daysPerMinute } }];
}

type LifeEvent = Extract<StudyEvent, { type: 'DryRunStarted' | 'StudyWentLive' | 'StudyClosed' }>;

/** What a study becomes. @param at when */
export function evolveLife<State extends LivingStudy>(state: State, event: LifeEvent, at: string): State {
  switch (event.type) {
    case 'DryRunStarted':
      return { ...state, life: 'dry-run', dryRun: { since: at, daysPerMinute: event.data.daysPerMinute } };
    case 'StudyWentLive':
      return { ...state, life: 'live', dryRun: undefined };
    case 'StudyClosed':
      return { ...state, life: 'closed' };
  }
}

/** @returns the field in which a step does not fit the study’s life as it stands before it */
export function lifeMisfit({ life, locked }: LivingStudy, event: LifeEvent): string | undefined {
  switch (event.type) {
    case 'DryRunStarted':
      return life === 'draft' ? undefined : 'daysPerMinute';
    case 'StudyWentLive':
      return life === 'draft' || life === 'dry-run' ? undefined : 'studyId';
    case 'StudyClosed':
      return locked && life !== 'closed' ? undefined : 'reason';
  }
}
