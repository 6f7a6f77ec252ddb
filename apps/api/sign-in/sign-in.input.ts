import { z } from 'zod';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

const name = z.string().min(1).max(200);
const password = z.string().min(1).max(1_000);
const code = z.string().min(1).max(100);

/** What the routes take: these fields and no others. */
export const signInInputs = {
  password: z.strictObject({ name, password }),
  code: z.strictObject({ code }),
  reset: z.strictObject({ code, password }),
  change: z.strictObject({ password, next: password }),
  again: z.strictObject({ password, code: code.optional() }),
  session: z.strictObject({ sessionId: z.uuid() }),
};

/** @throws BadInput naming every field that is wrong, without what was sent */
export function readInput<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const read = shape.safeParse(body ?? {});
  if (read.success) return read.data;
  throw new BadInput(
    read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ field: key.slice(0, 80), problem: 'there is no such field' }))
        : [{ field: issue.path.join('.'), problem: 'expected other text, or any' }],
    ),
  );
}
