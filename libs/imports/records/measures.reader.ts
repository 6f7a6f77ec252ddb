import type { Cells } from '../attempts/row.cells.ts';
import type { MeasuresStatement } from '../mapping/statement.schema.ts';
import { longMeasures } from './long-measures.reader.ts';
import { type MeasureTeller, joined, measureTeller, missedReason } from './measure.teller.ts';
import type { MomentOf } from './record.moments.ts';
import { NOTHING_SAID, type RowSubject, type StatementReader, type StatementSettings } from './statement.reader.ts';

export function measuresReader(statement: MeasuresStatement, settings: StatementSettings): StatementReader {
  const tell = measureTeller(statement, settings);
  return statement.layout.kind === 'wide'
    ? wideMeasures(statement, statement.layout, settings, tell)
    : longMeasures(statement, statement.layout, settings, tell);
}

type Wide = Extract<MeasuresStatement['layout'], { kind: 'wide' }>;

function wideMeasures(
  { absence }: MeasuresStatement,
  { occasions }: Wide,
  { moments }: StatementSettings,
  tell: MeasureTeller,
): StatementReader {
  const sources = occasions.map((source) => ({
    source,
    at: source.at === undefined ? undefined : moments.of(source.at),
  }));
  return {
    read: (cells, row) => {
      const informant = tell.informant(cells);
      if (informant === undefined) return NOTHING_SAID;
      const values = sources.map(({ source }) => tell.values(cells, source));
      const last = values.findLastIndex((value) => value !== undefined);
      return joined(
        sources.map(({ source, at }, place) => {
          const value = values[place];
          if (value === undefined && absence.kind === 'silent') return NOTHING_SAID;
          const moment = momentOf(at, cells, row);
          if (moment === undefined) return NOTHING_SAID;
          if (value !== undefined) return tell.recorded(row, source.occasion, value, informant, moment);
          return tell.missed(row, source.occasion, informant, missedReason(absence, place > last), moment);
        }),
      );
    },
  };
}

const momentOf = (at: MomentOf | undefined, cells: Cells, row: RowSubject) => (at === undefined ? row.at : at(cells));
