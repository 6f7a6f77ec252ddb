import { z } from 'zod';
import { freeText, id } from '../kernel/primitives.ts';
import { fieldProblems } from '../kernel/problems.ts';
import { sameContent } from '../kernel/same-content.ts';
import { isErased, mapSealed, sealed } from '../kernel/sealed.ts';
import { type AnyCommand, type Decider, type Decision, type Given, type Refusal, refuse } from '../kernel/decider.ts';
import { changesEntry, effective } from '../kernel/effective.ts';
import type { AnyEvent, EventShape, Recorded } from '../kernel/event.ts';
import { OUTLIVES_THE_FREEZE } from '../study/study.lock.ts';
import { type EntryEvent, correctionReason, entryEvents } from './entry.events.ts';

/** A record: the stream that holds the entries. */
const record = { category: z.string().regex(/^[a-z]+$/), recordId: id };

/**
 * The revision of the record that the caller looked at. Whoever says so is told when somebody else changed the entry
 * since; whoever does not has the last word.
 */
const basedOn = z.int().min(0).optional();
const fix = { ...record, entryId: z.uuid(), basedOn, reason: correctionReason, note: sealed(freeText).optional() };

export const entryCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('CorrectEntry'), ...fix, replacement: z.record(z.string(), z.json()) }),
  z.strictObject({ type: z.literal('VoidEntry'), ...fix }),
  z.strictObject({
    type: z.literal('SignRecord'),
    ...record,
    basedOn,
    meaning: entryEvents.RecordSigned.data.shape.meaning,
  }),
  z.strictObject({ type: z.literal('FreezeRecord'), ...record, ...entryEvents.RecordFrozen.data.shape }),
  z.strictObject({ type: z.literal('ReleaseRecord'), ...record, ...entryEvents.RecordReleased.data.shape }),
]);
export type EntryCommand = z.infer<typeof entryCommands>;
type Fix = Extract<EntryCommand, { type: 'CorrectEntry' | 'VoidEntry' }>;
type History = readonly Recorded<AnyEvent>[];

/** How a record's own decider reads its entries. */
export type RecordReading = Pick<
  Decider<AnyCommand, unknown, AnyEvent>,
  'events' | 'keys' | 'entriesAreFinal' | 'initialState' | 'evolve' | 'misfit'
>;

const ENTRY_COMMANDS: readonly string[] = ['CorrectEntry', 'VoidEntry', 'SignRecord', 'FreezeRecord', 'ReleaseRecord'];

export function isEntryCommand(command: AnyCommand): command is EntryCommand {
  return ENTRY_COMMANDS.includes(command.type);
}

/**
 * Corrections, voids and signatures are decided over the whole history of a record, whatever its kind. None may leave
 * another entry standing on what is gone: the record's own decider says what fits (`misfit`).
 */
export function decideEntry(
  command: EntryCommand,
  history: History,
  reading: RecordReading,
  given: Pick<Given, 'logIndex'> = {},
): Decision<EntryEvent> {
  if (command.type === 'SignRecord') return sign(command, history, given);
  if (command.type === 'FreezeRecord' || command.type === 'ReleaseRecord') return freeze(command, history);
  const entry = history.find((event) => event.id === command.entryId);
  if (entry === undefined) return refuse('EntryNotFound', { entryId: command.entryId });
  if (reading.entriesAreFinal === true) return refuse('EntryNotCorrectable', { type: entry.type });
  const changed = changedMeanwhile(command, entry, history);
  if (changed !== undefined) return changed;
  if (isVoided(history, entry)) return refuse('EntryAlreadyVoided', { entryId: entry.id });
  return command.type === 'CorrectEntry'
    ? correct(command, entry, history, reading)
    : voidEntry(command, entry, history, reading);
}

/** Records that are frozen one by one. A participant and a study are frozen and locked as a whole, by their own commands. */
const FREEZABLE: readonly string[] = ['assignment', 'session', 'measure', 'rating'];

function freeze(
  { type, category, reason }: Extract<EntryCommand, { type: 'FreezeRecord' | 'ReleaseRecord' }>,
  history: History,
): Decision<EntryEvent> {
  if (!FREEZABLE.includes(category)) return refuse('RecordNotFreezable', { category });
  if (history.length === 0) return refuse('RecordEmpty');
  const freezes = type === 'FreezeRecord';
  if (freezes === isFrozen(history)) return refuse(freezes ? 'RecordIsFrozen' : 'RecordNotFrozen');
  return [{ type: freezes ? 'RecordFrozen' : 'RecordReleased', data: { reason } }];
}

function isFrozen(history: readonly AnyEvent[]): boolean {
  return history.findLast(({ type }) => type === 'RecordFrozen' || type === 'RecordReleased')?.type === 'RecordFrozen';
}

/** Why a frozen record does not take this command; nothing when it does. */
export function recordFreezeProblem(type: string, history: readonly AnyEvent[]): Refusal | undefined {
  const outlives = type === 'ReleaseRecord' || type === 'FreezeRecord' || OUTLIVES_THE_FREEZE.includes(type);
  return !outlives && isFrozen(history) ? refuse('RecordIsFrozen') : undefined;
}

