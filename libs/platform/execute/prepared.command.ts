import { z } from 'zod';
import {
  type AnyCommand,
  type AnyEvent,
  type Category,
  type Decider,
  type Decision,
  type EntryCommand,
  type EntryEvent,
  type Fact,
  type Given,
  type Recorded,
  type RecordReading,
  type Subject,
  decideEntry,
  deciders,
  entryCommands,
  fieldProblems,
  freezeProblem,
  recordFreezeProblem,
  isEntryCommand,
  lockProblem,
  stateOf,
} from '#domain';
import { type StreamName, streamName } from '#event-store';
import { InvalidCommand } from './command.error.ts';
import { type Json, readInput } from './command.input.ts';
import { type CallerContext, type ExecuteRequest, callerContext } from './execute.command.ts';

/** A checked command, with the behaviour of its stream bound to it. */
export interface PreparedCommand {
  readonly category: Category;
  readonly type: string;
  readonly stream: StreamName;
  readonly input: Json;
  readonly context: CallerContext;
  subject(history: readonly Fact[]): Subject;
  decide(history: readonly Fact[], given: Given): Decision<AnyEvent>;
}

/** Checks everything about a request that can be checked without looking anything up. @throws InvalidCommand */
export function prepare(request: ExecuteRequest): PreparedCommand {
  const { category } = request;
  if (!Object.hasOwn(deciders, category)) {
    throw new InvalidCommand([{ field: 'category', problem: `must be one of ${Object.keys(deciders).join(', ')}` }]);
  }
  const context = callerContext.safeParse(request.context);
  if (!context.success) {
    throw new InvalidCommand(
      fieldProblems(context.error).map(({ field, problem }) => ({ field: `context.${field}`, problem })),
    );
  }
  const bound = bindings[category](readInput(request.command));
  const decide: Bound['decide'] = (history, given) =>
    lockProblem(bound.type, given.study) ??
    freezeProblem(bound.type, given.participant) ??
    recordFreezeProblem(bound.type, history) ??
    bound.decide(history, given);
  return { ...bound, decide, category, context: context.data };
}

type Bound = Omit<PreparedCommand, 'category' | 'context'>;

const bindings: Record<Category, (input: Json) => Bound> = {
  study: (input) => bind(deciders.study, input),
  allocation: (input) => bind(deciders.allocation, input),
  therapist: (input) => bind(deciders.therapist, input),
  participant: (input) => bind(deciders.participant, input),
  session: (input) => bind(deciders.session, input),
  assignment: (input) => bind(deciders.assignment, input),
  goal: (input) => bind(deciders.goal, input),
  rating: (input) => bind(deciders.rating, input),
  measure: (input) => bind(deciders.measure, input),
  template: (input) => bind(deciders.template, input),
  alert: (input) => bind(deciders.alert, input),
  reminder: (input) => bind(deciders.reminder, input),
  contact: (input) => bind(deciders.contact, input),
  monitoring: (input) => bind(deciders.monitoring, input),
  query: (input) => bind(deciders.query, input),
  dataset: (input) => bind(deciders.dataset, input),
  analysis: (input) => bind(deciders.analysis, input),
};

function bind<Command extends AnyCommand, State, Event extends AnyEvent>(
  decider: Decider<Command, State, Event>,
  input: Json,
): Bound {
  if (isEntryCommand({ type: typeOf(input) })) return bindEntry(decider, input);
  const parsed = decider.commands.safeParse(input);
  if (!parsed.success) throw new InvalidCommand(fieldProblems(parsed.error));
  const command = parsed.data;
  const state = (history: readonly Fact[]) => stateOf(decider, ofStream<Event>(history));
  return {
    type: command.type,
    input,
    stream: streamName(`${decider.category}-${decider.idOf(command)}`),
    subject: (history) => decider.subjectOf(command, state(history)),
    decide: (history, given) => decider.decide(command, state(history), given),
  };
}

function bindEntry(decider: RecordReading & { readonly category: string }, input: Json): Bound {
  const parsed = entryCommands.safeParse(input);
  if (!parsed.success) throw new InvalidCommand(fieldProblems(parsed.error));
  const command = parsed.data;
  if (command.category !== decider.category) {
    throw new InvalidCommand([{ field: 'category', problem: `the command was sent to ${decider.category}` }]);
  }
  return {
    type: command.type,
    input,
    stream: streamName(`${command.category}-${command.recordId}`),
    subject: (history) => entrySubject(command, history),
    decide: (history, given) => decideEntry(command, history, decider, given),
  };
}

/** An entry about an entry belongs to whom that belongs; a signature to whom the record belongs. */
function entrySubject(command: EntryCommand, history: readonly Fact[]): Subject {
  const entry = 'entryId' in command ? history.find(({ id }) => id === command.entryId) : undefined;
  const { studyId, siteId, participantId } = (entry ?? history[0])?.metadata ?? {};
  return { studyId, siteId, participantId };
}

function typeOf(input: Json): string {
  const named = z.object({ type: z.string() }).safeParse(input);
  return named.success ? named.data.type : '';
}

/** What one stream holds is what its decider wrote, and entries about entries. */
function ofStream<Event extends AnyEvent>(history: readonly Fact[]): readonly Recorded<Event | EntryEvent>[] {
  return history;
}
