import type { z } from 'zod';
import type { AnyEvent, EventShapes } from './event.ts';
import type { Upcasts } from './upcast.ts';
import type { RefusalCode } from './refusals.ts';

/** A "no" in the domain's words, as a value. The command handler throws it once. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** Plain facts that explain it; never participant content. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Says no, with plain facts that explain it; never participant content. */
export function refuse(refused: RefusalCode, details: Refusal['details'] = {}): Refusal {
  return { refused, details };
}

export type Decision<Event extends AnyEvent> = readonly Event[] | Refusal;

export function isRefusal(decision: Decision<AnyEvent>): decision is Refusal {
  return 'refused' in decision;
}

export type ReconsentBecause = 'majority' | 'capacity-regained' | 'information-changed';

/** Where a participant stands, as far as other streams need to know. */
export interface ParticipantStanding {
  readonly status: 'unknown' | 'screened' | 'excluded' | 'enrolled' | 'left' | 'completed';
  readonly studyId?: string | undefined;
  readonly siteId?: string | undefined;
  /** Consent was given, and stands: neither collection was stopped since nor erasure asked for. */
  readonly consented?: boolean | undefined;
  /** Consent that has to be given anew, and is not yet: why, and on which day or in which month (`YYYY-MM`) at the latest. */
  readonly reconsent?: { readonly because: ReconsentBecause; readonly due: string } | undefined;
  /** Nothing is added to the record, or changed in it. */
  readonly frozen?: boolean | undefined;
  /** The newest one. */
  readonly timeZone?: string | undefined;
  /** Zones by the local date they hold from; the first from the beginning (`''`). */
  readonly zones: readonly { readonly from: string; readonly timeZone: string }[];
}

/** The participant's zone on a day (`YYYY-MM-DD`): back-dated work is placed on the calendar of its own day. */
export function zoneOn({ zones }: ParticipantStanding, day: string): string | undefined {
  return zones.findLast(({ from }) => from <= day)?.timeZone;
}

/** Whether a participant is, or ever was, in a study. */
export function everEnrolled({ status }: ParticipantStanding): boolean {
  return status === 'enrolled' || status === 'left' || status === 'completed';
}

/**
 * How far a study has come. `undeclared` has no protocol document, such as one that is imported; a `draft` enrols nobody;
 * in a `dry-run` the clock runs fast and everybody is made up.
 */
export type StudyLife = 'undeclared' | 'draft' | 'dry-run' | 'live' | 'closed';

/** Where a study stands, as far as other streams need to know. */
export interface StudyStanding {
  readonly registered: boolean;
  readonly timeZone: string;
  /** 0 until a protocol is published. */
  readonly protocolVersion: number;
  readonly openSites: readonly string[];
  /** Site → its IANA time zone; closed sites keep theirs, for those who were enrolled there. */
  readonly siteZones: ReadonlyMap<string, string>;
  readonly enrolling: boolean;
  readonly life: StudyLife;
  /** Since when the clock runs fast, and how fast; none but in a dry run. */
  readonly dryRun: { readonly since: string; readonly daysPerMinute: number } | undefined;
  readonly locked: boolean;
}

/** What the command handler looked up for a decision: time, and the standing of the records the stream belongs to. */
export interface Given {
  readonly now: string;
  readonly occurredAt: string;
  readonly participant: ParticipantStanding;
  readonly study: StudyStanding;
  /** Events of the whole log that are numbered, the record's own among them: told to signatures alone, and where a ledger is there. */
  readonly logIndex?: number | undefined;
}

/** Whose record a command writes to: decides keys, scopes, calendar and metadata. */
export interface Subject {
  readonly studyId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly participantId?: string | undefined;
}

export interface AnyCommand {
  readonly type: string;
}

/**
 * One stream's behaviour, pure: no clock, no random, no I/O. `decide` answers a command with events or a refusal,
 * `evolve` folds events into the state that `decide` needs, `misfit` says which history would make no sense.
 */
export interface Decider<Command extends AnyCommand, State, Event extends AnyEvent> {
  readonly category: string;
  readonly events: EventShapes;
  readonly upcasts: Upcasts;
  /** Fields that place an entry in its record: keys, calendar and scope hang on them, so they are not corrected in place. */
  readonly keys: readonly string[];
  /** Nothing in the record is corrected or voided, because others have acted on it: an arm that was revealed stays so. */
  readonly entriesAreFinal?: true;
  readonly commands: z.ZodType<Command>;
  readonly initialState: State;
  /** The part of the stream name after the category. */
  idOf(command: Command): string;
  subjectOf(command: Command, state: State): Subject;
  decide(command: Command, state: State, given: Given): Decision<Event>;
  /** `at` is when the event happened, by its metadata: what was in force at a moment is found by it. */
  evolve(state: State, event: Event, at: string): State;
  /**
   * The field in which an event does not fit what stands before it; nothing where it fits. What `decide` writes always
   * fits; corrections and voids are held to it, so that nothing is left standing on what is gone.
   */
  misfit(state: State, event: Event): string | undefined;
}
