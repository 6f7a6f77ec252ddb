import { parseWorksheet, type Worksheet } from '#worksheets';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

/**
 * Checks a worksheet before it enters the log, where it stays for ever.
 * @throws BadInput naming every field of the worksheet that does not fit
 */
export function checkTemplate(input: object): void {
  const content: unknown = 'content' in input ? input.content : undefined;
  const templateId: unknown = 'templateId' in input ? input.templateId : undefined;
  const worksheet = readWorksheet(content);
  if (typeof templateId === 'string' && worksheet.id !== templateId) {
    throw new BadInput([{ field: 'input.content.id', problem: 'must be the templateId it is drafted under' }]);
  }
}

function readWorksheet(content: unknown): Worksheet {
  const parsed = parseWorksheet(content);
  if (parsed.ok) return parsed.worksheet;
  throw new BadInput(parsed.errors.map(({ path, message }) => ({ field: `input.content.${path}`, problem: message })));
}
