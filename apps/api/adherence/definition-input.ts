import { type AdherenceDefinition, parseDefinition } from '#adherence';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { readCommand } from '../graphql/schema/command-reading.ts';

/**
 * Reads a definition that somebody sent.
 * @param field where it was sent, such as `input.definition`
 * @throws BadInput naming every field of the definition that is wrong
 */
export function readDefinition(json: unknown, field: string): AdherenceDefinition {
  const parsed = parseDefinition(json);
  if (parsed.ok) return parsed.definition;
  throw new BadInput(
    parsed.errors.map(({ path, message }) => ({
      field: path.startsWith('(') ? field : `${field}.${path}`,
      problem: message,
    })),
  );
}

/**
 * Checks a definition before it enters the log, where it stays for ever.
 * @throws BadInput when it cannot be evaluated, or names itself otherwise than the command does
 */
export function checkPublication(input: object): void {
  const { definition, definitionId, version } = readCommand('PublishAdherenceDefinition', input);
  const { id, version: own } = readDefinition(definition, 'input.definition');
  if (id !== definitionId) {
    throw new BadInput([{ field: 'input.definition.id', problem: 'must be the definitionId it is published under' }]);
  }
  if (own !== version) {
    throw new BadInput([{ field: 'input.definition.version', problem: 'must be the version it is published as' }]);
  }
}
