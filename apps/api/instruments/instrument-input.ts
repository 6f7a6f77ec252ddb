import { builtInInstruments, instrument as schema } from '#instruments';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { readCommand } from '../graphql/schema/command-reading.ts';

const FIELD = 'input.instrument';

/**
 * Checks an instrument before it enters the log, where it stays for ever.
 * @throws BadInput naming every field that does not fit, one that names itself otherwise than the command does, or one that
 * takes the name of an instrument of the platform
 */
export function checkInstrument(input: object): void {
  const { instrument, instrumentId, version } = readCommand('PublishInstrument', input);
  const parsed = schema.safeParse(instrument);
  if (!parsed.success) {
    throw new BadInput(
      parsed.error.issues.map(({ path, message }) => ({
        field: [FIELD, ...path.map(String)].join('.'),
        problem: message,
      })),
    );
  }
  if (parsed.data.id !== instrumentId) {
    throw new BadInput([{ field: `${FIELD}.id`, problem: 'must be the instrumentId it is published under' }]);
  }
  if (parsed.data.version !== version) {
    throw new BadInput([{ field: `${FIELD}.version`, problem: 'must be the version it is published as' }]);
  }
  if (builtInInstruments.some(({ id }) => id === instrumentId)) {
    throw new BadInput([
      { field: 'input.instrumentId', problem: 'is an instrument of the platform; publish under another id' },
    ]);
  }
}
