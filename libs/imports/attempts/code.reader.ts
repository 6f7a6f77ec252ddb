import type { Cells } from './row.cells.ts';

type Coded<Code extends string> =
  | { readonly kind: 'constant'; readonly value: Code }
  | { readonly kind: 'column'; readonly column: string; readonly values: Readonly<Record<string, Code>> };

/** Reads a code of a fixed list: the constant, or what the mapping says a cell stands for. */
export function codeReader<Code extends string>(coded: Coded<Code>): (cells: Cells) => Code | undefined {
  switch (coded.kind) {
    case 'constant':
      return () => coded.value;
    case 'column': {
      const codes = new Map(Object.entries<Code>(coded.values));
      return (cells) => {
        const text = cells.optional(coded.column) ?? '';
        return codes.get(text) ?? cells.problem(coded.column, 'is not among the values of the mapping');
      };
    }
  }
}
