import type { z } from 'zod';
import { allocationDecider } from './allocation/allocation.decider.ts';
import type { AllocationEvent } from './allocation/allocation.events.ts';
import { alertDecider } from './alert/alert.decider.ts';
import type { AlertEvent } from './alert/alert.events.ts';
import { analysisDecider } from './analysis/analysis.decider.ts';
import type { AnalysisEvent } from './analysis/analysis.events.ts';
import { assignmentDecider } from './assignment/assignment.decider.ts';
import type { AssignmentEvent } from './assignment/assignment.events.ts';
import { contactDecider } from './contact/contact.decider.ts';
import type { ContactEvent } from './contact/contact.events.ts';
import { datasetDecider } from './dataset/dataset.decider.ts';
import type { DatasetEvent } from './dataset/dataset.events.ts';
import { type EntryEvent, entryEvents, entryUpcasts } from './entry/entry.events.ts';
import { goalDecider } from './goal/goal.decider.ts';
import type { GoalEvent } from './goal/goal.events.ts';
import type { AnyEvent, EventMetadata, EventShape, Recorded } from './kernel/event.ts';
import { type FieldPath, type SealOwner, mapSealed } from './kernel/sealed.ts';
import { UnreadableEvent, type Upcasts, upcast } from './kernel/upcast.ts';
import { measureDecider } from './measure/measure.decider.ts';
import type { MeasureEvent } from './measure/measure.events.ts';
import { monitoringDecider } from './monitoring/monitoring.decider.ts';
import type { MonitoringEvent } from './monitoring/monitoring.events.ts';
import { participantDecider } from './participant/participant.decider.ts';
import type { ParticipantEvent } from './participant/participant.events.ts';
import { queryDecider } from './query/query.decider.ts';
import type { QueryEvent } from './query/query.events.ts';
import { ratingDecider } from './rating/rating.decider.ts';
import type { RatingEvent } from './rating/rating.events.ts';
import { reminderDecider } from './reminder/reminder.decider.ts';
import type { ReminderEvent } from './reminder/reminder.events.ts';
import { sessionDecider } from './session/session.decider.ts';
import type { SessionEvent } from './session/session.events.ts';
import { templateDecider } from './template/template.decider.ts';
import type { TemplateEvent } from './template/template.events.ts';
import { therapistDecider } from './therapist/therapist.decider.ts';
import type { TherapistEvent } from './therapist/therapist.events.ts';
import { studyDecider } from './study/study.decider.ts';
import type { StudyEvent } from './study/study.events.ts';

/** Every stream of the log, by category. */
export const deciders = {
  study: studyDecider,
  allocation: allocationDecider,
  therapist: therapistDecider,
  participant: participantDecider,
  session: sessionDecider,
  assignment: assignmentDecider,
  goal: goalDecider,
  rating: ratingDecider,
  measure: measureDecider,
  template: templateDecider,
  alert: alertDecider,
  reminder: reminderDecider,
  contact: contactDecider,
  monitoring: monitoringDecider,
  query: queryDecider,
  dataset: datasetDecider,
  analysis: analysisDecider,
} as const;
export type Category = keyof typeof deciders;

/** Every event of the log. */
export type DomainEvent =
  | StudyEvent
  | AllocationEvent
  | TherapistEvent
  | ParticipantEvent
  | SessionEvent
  | AssignmentEvent
  | GoalEvent
  | RatingEvent
  | MeasureEvent
  | TemplateEvent
  | AlertEvent
  | ReminderEvent
  | ContactEvent
  | MonitoringEvent
  | QueryEvent
  | DatasetEvent
  | AnalysisEvent
  | EntryEvent;
export type EventType = DomainEvent['type'];
/** An event of one type, or of several, as it stands in the log. */
export type Fact<Type extends EventType = EventType> = Recorded<Extract<DomainEvent, { type: Type }>>;

interface Catalogued {
  readonly category: string;
  readonly shape: EventShape;
  readonly upcasts: Upcasts;
}

