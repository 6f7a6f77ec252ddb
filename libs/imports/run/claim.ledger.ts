import { UnusableFile } from '../csv/unusable-file.error.ts';
import type { CellProblem } from '../attempts/row.cells.ts';
import type { RepeatedRows } from '../records/repeated.rows.ts';
import type { Claim, ImportEntry, ImportRow } from '../rows/import.row.ts';
import { type TableSource, rowsOf } from './table.source.ts';

/** Who made a claim first. */
interface FirstClaim {
  readonly table: string;
  readonly path: string;
  readonly line: number;
  readonly content: string;
}

/** A table to look through for claims. */
export interface SurveyedTable {
  readonly at: TableSource;
  readonly repeated: RepeatedRows;
}

/** What is said more than once, in one file or in several, and by which row first. */
export class ClaimLedger {
  private constructor(private readonly first: ReadonlyMap<string, FirstClaim>) {}

  /**
   * Reads the tables again where claims are suspected to be made twice.
   * @throws UnusableFile naming both rows of the first contradiction, where the mapping refuses them
   */
  static async of(
    tables: readonly SurveyedTable[],
    suspects: ReadonlySet<string>,
    contradictions: 'refuse' | 'reject',
  ): Promise<ClaimLedger> {
    const first = new Map<string, FirstClaim>();
    for (const { at, repeated } of suspects.size === 0 ? [] : tables) {
      for await (const result of rowsOf(at, repeated)) {
        if (!('row' in result)) continue;
        for (const claim of result.row.claims) {
          if (!suspects.has(claim.id)) continue;
          const known = first.get(claim.id);
          const { line } = result.row;
          if (known === undefined) {
            first.set(claim.id, { table: at.table.name, path: at.source.path, line, content: claim.content() });
          } else if (known.content !== claim.content() && contradictions === 'refuse') {
            throw contradiction(at.source.path, line, claim, known);
          }
        }
      }
    }
    return new ClaimLedger(first);
  }

  /** What of a row is still to be imported, or what it contradicts. */
  settle(
    table: string,
    row: ImportRow,
  ): { readonly entries: readonly ImportEntry[] } | { readonly problems: readonly CellProblem[] } {
    if (this.first.size === 0) return row;
    const earlier = row.claims.flatMap((claim) => {
      const known = this.first.get(claim.id);
      return known === undefined || (known.table === table && known.line === row.line) ? [] : [{ claim, known }];
    });
    const against = earlier.filter(({ claim, known }) => claim.content() !== known.content);
    if (against.length > 0) {
      return {
        problems: against.map(({ claim, known }) => ({
          column: claim.column,
          value: '',
          reason: `contradicts line ${known.line} of ${known.path}`,
        })),
      };
    }
    const said = new Set(earlier.map(({ claim }) => claim.commandId));
    return { entries: row.entries.filter(({ commandId }) => !said.has(commandId)) };
  }
}

function contradiction(path: string, line: number, { column }: Claim, known: FirstClaim): UnusableFile {
  const what = column === '' ? 'a measure that is missed here' : `the column ${JSON.stringify(column)}`;
  return new UnusableFile(
    path,
    `${what} contradicts line ${known.line} of ${known.path}; nothing was imported (contradictions: "reject" would reject the later row)`,
    line,
  );
}
