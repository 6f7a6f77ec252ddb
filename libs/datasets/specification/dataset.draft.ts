import { ColumnRule } from '#deidentification';
import {
  DATASET_FORMAT,
  type DatasetSpecification,
  type DatasetSpecificationInput,
} from '../contract/dataset.format.ts';
import { columnsOfTable } from '../tables/table.catalogue.ts';

type Tables = DatasetSpecification['tables'];

/** The rules that the tables propose for themselves: where a specification may begin. @throws RangeError for no table */
export function proposedTables(names: readonly string[]): Tables {
  return Object.fromEntries(
    names.map((table) => {
      const columns = columnsOfTable(table);
      if (columns === undefined) throw new RangeError(`${table} is no table of this program`);
      const rules = [...columns].map(([column, { proposed }]) => [column, ColumnRule.parse(proposed)] as const);
      return [table, { columns: Object.fromEntries(rules) }];
    }),
  );
}

/** A specification to begin with, every column classified as its table proposes. */
export function draftDataset(
  given: Omit<DatasetSpecificationInput, 'format' | 'tables'>,
  tables: readonly string[],
): DatasetSpecificationInput {
  return { format: DATASET_FORMAT, ...given, tables: proposedTables(tables) };
}
