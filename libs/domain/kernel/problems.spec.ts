import { describe, expect, it } from '@jest/globals';
import { assignmentCommands } from '../assignment/assignment.commands.ts';
import { measureCommands } from '../measure/measure.decider.ts';
import { fieldProblems } from './problems.ts';

const SECRET = 'Ann told me about her mother';
const attempt = {
  type: 'RecordAttempt',
  assignmentId: 'A1',
  attemptId: 'T1',
  performer: 'client',
  informant: 'client',
  outcome: 'full',
};

function problems(schema: typeof assignmentCommands | typeof measureCommands, input: unknown): string[] {
  const parsed = schema.safeParse(input);
  if (parsed.success) return [];
  return fieldProblems(parsed.error).map(({ field, problem }) => `${field}: ${problem}`);
}

describe('what is wrong with an input', () => {
  it.each<[string, object, string]>([
    ['type', { type: 'Nope' }, 'type: Invalid discriminator value'],
    ['a missing field', { attemptId: undefined }, 'attemptId: Invalid input: expected string'],
    ['an unknown field', { shoeSize: 1 }, 'shoeSize: there is no such field'],
    ['a nested field', { done: { amount: -1, unit: 'minutes' } }, 'done.amount: Too small'],
    ['a list element', { barriers: ['forgetting', SECRET] }, 'barriers.1: Invalid option'],
    ['a sealed field', { note: 'x'.repeat(20_001) }, 'note: Too big: expected string to have <=20000 characters'],
    ['a sealed field of another kind', { note: 7 }, 'note: Invalid input: expected string'],
    ['text that cannot be stored', { note: 'a\u0000b' }, 'note: holds a NUL character or an unpaired surrogate'],
    ['an id', { attemptId: 'a b' }, 'attemptId: must be 1 to 120 letters'],
  ])('names %s', (_, change, expected) => {
    expect(problems(assignmentCommands, { ...attempt, ...change }).join()).toContain(expected);
  });

  it('never repeats what was given', () => {
    const hostile = { ...attempt, outcome: SECRET, done: SECRET, [SECRET]: SECRET, note: { [SECRET]: SECRET } };
    const measure = { type: 'RecordMeasure', items: { [SECRET]: SECRET } };
    const told = [...problems(assignmentCommands, hostile), ...problems(measureCommands, measure)];
    expect(told.length).toBeGreaterThan(5);
    expect(told.join()).not.toContain('mother');
  });

  it('stops after twenty', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 1]));
    expect(problems(assignmentCommands, { ...attempt, ...many })).toHaveLength(20);
  });
});
