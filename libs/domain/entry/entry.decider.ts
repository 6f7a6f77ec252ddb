import { z } from 'zod';
import { freeText, id } from '../kernel/primitives.ts';
import { fieldProblems } from '../kernel/problems.ts';
import { sameContent } from '../kernel/same-content.ts';
import { isErased, mapSealed, sealed } from '../kernel/sealed.ts';
import type { AnyCommand, Decider, Decision } from '../kernel/decider.ts';
import { refuse } from '../kernel/decider.ts';
import { effective } from '../kernel/effective.ts';
import type { AnyEvent, EventShape, EventShapes, Recorded } from '../kernel/event.ts';
import { type EntryEvent, correctionReason, entryEvents } from './entry.events.ts';

/** A record: the stream that holds the entries. */
const record = { category: z.string().regex(/^[a-z]+$/), recordId: id };

export const entryCommands = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('CorrectEntry'),
    ...record,
    entryId: z.uuid(),
    replacement: z.record(z.string(), z.json()),
    reason: correctionReason,
    note: sealed(freeText).optional(),
  }),
  z.strictObject({
    type: z.literal('VoidEntry'),
    ...record,
    entryId: z.uuid(),
    reason: correctionReason,
    note: sealed(freeText).optional(),
  }),
  z.strictObject({ type: z.literal('SignRecord'), ...record, meaning: entryEvents.RecordSigned.data.shape.meaning }),
]);
export type EntryCommand = z.infer<typeof entryCommands>;
type Fix = Exclude<EntryCommand, { type: 'SignRecord' }>;

export function isEntryCommand(command: AnyCommand): command is EntryCommand {
  return command.type === 'CorrectEntry' || command.type === 'VoidEntry' || command.type === 'SignRecord';
}

/**
 * Corrections, voids and signatures are decided over the whole history of a record, whatever its kind. The first entry
 * of a record carries everything after it: it can be voided, or restored by voiding its void, only while nothing else
 * stands.
 */
export function decideEntry(
  command: EntryCommand,
  history: readonly Recorded<AnyEvent>[],
  shapes: EventShapes,
): Decision<EntryEvent> {
  if (command.type === 'SignRecord') {
    const last = history.at(-1);
    if (last === undefined) return refuse('RecordEmpty');
    return [{ type: 'RecordSigned', data: { revision: last.revision, meaning: command.meaning } }];
  }
  const entry = history.find((event) => event.id === command.entryId);
  if (entry === undefined) return refuse('EntryNotFound', { entryId: command.entryId });
  if (isVoided(history, entry)) return refuse('EntryAlreadyVoided', { entryId: entry.id });
  return command.type === 'CorrectEntry'
    ? correct(command, entry, history, shapes)
    : voidEntry(command, entry, history);
}

function correct(
  command: Extract<Fix, { type: 'CorrectEntry' }>,
  entry: Recorded<AnyEvent>,
  history: readonly Recorded<AnyEvent>[],
  shapes: EventShapes,
): Decision<EntryEvent> {
  const shape = shapes[entry.type];
  if (shape === undefined) return refuse('EntryNotCorrectable', { type: entry.type });
  const parsed = shape.data.safeParse(command.replacement);
  if (!parsed.success) return refuse('CorrectionDoesNotFit', { ...fieldProblems(parsed.error)[0] });
  const present = effective(history).find((event) => event.id === entry.id)?.data;
  const { entryId, reason, note } = command;
  const replacement = entryEvents.EntryCorrected.data.shape.replacement.parse(parsed.data);
  const moved = RECORD_KEYS.find((key) => !sameContent(keyOf(present, key), keyOf(replacement, key)));
  if (moved !== undefined) return refuse('CorrectionMovesEntry', { field: moved });
  const emptied = erasedFields(shape, replacement).find((field) => !erasedFields(shape, present).includes(field));
  if (emptied !== undefined) return refuse('CorrectionDoesNotFit', { field: emptied, problem: 'was not erased' });
  if (sameContent(present, replacement)) return refuse('CorrectionChangesNothing');
  const { version: entryVersion } = shape;
  return [
    { type: 'EntryCorrected', data: { entryId, entryType: entry.type, entryVersion, replacement, reason, note } },
  ];
}

/** What places an entry in its record: keys, calendar and scope hang on it, so it is not corrected in place. */
const RECORD_KEYS = ['studyId', 'participantId', 'code', 'assignmentId', 'sessionId', 'ratingId', 'measureId'];

/** Content whose key was destroyed may stay so in a correction; a correction cannot pass anything off as erased. */
function erasedFields({ data: schema }: EventShape, data: unknown): string[] {
  const paths: string[] = [];
  mapSealed(schema, data, (value, path) => {
    if (isErased(value)) paths.push(path.join('.'));
    return value;
  });
  return paths;
}

function keyOf(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null
    ? Object.entries(data).find(([name]) => name === key)?.[1]
    : undefined;
}

/** A signature vouches for what stood then; a destroyed key does not come back. */
const IRREVOCABLE = ['RecordSigned', 'PersonalDataErased'];

function voidEntry(
  command: Extract<Fix, { type: 'VoidEntry' }>,
  entry: Recorded<AnyEvent>,
  history: readonly Recorded<AnyEvent>[],
): Decision<EntryEvent> {
  if (IRREVOCABLE.includes(entry.type)) return refuse('EntryNotCorrectable', { type: entry.type });
  const { entryId, reason, note } = command;
  const voided: EntryEvent = { type: 'EntryVoided', data: { entryId, entryType: entry.type, reason, note } };
  const standing = effective(history);
  const left = effective([...history, { ...entry, id: '', ...voided }]);
  if (standing.length > 0 && left.length > 0 && standing[0]?.id !== left[0]?.id)
    return refuse('OthersDependOnEntry', { later: Math.max(standing.length, left.length) - 1 });
  return [voided];
}

function isVoided(history: readonly Recorded<AnyEvent>[], entry: Recorded<AnyEvent>): boolean {
  const voids = history.filter(isVoid);
  const undone = new Set<string>();
  for (const event of [...voids].reverse()) {
    if (!undone.has(event.id)) undone.add(event.data.entryId);
  }
  return undone.has(entry.id);
}

function isVoid(event: Recorded<AnyEvent>): event is Recorded<Extract<EntryEvent, { type: 'EntryVoided' }>> {
  return event.type === 'EntryVoided';
}

/** Folds a record into the state its decider needs: corrections and voids first. */
export function stateOf<Command extends AnyCommand, State, Event extends AnyEvent>(
  decider: Decider<Command, State, Event>,
  history: readonly Recorded<Event | EntryEvent>[],
): State {
  return effective<Event>(history).reduce((state, event) => decider.evolve(state, event), decider.initialState);
}