function sign(
  command: Extract<EntryCommand, { type: 'SignRecord' }>,
  history: History,
  { logIndex }: Pick<Given, 'logIndex'>,
): Decision<EntryEvent> {
  const last = history.at(-1);
  if (last === undefined) return refuse('RecordEmpty');
  const { revision } = last;
  if (command.basedOn !== undefined && command.basedOn < revision) {
    return refuse('RecordChangedMeanwhile', { basedOn: command.basedOn, revision });
  }
  const bound = logIndex === undefined ? {} : { logIndex };
  return [{ type: 'RecordSigned', data: { revision, ...bound, meaning: command.meaning } }];
}

/** Two people correct at once: the second, who looked before the first was done, is told who changed it and when. */
function changedMeanwhile({ basedOn: seen }: Fix, entry: Recorded<AnyEvent>, history: History): Refusal | undefined {
  const last = lastAbout(entry, history);
  if (seen === undefined || last.revision <= seen) return undefined;
  const { revision, recordedAt, metadata } = last;
  return refuse('EntryChangedMeanwhile', { revision, changedAt: recordedAt, changedBy: metadata.actor.id });
}

/** The newest of an entry, the corrections and voids of it, and those of them in turn. */
function lastAbout(entry: Recorded<AnyEvent>, history: History): Recorded<AnyEvent> {
  const about = new Set([entry.id]);
  let last = entry;
  for (const event of history) {
    if (!changesEntry(event) || !about.has(event.data.entryId)) continue;
    about.add(event.id);
    last = event;
  }
  return last;
}

function correct(
  command: Extract<Fix, { type: 'CorrectEntry' }>,
  entry: Recorded<AnyEvent>,
  history: History,
  reading: RecordReading,
): Decision<EntryEvent> {
  const shape = reading.events[entry.type];
  if (shape === undefined) return refuse('EntryNotCorrectable', { type: entry.type });
  const parsed = shape.data.safeParse(command.replacement);
  if (!parsed.success) return refuse('CorrectionDoesNotFit', { ...fieldProblems(parsed.error)[0] });
  const present = effective(history).find((event) => event.id === entry.id)?.data;
  const { entryId, reason, note } = command;
  const replacement = entryEvents.EntryCorrected.data.shape.replacement.parse(parsed.data);
  const moved = reading.keys.find((key) => !sameContent(keyOf(present, key), keyOf(replacement, key)));
  if (moved !== undefined) return refuse('CorrectionMovesEntry', { field: moved });
  const emptied = erasedFields(shape, replacement).find((field) => !erasedFields(shape, present).includes(field));
  if (emptied !== undefined) return refuse('CorrectionDoesNotFit', { field: emptied, problem: 'was not erased' });
  if (sameContent(present, replacement)) return refuse('CorrectionChangesNothing');
  const { version: entryVersion } = shape;
  const corrected: EntryEvent = {
    type: 'EntryCorrected',
    data: { entryId, entryType: entry.type, entryVersion, replacement, reason, note },
  };
  const { own, others } = newMisfits(entry, history, corrected, reading);
  if (own !== undefined) return refuse('CorrectionDoesNotFit', { field: own, problem: 'does not fit its record' });
  return others > 0 ? refuse('OthersDependOnEntry', { others }) : [corrected];
}

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

/** A signature vouches for what stood then; a freeze is released; a destroyed key does not come back. */
const IRREVOCABLE = ['RecordSigned', 'RecordFrozen', 'RecordReleased', 'PersonalDataErased'];

function voidEntry(
  command: Extract<Fix, { type: 'VoidEntry' }>,
  entry: Recorded<AnyEvent>,
  history: History,
  reading: RecordReading,
): Decision<EntryEvent> {
  if (IRREVOCABLE.includes(entry.type)) return refuse('EntryNotCorrectable', { type: entry.type });
  const { entryId, reason, note } = command;
  const voided: EntryEvent = { type: 'EntryVoided', data: { entryId, entryType: entry.type, reason, note } };
  const { own, others } = newMisfits(entry, history, voided, reading);
  if (own !== undefined) return refuse('PlaceIsTaken', { field: own });
  return others > 0 ? refuse('OthersDependOnEntry', { others }) : [voided];
}

/** What would no longer fit: the entry that a correction or void is about in the end, and how many others. */
function newMisfits(
  entry: Recorded<AnyEvent>,
  history: History,
  change: EntryEvent,
  reading: RecordReading,
): { readonly own: string | undefined; readonly others: number } {
  const before = misfits(effective(history), reading);
  const after = misfits(effective([...history, { ...entry, id: '', ...change }]), reading);
  const subject = rootOf(entry, history).id;
  const added = [...after].filter(([id, field]) => before.get(id) !== field);
  return {
    own: added.find(([id]) => id === subject)?.[1],
    others: added.filter(([id]) => id !== subject).length,
  };
}

/** The entry that a chain of corrections and voids is about. */
function rootOf(entry: Recorded<AnyEvent>, history: History): Recorded<AnyEvent> {
  if (!changesEntry(entry)) return entry;
  const { entryId } = entry.data;
  const next = history.find(({ id }) => id === entryId);
  return next === undefined ? entry : rootOf(next, history);
}

/** Entries that do not fit what stands before them, with the field. */
function misfits(standing: History, { initialState, misfit, evolve }: RecordReading): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let state = initialState;
  for (const event of standing) {
    const field = misfit(state, event);
    if (field !== undefined) found.set(event.id, field);
    state = evolve(state, event, event.metadata.occurredAt);
  }
  return found;
}

function isVoided(history: History, entry: Recorded<AnyEvent>): boolean {
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
  return effective<Event>(history).reduce(
    (state, event) => decider.evolve(state, event, event.metadata.occurredAt),
    decider.initialState,
  );
}
