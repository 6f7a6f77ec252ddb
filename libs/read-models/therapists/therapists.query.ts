import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, holds, oneOf } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { TherapistRow } from './therapist.row.ts';

/** Every clause that is given must hold. */
export interface TherapistFilter {
  readonly therapistIds?: readonly string[] | undefined;
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly professions?: readonly string[] | undefined;
  readonly certifiedFor?: string | undefined;
}

export type TherapistOrder = 'therapistId' | 'siteId' | 'profession' | 'yearsOfExperience' | 'supervisions';

const list: ListOf<TherapistRow, TherapistOrder> = {
  entity: TherapistRow,
  orders: ['therapistId', 'siteId', 'profession', 'yearsOfExperience', 'supervisions'],
  orderBy: { field: 'therapistId', direction: 'asc' },
};

function conditionsOf(filter: TherapistFilter): readonly Condition<TherapistRow>[] {
  return [
    ...oneOf<TherapistRow>('therapistId', filter.therapistIds),
    ...oneOf<TherapistRow>('studyId', filter.studyIds),
    ...oneOf<TherapistRow>('siteId', filter.siteIds),
    ...oneOf<TherapistRow>('profession', filter.professions),
    ...holds<TherapistRow>('certifiedFor', filter.certifiedFor),
  ];
}

/** Therapists. @throws InvalidRead */
export class ListTherapists extends Query<Page<TherapistRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: TherapistFilter,
    readonly page: PageRequest<TherapistOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListTherapists)
export class ListTherapistsHandler implements IQueryHandler<ListTherapists> {
  execute({ snapshot, filter, page }: ListTherapists): Promise<Page<TherapistRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Those of each study. @throws InvalidRead */
export class TherapistsOfStudies extends Query<ReadonlyMap<string, Page<TherapistRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: TherapistFilter,
    readonly page: PageRequest<TherapistOrder>,
  ) {
    super();
  }
}

@QueryHandler(TherapistsOfStudies)
export class TherapistsOfStudiesHandler implements IQueryHandler<TherapistsOfStudies> {
  execute({ snapshot, ids, filter, page }: TherapistsOfStudies): Promise<ReadonlyMap<string, Page<TherapistRow>>> {
    return readPagesByParent(snapshot, list, { property: 'studyId', ids }, conditionsOf(filter), page);
  }
}
