import { participantIdOf } from '#domain';
import type { ImportTable } from '../mapping/mapping.schema.ts';
import type { Cells } from './row.cells.ts';

/** Leaves room for the name of the assignment in an id of 120 characters. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._~:-]*$/;
const PARTICIPANT_ID_LENGTH = 79;

/** Reads the participant's code. */
export function participantCode(
  cells: Cells,
  table: Pick<ImportTable, 'participant'>,
  studyId: string,
): string | undefined {
  const { column, prefix = '' } = table.participant;
  const written = cells.required(column, 'the participant’s code is missing');
  if (written === undefined) return undefined;
  const code = `${prefix}${written}`;
  if (!CODE.test(code)) return cells.problem(column, 'a code consists of letters, digits and . _ ~ : - only');
  if (participantIdOf(studyId, code).length > PARTICIPANT_ID_LENGTH)
    return cells.problem(column, 'the code is too long');
  return code;
}
