import { type DataCheck, dataCheck, fieldProblems } from '#domain';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

/** Reads a rule that somebody sent, as it stands in a protocol. @throws BadInput naming every field that does not fit */
export function readDataCheck(json: unknown, field: string): DataCheck {
  const parsed = dataCheck.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BadInput(
    fieldProblems(parsed.error).map(({ field: path, problem }) => ({
      field: path === '' ? field : `${field}.${path}`,
      problem,
    })),
  );
}
