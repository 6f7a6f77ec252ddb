import { timeZone } from '#domain';
import type { ZoneStatement } from '../mapping/statement.schema.ts';
import { NOTHING_SAID, type StatementReader, type StatementSettings, occurred } from './statement.reader.ts';

/** The participant's time zone: the first is the one of the enrolment, changes are told from the day of their row. */
export function zoneReader({ column }: ZoneStatement, { moments, ids, place }: StatementSettings): StatementReader {
  const standings = new Map<string, { readonly line: number; readonly at: number; readonly zone: string }>();
  return {
    read: (cells, row) => {
      const zone = cells.optional(column);
      if (zone === undefined) return NOTHING_SAID;
      if (!timeZone.safeParse(zone).success) {
        cells.problem(column, 'is not an IANA time zone');
        return NOTHING_SAID;
      }
      const before = standings.get(row.code);
      if (before !== undefined && before.at > row.at.at) {
        cells.problem(
          column,
          `changes can only be told from rows in the order of time, and line ${before.line} is later`,
        );
        return NOTHING_SAID;
      }
      const remember = () => void standings.set(row.code, { line: row.line, at: row.at.at, zone });
      if (before === undefined || before.zone === zone) return { ...NOTHING_SAID, remember };
      const content = { timeZone: zone, from: moments.dayOf(row.at.at, cells) };
      const { participantId } = row;
      return {
        entries: [
          {
            category: 'participant',
            recordId: participantId,
            event: 'TimeZoneChanged',
            commandId: ids.commandAbout(row.rowId, `ChangeTimeZone/${place}`),
            command: { type: 'ChangeTimeZone', participantId, ...content },
            ...occurred(row.at),
            content,
            addedByLog: [],
          },
        ],
        remember,
      };
    },
  };
}
