import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InstrumentRow } from './instrument.row.ts';

/** Every clause that is given must hold. */
export interface InstrumentFilter {
  readonly studyIds?: readonly NonNullable<InstrumentRow['studyId']>[] | undefined;
  readonly instrumentIds?: readonly NonNullable<InstrumentRow['instrumentId']>[] | undefined;
  readonly version?: Range<number> | undefined;
  readonly publishedAt?: Range<string> | undefined;
}

export type InstrumentOrder = 'instrumentId' | 'version' | 'publishedAt' | 'recordedAt';

const list: ListOf<InstrumentRow, InstrumentOrder> = {
  entity: InstrumentRow,
  orders: ['instrumentId', 'version', 'publishedAt', 'recordedAt'],
  orderBy: { field: 'publishedAt', direction: 'asc' },
};

function conditionsOf(filter: InstrumentFilter): readonly Condition<InstrumentRow>[] {
  return [
    ...oneOf<InstrumentRow>('studyId', filter.studyIds),
    ...oneOf<InstrumentRow>('instrumentId', filter.instrumentIds),
    ...within<InstrumentRow>('version', filter.version),
    ...within<InstrumentRow>('publishedAt', filter.publishedAt),
  ];
}

/** The instruments a study has published. @throws InvalidRead */
export class ListInstruments extends Query<Page<InstrumentRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: InstrumentFilter,
    readonly page: PageRequest<InstrumentOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListInstruments)
export class ListInstrumentsHandler implements IQueryHandler<ListInstruments> {
  execute({ snapshot, filter, page }: ListInstruments): Promise<Page<InstrumentRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