const entries: ReadonlyMap<string, Catalogued> = new Map<string, Catalogued>([
  ...Object.values(deciders).flatMap(({ category, events, upcasts }) =>
    Object.entries(events as Record<string, EventShape>).map(([type, shape]): [string, Catalogued] => [
      type,
      { category, shape, upcasts },
    ]),
  ),
  ...Object.entries(entryEvents as Record<string, EventShape>).map(([type, shape]): [string, Catalogued] => [
    type,
    { category: 'any', shape, upcasts: entryUpcasts },
  ]),
]);

/** All event types with their stream category (`any` for entry events), version, meaning and schema. */
export const eventCatalogue: readonly (EventShape & { readonly type: EventType; readonly category: string })[] = [
  ...entries,
].map(([type, { category, shape }]) => ({ ...shape, type: type as EventType, category }));

const historicNames: ReadonlyMap<string, string> = new Map(
  [...entries.values()].flatMap(({ upcasts }) => Object.entries(upcasts.renamed)),
);

/** A type's present and historic names, so that filters by type also find events stored under an old one. */
export function storedNames(type: EventType): readonly string[] {
  return [type, ...[...historicNames].filter(([, today]) => today === type).map(([historic]) => historic)];
}

/** What a store hands back of an event, its JSON still text. */
export interface StoredText {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Reads a stored event as today's: parses, follows renames, upcasts. Shapes are checked when written, not here.
 * @throws UnreadableEvent for a type this software does not know, or one written by a newer version of it.
 */
export function decode(stored: StoredText): Fact {
  const type = historicNames.get(stored.type) ?? stored.type;
  const entry = entries.get(type);
  if (entry === undefined) throw new UnreadableEvent(`unknown event type ${stored.type}`);
  const metadata = JSON.parse(stored.metadata) as EventMetadata;
  const lifted = lift(type, entry, { version: metadata.schemaVersion, data: JSON.parse(stored.data) });
  const data = type === 'EntryCorrected' ? liftReplacement(lifted) : lifted;
  const { id, stream, revision, recordedAt } = stored;
  return { type, data, id, stream, revision, recordedAt, metadata } as Fact;
}

function lift(type: string, { upcasts, shape }: Catalogued, stored: { version: number; data: unknown }): unknown {
  return upcast(upcasts, type, stored, shape.version);
}

/** A correction holds another type's content; that is read as today's like any other. */
function liftReplacement(data: unknown): unknown {
  const corrected = data as z.infer<typeof entryEvents.EntryCorrected.data>;
  const entryType = historicNames.get(corrected.entryType) ?? corrected.entryType;
  const entry = entries.get(entryType);
  if (entry === undefined) throw new UnreadableEvent(`unknown event type ${corrected.entryType}`);
  const replacement = lift(entryType, entry, { version: corrected.entryVersion, data: corrected.replacement });
  return { ...corrected, entryType, entryVersion: entry.shape.version, replacement };
}

/**
 * The current stored shape of a type.
 * @throws UnreadableEvent for a type that is not in the catalogue.
 */
export function shapeOf(type: string): EventShape {
  const entry = entries.get(type);
  if (entry === undefined) throw new UnreadableEvent(`unknown event type ${type}`);
  return entry.shape;
}

/**
 * Applies `change` to every sealed field of an event's data. A correction's replacement follows the schema of the
 * entry it corrects.
 */
export function mapSealedFields<Event extends AnyEvent>(
  event: Event,
  change: (value: unknown, path: FieldPath, owner: SealOwner) => unknown,
): Event {
  const data = mapSealed(shapeOf(event.type).data, event.data, change);
  if (event.type !== 'EntryCorrected') return { ...event, data };
  const { entryType, replacement } = event.data as { entryType: string; replacement: unknown };
  const schema: z.ZodType = shapeOf(entryType).data;
  return {
    ...event,
    data: { ...(data as object), replacement: mapSealed(schema, replacement, change, ['replacement']) },
  };
}

/** Everyone whose record an event is part of. A group session is part of several. */
export function participantsOf(fact: Fact): readonly string[] {
  if ('participants' in fact.data) return fact.data.participants;
  return fact.metadata.participantId === undefined ? [] : [fact.metadata.participantId];
}
