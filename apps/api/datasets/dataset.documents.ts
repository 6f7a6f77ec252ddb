import { parseDataset } from '#datasets';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { readCommand } from '../graphql/schema/command-reading.ts';

/** Checks a specification before it enters the log. @throws BadInput naming every field that does not fit */
export function checkDataset(input: object): void {
  const { specification, studyId } = readCommand('SpecifyDataset', input);
  const parsed = parseDataset(specification);
  if (!parsed.ok)
    throw new BadInput(
      parsed.errors.map(({ path, message }) => ({ field: `input.specification.${path}`, problem: message })),
    );
  if (parsed.specification.studyId !== studyId)
    throw new BadInput([{ field: 'input.specification.studyId', problem: 'is another study than the command’s' }]);
}
