import { Injectable } from '@nestjs/common';
import type { EventMetadata } from '#domain';
import { decode, type Fact } from '#domain';
import { Engine } from '#platform';
import { type Reach, peopleNamedIn } from '#read-models';
import { NotWithinReach } from './access.error.ts';
import type { Permission } from './permission.ts';
import type { Principal } from './principal.ts';
import { type Right, UNBOUNDED } from './right.ts';

/** Where one participant is. */
interface PersonPlace {
  readonly studyId: string | undefined;
  readonly siteId: string | undefined;
}

/** Everything a command would write to or speak of. */
interface Target {
  readonly studies: ReadonlySet<string>;
  /** Of commands about a study's own matters, where they name one. */
  readonly siteId: string | undefined;
  readonly people: ReadonlyMap<string, PersonPlace>;
  /** Those of them whom the records themselves speak of. */
  readonly recorded: ReadonlySet<string>;
  readonly assignments: readonly string[];
  readonly sessions: readonly string[];
}

/** A command as far as its reach goes: ids by the names they have in every command. */
interface Reaching {
  readonly type: string;
  readonly studyId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly participantId?: string | undefined;
  readonly participants?: readonly string[] | undefined;
  readonly assignmentId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly ratingId?: string | undefined;
  readonly measureId?: string | undefined;
  readonly therapistId?: string | undefined;
  readonly templateId?: string | undefined;
  readonly queryId?: string | undefined;
  readonly alertId?: string | undefined;
  readonly about?: { readonly category: string; readonly recordId: string } | undefined;
  readonly goalId?: string | undefined;
  /** Records of the same person that are already there. */
  readonly goalIds?: readonly string[] | undefined;
  readonly substituteId?: string | undefined;
  readonly target?:
    | { readonly kind: string; readonly assignmentId?: string | undefined; readonly sessionId?: string | undefined }
    | undefined;
  /** What an entry is to read instead: it may name other people. */
  readonly replacement?: unknown;
  readonly category?: string | undefined;
  readonly recordId?: string | undefined;
}

/** Commands that begin a record of the person they name, who need not be known before. */
const BEGIN_A_PERSON: readonly string[] = ['ScreenParticipant', 'EnrolParticipant'];

/**
 * Looks whether what a command would write to lies within a right of its sender, before anything is decided. What is out
 * of reach and what does not exist are refused alike.
 */
@Injectable()
export class CommandReach {
  constructor(private readonly engine: Engine) {}

  /**
   * @returns the right that lets the sender do it; none for those who need none
   * @throws NotWithinReach
   */
  async check({ rights }: Principal, permission: Permission, command: Reaching): Promise<Right | undefined> {
    if (rights === UNBOUNDED) return undefined;
    const candidates = rights.filter(({ permissions }) => permissions.has(permission));
    const target = await this.#targetOf(command);
    const right = candidates.find(({ reach }) => covers(reach, target));
    if (right === undefined) throw new NotWithinReach();
    return right;
  }

