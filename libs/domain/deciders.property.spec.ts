import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { z } from 'zod';
import { type Category, deciders } from './catalogue.ts';
import { type EntryCommand, type RecordReading, decideEntry, entryCommands, stateOf } from './entry/entry.decider.ts';
import { type EntryEvent, entryEvents } from './entry/entry.events.ts';
import { ORDINARY, recorded } from './kernel/decider.specification.ts';
import { type AnyCommand, type Decider, type Given, isRefusal } from './kernel/decider.ts';
import { effective } from './kernel/effective.ts';
import type { AnyEvent, Recorded } from './kernel/event.ts';
import { REFUSALS } from './kernel/refusals.ts';
import { commandOf, valueOf } from './kernel/schema.specification.ts';

// Executes E6-4.3.4, P11-10(f).

type AnyDecider = Decider<AnyCommand, unknown, AnyEvent>;

const all = Object.entries(deciders).map(([category, decider]): [Category, AnyDecider] => [
  category as Category,
  decider as unknown as AnyDecider,
]);

/** Told twice it happened twice: it has no name of its own, only the command's id. */
const MAY_BE_SAID_AGAIN = [
  ...['AssessRisk', 'SendSafetyAlert', 'PassOnSafetyAlert', 'TellClinician'],
  ...['ReportOccurrence', 'OpenHomework', 'RequestClarification', 'ReviewHomework', 'GiveFeedback', 'ChangeSharing'],
  'ShowFeature',
  ...['GiveConsent', 'WithdrawConsent', 'RecordBaseline', 'ChangeConcomitantTreatment', 'RecordProtocolDeviation'],
  ...[
    'GiveTherapistConsent',
    'CertifyRater',
    'HoldSupervision',
    'CoverCaseload',
    'AssignRatingSample',
    'DraftTemplate',
  ],
  ...['MakePlan', 'RateGoal'],
];

const given: Given = {
  ...ORDINARY,
  participant: { ...ORDINARY.participant, studyId: 'one' },
  study: { ...ORDINARY.study, openSites: ['one'], siteZones: new Map([['one', 'Europe/Helsinki']]) },
};
/** Long enough for records to grow old. */
const LONG = { minLength: 60, maxLength: 100, size: 'max' } as const;
const moment = fc.constantFrom('2026-02-20T12:00:00.000Z', '2026-03-01T12:00:00.000Z', '2026-03-12T12:00:00.000Z');

/** With plain assertions, as of each of a hundred thousand commands: those of Jest take a stack trace even when they hold. */
function checked(decider: AnyDecider, state: unknown, command: AnyCommand, surroundings: Given): readonly AnyEvent[] {
  const decision = decider.decide(command, state, surroundings);
  if (isRefusal(decision)) {
    assert.ok(Object.hasOwn(REFUSALS, decision.refused), decision.refused);
    return [];
  }
  assert.notEqual(decision.length, 0);
  let before = state;
  for (const event of decision) {
    assert.equal(decider.events[event.type]?.data.safeParse(event.data).error, undefined);
    assert.equal(decider.misfit(before, event), undefined);
    before = decider.evolve(before, event, surroundings.occurredAt);
  }
  if (!MAY_BE_SAID_AGAIN.includes(command.type)) {
    assert.ok(isRefusal(decider.decide(command, before, surroundings)), `${command.type} was taken twice`);
  }
  return decision;
}

describe('every decider, whatever commands arrive in whatever order', () => {
  it.each(all)('%s answers with events that fit, or a refusal, and takes the same command once', (_, decider) => {
    const written = new Set<string>();
    const step = fc.record({
      command: commandOf(decider.commands, decider.keys),
      occurredAt: moment,
      locked: fc.boolean(),
    });
    const property = fc.property(fc.array(step, LONG), (steps) => {
      const states = new Map<string, unknown>();
      for (const { command, occurredAt, locked } of steps) {
        const parsed = decider.commands.parse(command);
        const id = decider.idOf(parsed);
        const state = states.get(id) ?? decider.initialState;
        const study = { ...given.study, locked };
        const events = checked(decider, state, parsed, { ...given, study, occurredAt });
        for (const { type } of events) written.add(type);
        const after = events.reduce((now, event) => decider.evolve(now, event, occurredAt), state);
        states.set(id, after);
        assert.notEqual(Object.keys(decider.subjectOf(parsed, after)).length, 0);
      }
    });
    fc.assert(property, { seed: 20260301, numRuns: 80 });
    // Every event has a command that leads to it: more runs for what is rare.
    const wanted = Object.keys(decider.events).sort();
    for (let more = 1; more <= 5 && written.size < wanted.length; more += 1) {
      fc.assert(property, { seed: 20260301 + more, numRuns: 80 });
    }
    expect([...written].sort()).toEqual(wanted);
  });
});

