import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator.ts';
import { BoardTableModel } from './board.model.ts';

const cells = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])));

/** A panel’s data to take away. */
@Resolver(() => BoardTableModel)
export class BoardTableResolver {
  @ResolveField(() => String, {
    description:
      'The rows as CSV (RFC 4180), below lines that say what they are. A text that a spreadsheet would take for a formula is quoted.',
    complexity: 10,
  })
  @Allow('study:read')
  csv(@Parent() { title, definition, denominator, n, logIndex, columns, rows }: BoardTableModel): string {
    const about = [
      ['# title', title],
      ['# definition', definition],
      ['# denominator', denominator],
      ['# people', n],
      ['# log index', logIndex],
    ];
    const head = columns.map(({ name }) => name);
    return stringify([...about, head, ...cells.parse(rows)], { escape_formulas: true, record_delimiter: 'windows' });
  }
}
