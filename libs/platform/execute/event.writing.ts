import { v5 as uuidv5, validate as isUuid } from 'uuid';
import { localTime, zoneOfMoment } from '#calendar';
import { type AnyEvent, type EventMetadata, type Subject, fieldProblems, refuse, shapeOf } from '#domain';
import type { NewEvent } from '#event-store';
import { currentCorrelationId } from '../logging/log.ts';
import { type SealingKeys, holdsPlainContent, sealEvent, studyKeyOf } from '../sealing/event.sealing.ts';
import type { DataKey, ParticipantKeys } from '../sealing/participant.keys.ts';
import { canonicalJson } from './canonical-json.ts';
import { CommandRefused } from './command.error.ts';
import { digestOf } from './command.digest.ts';
import type { EventTime } from './event.time.ts';
import type { PreparedCommand } from './prepared.command.ts';
import { type Standings, standingsAfter } from './standing.reader.ts';

/** A decision, with everything its events carry besides their data. */
export interface Decided {
  readonly command: PreparedCommand;
  readonly events: readonly AnyEvent[];
  readonly subject: Subject;
  readonly standings: Standings;
  readonly time: EventTime;
}

/**
 * The events as they are stored: checked, sealed, canonical, under ids that follow from the command's.
 * @throws CommandRefused when private content has no key to be sealed with
 */
export async function writeEvents(decided: Decided, keys: ParticipantKeys): Promise<readonly NewEvent[]> {
  const { command, events } = decided;
  for (const event of events) checkShape(event);
  const key = await keyFor(decided, keys);
  const sealing = await sealingKeys(decided, key, keys);
  const digest = digestOf(command, key, keys);
  const metadata = metadataOf(decided, digest);
  return events.map((event, index) => {
    const id = uuidv5(`${command.stream}/${index}`, command.context.commandId);
    const stored = sealEvent(event, id, sealing);
    const { version: schemaVersion } = shapeOf(event.type);
    const data = canonicalJson(stored.data);
    return { id, type: event.type, data, metadata: canonicalJson({ ...metadata, schemaVersion }) };
  });
}

/** The key of the participant the events belong to; none where they belong to nobody, or to somebody erased. */
async function keyFor({ events, subject, standings }: Decided, keys: ParticipantKeys): Promise<DataKey | undefined> {
  const { participantId } = subject;
  const erased = standings.participant.erased;
  const key = participantId === undefined || erased ? undefined : await keys.ensure(participantId);
  if (key !== undefined && key !== 'destroyed') return key;
  if (!events.some((event) => holdsPlainContent(event, 'participant'))) return undefined;
  throw new CommandRefused(refuse(participantId === undefined ? 'PrivateContentOfNobody' : 'ParticipantErased'));
}

/** The participant's key with, where events hold arms, the study's. @throws CommandRefused when that is destroyed */
async function sealingKeys(
  { events, subject }: Decided,
  key: DataKey | undefined,
  keys: ParticipantKeys,
): Promise<SealingKeys> {
  const { participantId, studyId } = subject;
  const own = key === undefined || participantId === undefined ? {} : { participant: { id: participantId, key } };
  if (studyId === undefined || !events.some((event) => holdsPlainContent(event, 'study'))) return own;
  const study = await keys.ensure(studyKeyOf(studyId));
  if (study === 'destroyed') throw new CommandRefused(refuse('AllocationKeyDestroyed'));
  return { ...own, study: { id: studyId, key: study } };
}

function checkShape({ type, data }: AnyEvent): void {
  const parsed = shapeOf(type).data.safeParse(data);
  if (parsed.success) return;
  const problems = fieldProblems(parsed.error).map(({ field, problem }) => `${field}: ${problem}`);
  throw new Error(`a decider wrote a ${type} that does not fit its shape: ${problems.join('; ')}`);
}

function metadataOf(decided: Decided, commandDigest: string): Omit<EventMetadata, 'schemaVersion'> {
  const { command, events, subject, standings, time } = decided;
  const {
    commandId,
    actor,
    source,
    correlationId = correlationOf(commandId),
    causationId = commandId,
  } = command.context;
  const { participant, study } = standingsAfter(standings, events, time.occurredAt);
  return {
    commandId,
    commandDigest,
    causationId,
    correlationId,
    actor,
    ...time,
    ...localTime(time.occurredAt, zoneAt(time.occurredAt, { participant, study }, subject)),
    studyId: subject.studyId ?? participant.studyId,
    siteId: subject.siteId ?? participant.siteId,
    participantId: subject.participantId,
    protocolVersion: study.protocolVersion,
    source,
  };
}

/** Of the request under way where that has a UUID; a command that nothing surrounds begins a conversation. */
function correlationOf(commandId: string): string {
  const current = currentCorrelationId();
  return current !== undefined && isUuid(current) ? current : commandId;
}

/** The calendar of a moment: where the participant lived then, or else the site's, or else the study's. */
export function zoneAt(
  moment: string,
  { participant, study }: Pick<Standings, 'participant' | 'study'>,
  { siteId = '' }: Subject,
): string {
  return zoneOfMoment(participant.zones, moment) ?? study.siteZones.get(siteId) ?? study.timeZone;
}