/** Which entry is changed, by number, and with what content. */
interface Change {
  readonly change: 'correct' | 'void';
  readonly entry: number;
  readonly content: fc.GeneratorValue;
}

/** By names alone: fast-check compares what it is asked for. */
function contentOf(category: Category, type: string): fc.Arbitrary<object> {
  const decider = all.find(([name]) => name === category)?.[1];
  const schema = decider?.events[type]?.data;
  return schema === undefined ? fc.constant({}) : (valueOf(schema) as fc.Arbitrary<object>);
}

/** A record with its history, to which commands and changes are applied. */
class Played {
  readonly #events: (AnyEvent | EntryEvent)[] = [];
  readonly #decider: AnyDecider;
  accepted = 0;

  constructor(decider: AnyDecider) {
    this.#decider = decider;
  }

  get history(): Recorded<AnyEvent>[] {
    return recorded<AnyEvent>(...this.#events);
  }

  say(command: AnyCommand): void {
    const state = stateOf(this.#decider, this.history as Recorded<AnyEvent | EntryEvent>[]);
    this.#add(checked(this.#decider, state, this.#decider.commands.parse(command), given));
  }

  change({ change, entry, content }: Change): void {
    const { history } = this;
    const target = history[entry % Math.max(1, history.length)];
    if (target === undefined) return;
    const record = { category: this.#decider.category, recordId: 'one', entryId: target.id, reason: 'other' };
    const other = content(contentOf, this.#decider.category as Category, target.type);
    const kept = Object.entries(target.data as object).filter(([name]) => this.#decider.keys.includes(name));
    const replacement = { ...other, ...Object.fromEntries(kept) };
    const command: EntryCommand = entryCommands.parse(
      change === 'void' ? { type: 'VoidEntry', ...record } : { type: 'CorrectEntry', ...record, replacement },
    );
    const decision = decideEntry(command, history, this.#decider);
    if (isRefusal(decision)) {
      assert.ok(Object.hasOwn(REFUSALS, decision.refused), decision.refused);
      return;
    }
    for (const { type, data } of decision) assert.equal(entryEvents[type].data.safeParse(data).error, undefined);
    this.#add(decision);
    this.accepted += 1;
    assert.deepEqual(this.#misfits(), []);
  }

  /** As they come back from a store. */
  #add(events: readonly AnyEvent[]): void {
    this.#events.push(...(JSON.parse(JSON.stringify(events)) as AnyEvent[]));
  }

  /** Entries that do not fit what stands before them. */
  #misfits(): string[] {
    let state = this.#decider.initialState;
    return effective<AnyEvent>(this.history as Recorded<AnyEvent | EntryEvent>[]).flatMap((event) => {
      const field = this.#decider.misfit(state, event);
      state = this.#decider.evolve(state, event, event.metadata.occurredAt);
      return field === undefined ? [] : [`${event.type}: ${field}`];
    });
  }
}

const correctable = all.filter(([, { entriesAreFinal }]) => entriesAreFinal !== true);

describe('every record, whatever is corrected or voided in whatever order', () => {
  it.each(correctable)('%s makes sense afterwards', (_, decider: AnyDecider & RecordReading) => {
    let accepted = 0;
    const change = fc.record({
      change: fc.constantFrom<Change['change']>('correct', 'void'),
      entry: fc.nat({ max: 40 }),
      content: fc.gen(),
    });
    const step = fc.oneof(commandOf(decider.commands, decider.keys), change);
    fc.assert(
      fc.property(fc.array(step, LONG), (steps) => {
        const record = new Played(decider);
        for (const taken of steps) {
          if ('change' in taken) record.change(taken);
          else if (decider.idOf(decider.commands.parse(taken)) === 'one') record.say(taken);
        }
        accepted += record.accepted;
      }),
      { seed: 20260302, numRuns: 40 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});

describe('the commands of every stream', () => {
  it('are told apart by a name that no other stream uses', () => {
    const names = all.flatMap(([, { commands }]) => {
      const options = (commands instanceof z.ZodUnion ? commands.options : [commands]) as z.ZodObject[];
      return options.flatMap((option) => [...(option.shape['type'] as z.ZodLiteral<string>).values]);
    });
    expect(new Set(names).size).toBe(names.length);
    for (const name of MAY_BE_SAID_AGAIN) expect(names).toContain(name);
  });
});