  /** The study that homework is of; none where there is no such homework. */
  async studyOf(assignmentId: string): Promise<string | undefined> {
    return (await this.#history(`assignment-${assignmentId}`))[0]?.metadata.studyId;
  }

  async #targetOf(command: Reaching): Promise<Target> {
    const records = streamsOf(command);
    const histories = await Promise.all(records.map((stream) => this.#history(stream)));
    const referred = await Promise.all(referredTo(command).map((stream) => this.#history(stream)));
    if (referred.some((history) => history.length === 0)) throw new NotWithinReach();
    histories.push(...referred);
    const ids = new Set([...named(command), ...histories.flat().flatMap(({ people }) => people)]);
    const people = new Map<string, PersonPlace>();
    for (const id of ids) people.set(id, await this.#placeOf(id, command));
    if (referred.length > 0 && people.size !== 1) throw new NotWithinReach();
    const studies = histories.flat().flatMap(({ metadata }) => metadata.studyId ?? []);
    const { assignmentId, sessionId, target } = command;
    const about = (category: string): string | undefined =>
      command.about?.category === category ? command.about.recordId : undefined;
    const given = (...some: readonly (string | undefined)[]): readonly string[] => some.flatMap((id) => id ?? []);
    return {
      studies: new Set([...studies, ...given(command.studyId)]),
      siteId: command.siteId ?? histories.flat().find(({ metadata }) => metadata.siteId !== undefined)?.metadata.siteId,
      people,
      recorded: new Set(histories.flat().flatMap(({ people: told }) => told)),
      assignments: given(assignmentId, target?.assignmentId, about('assignment')),
      sessions: given(sessionId, target?.sessionId, about('session')),
    };
  }

  async #placeOf(participantId: string, command: Reaching): Promise<PersonPlace> {
    const history = await this.#history(`participant-${participantId}`);
    const last = history.at(-1)?.metadata;
    if (last !== undefined) {
      const site = history.findLast(({ metadata }) => metadata.siteId !== undefined)?.metadata.siteId;
      return { studyId: last.studyId, siteId: site };
    }
    const begins = BEGIN_A_PERSON.includes(command.type);
    return { studyId: begins ? command.studyId : undefined, siteId: begins ? command.siteId : undefined };
  }

  /** Whom the record speaks of, entry by entry: an entry corrected to belong to somebody else counts for both. */
  async #history(stream: string): Promise<readonly { metadata: EventMetadata; people: readonly string[] }[]> {
    const told: { metadata: EventMetadata; people: readonly string[] }[] = [];
    for await (const event of this.engine.store.readStream(stream as Parameters<Engine['store']['readStream']>[0])) {
      const fact: Fact = decode(event);
      told.push({ metadata: fact.metadata, people: peopleNamedIn(fact) });
    }
    return told;
  }
}

function streamsOf(command: Reaching): readonly string[] {
  const { assignmentId, sessionId, ratingId, measureId, therapistId, goalId, target, category, recordId } = command;
  const record = (kind: string, id: string | undefined): readonly string[] =>
    id === undefined ? [] : [`${kind}-${id}`];
  const { about, alertId } = command;
  const therapist = command.type === 'AssignTherapist' ? undefined : therapistId;
  return [
    ...record('assignment', assignmentId),
    ...record('assignment', target?.assignmentId),
    ...record('session', sessionId),
    ...record('session', target?.sessionId),
    ...record('rating', ratingId),
    ...record('measure', measureId),
    ...record('goal', goalId),
    ...record('therapist', therapist),
    ...record('template', command.templateId),
    ...record('query', command.queryId),
    ...record('alert', alertId),
    ...(about === undefined ? [] : record(about.category, about.recordId)),
    ...(category === undefined ? [] : record(category, recordId)),
  ];
}

/** Records that a command refers to without writing to them. */
function referredTo({ goalIds = [], substituteId }: Reaching): readonly string[] {
  const substitute = substituteId === undefined ? [] : [`assignment-${substituteId}`];
  return [...goalIds.map((id) => `goal-${id}`), ...substitute];
}

function named({ participantId, participants = [], replacement }: Reaching): readonly string[] {
  const given = participantId === undefined ? participants : [...participants, participantId];
  if (typeof replacement !== 'object' || replacement === null) return given;
  const others: unknown = 'participants' in replacement ? replacement.participants : [];
  const other: unknown = 'participantId' in replacement ? replacement.participantId : undefined;
  const meant = [other, ...(Array.isArray(others) ? (others as readonly unknown[]) : [])];
  return [...given, ...meant.filter((id) => typeof id === 'string')];
}

function covers(reach: Reach, target: Target): boolean {
  const { studies, people } = target;
  if (reach.kind === 'server') return true;
  // A record that nobody ever wrote to belongs to no study, and is nobody’s to write to.
  if (studies.size === 0 && people.size === 0) return false;
  if ([...studies].some((study) => study !== reach.studyId)) return false;
  if ([...people.values()].some(({ studyId }) => studyId !== reach.studyId)) return false;
  switch (reach.kind) {
    case 'study':
      return true;
    case 'site':
      if (people.size === 0) return target.siteId === reach.siteId;
      return [...people.values()].every(({ siteId }) => siteId === reach.siteId);
    case 'people':
      return people.size > 0 && [...people.keys()].every((id) => reach.participantIds.includes(id));
    case 'records':
      return inSample(reach, target);
  }
}

/** Nobody else is spoken of than those whose records lie in the sample. */
function inSample({ records }: Extract<Reach, { kind: 'records' }>, target: Target): boolean {
  const { assignments, sessions, people, recorded } = target;
  if ([...people.keys()].some((id) => !recorded.has(id))) return false;
  if (assignments.length + sessions.length === 0) return false;
  return (
    assignments.every((id) => records.assignmentIds.includes(id)) &&
    sessions.every((id) => records.sessionIds.includes(id))
  );
}
