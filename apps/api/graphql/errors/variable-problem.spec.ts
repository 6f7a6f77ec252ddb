import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, parse } from 'graphql';
import { variableProblem } from './variable-problem.ts';

const schema = buildSchema(`
  enum Colour { RED }
  input Inner { amount: Float!, colour: Colour }
  input Outer { name: String!, inner: [Inner!] }
  type Query { ask(input: Outer!): Boolean }
`);
const SECRET = 'Jane Doe, 07700 900123';

async function problemsOf(variables: Record<string, unknown>): Promise<unknown> {
  const document = parse('query Q($input: Outer!) { ask(input: $input) }');
  const { errors = [] } = await execute({ schema, document, variableValues: variables });
  return errors.map(({ message }) => variableProblem(message));
}

describe('what is said of a variable that does not fit', () => {
  it.each([
    [{ name: 'n', inner: [{ amount: SECRET }] }, 'input.inner[0].amount'],
    [{ name: 'n', inner: [{ amount: 1, colour: SECRET }] }, 'input.inner[0].colour'],
    [{ name: 'n', inner: [{}] }, 'input.inner[0]'],
    [{ name: [SECRET] }, 'input.name'],
    [{ name: 'n', [`'${SECRET}`]: 1 }, 'input'],
    [SECRET, 'input'],
  ])('names the field of %j and never repeats what was sent', async (input, field) => {
    const problems = await problemsOf({ input });
    expect(problems).toContainEqual({ field, problem: expect.any(String) });
    expect(JSON.stringify(problems)).not.toContain('Jane');
  });

  it('names one that is missing', async () => {
    expect(await problemsOf({})).toEqual([{ field: 'input', problem: 'is required (Outer!)' }]);
  });
});
