import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { CommandError } from './command.error.ts';
import type { ExecuteRequest, Receipt } from './execute.command.ts';
import { type Installation, CLIENT, TERMS, enrol, install, registerStudy, request } from './executor.specification.ts';

/** Commands over few ids, so that they meet, refuse and follow one another. */
const assignmentId = fc.constantFrom('A1', 'A2');
const attemptId = fc.constantFrom('T1', 'T2', 'T3');
const note = fc.constantFrom(undefined, 'one', 'two');
const command = fc.oneof(
  fc.record({
    type: fc.constant('AssignHomework'),
    assignmentId,
    participantId: fc.constant('stress:P001'),
    initiatedBy: fc.constant('client'),
    terms: fc.constant(TERMS),
  }),
  fc.record({
    type: fc.constant('AdjustAssignment'),
    assignmentId,
    terms: fc.record({ difficulty: fc.nat({ max: 4 }), goal: note }),
    trigger: fc.constant('practical'),
  }),
  fc.record({
    type: fc.constant('RecordAttempt'),
    assignmentId,
    attemptId,
    performer: fc.constant('client'),
    informant: fc.constant('client'),
    outcome: fc.constantFrom('full', 'part'),
    note,
  }),
  fc.record({
    type: fc.constant('ReportOccurrence'),
    assignmentId,
    informant: fc.constant('client'),
    state: fc.constant('done'),
  }),
  fc.record({ type: fc.constant('CompleteHomework'), assignmentId, informant: fc.constant('client') }),
  fc.record({ type: fc.constant('WithdrawAssignment'), assignmentId, reason: fc.constant('other') }),
);

/** A command, how often its answer is lost at once, and whether it is sent again at the very end. */
const step = fc.record({ command, lost: fc.nat({ max: 2 }), late: fc.boolean(), restart: fc.boolean() });

async function prepared(): Promise<Installation> {
  const home = await install();
  for (const sent of [registerStudy(), enrol()]) await home.executor.execute(sent);
  return home;
}

async function answer(home: Installation, sent: ExecuteRequest): Promise<Receipt | string> {
  try {
    return await home.executor.execute(sent);
  } catch (error) {
    if (error instanceof CommandError) return error.code;
    throw error;
  }
}

/** The log as anybody reads it: ids, order and what is not sealed anew every time. */
async function story(home: Installation): Promise<unknown[]> {
  return (await home.log()).slice(2).map(({ id, stream, revision, type }) => ({ id, stream, revision, type }));
}

describe('sending commands again', () => {
  it('whenever and however often, gives the same answers and the same log as sending each once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const sent = steps.map(({ command: content }) =>
          request('assignment', content, { commandId: uuidv7(), actor: CLIENT, source: 'phone-offline' }),
        );
        const [once, often] = [await prepared(), await prepared()];
        const answers: (Receipt | string)[] = [];
        for (const [index, item] of sent.entries()) {
          answers.push(await answer(once, item));
          for (let lost = 0; lost < (steps[index]?.lost ?? 0); lost += 1) await answer(often, item);
          expect(await answer(often, item)).toEqual(answers[index]);
          if (steps[index]?.restart) await often.restart();
        }
        for (const [index, item] of sent.entries()) {
          const given = answers[index];
          // What was refused wrote nothing and may be decided anew, so only what was carried out is sent again.
          if (steps[index]?.late && typeof given === 'object') expect(await answer(often, item)).toEqual(given);
        }
        expect(await story(often)).toEqual(await story(once));
      }),
      { numRuns: 60 },
    );
  });
});
