import { personChange } from '#instruments';
import { groupBy } from '../kernel/group-by.ts';
import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import {
  MEASURE_TYPES,
  measureScope,
  measuresOf,
  type PersonMeasures,
  type TakenMeasure,
} from '../outcomes/person.measures.ts';
import { type NoChangeReason, PersonSummaryRow } from './person-summary.row.ts';

/** First to last total of each person on each instrument, informants apart. */
export const personSummaries: Derivation = {
  kind: 'derivation',
  name: 'person_summary',
  version: 1,
  entity: PersonSummaryRow,
  owner: 'participantId',
  daily: false,
  types: MEASURE_TYPES,
  derive: (input) => {
    const own = measuresOf(input);
    if (own === undefined) return [];
    const series = groupBy(own.taken, ({ fact: { data } }) => `${data.informant} ${data.instrument.instrumentId}`);
    return [...series.values()].flatMap((measures) => summaryOf(input, own, measures));
  },
};

function summaryOf(
  input: DerivationInput,
  own: PersonMeasures,
  measures: readonly TakenMeasure[],
): readonly PersonSummaryRow[] {
  const newest = measures.at(-1);
  if (newest === undefined) return [];
  const scored = measures.filter(({ score }) => score.total !== null);
  const [first] = scored;
  const last = scored.length < 2 ? undefined : scored.at(-1);
  const { instrument, informant } = newest.fact.data;
  return [
    {
      ...measureScope(input, own),
      instrumentId: instrument.instrumentId,
      informant,
      instrumentVersion: instrument.version,
      scored: scored.length,
      unscored: measures.length - scored.length,
      preOccasion: first?.fact.data.occasion ?? null,
      preAt: first?.fact.metadata.occurredAt ?? null,
      pre: first?.score.total ?? null,
      postOccasion: last?.fact.data.occasion ?? null,
      postAt: last?.fact.metadata.occurredAt ?? null,
      post: last?.score.total ?? null,
      ...changeColumns(first, last),
    },
  ];
}

type ChangeColumns = Pick<
  PersonSummaryRow,
  | 'change'
  | 'percentChange'
  | 'reliableChangeIndex'
  | 'reliableByIndex'
  | 'reliableByPoints'
  | 'category'
  | 'response'
  | 'remission'
  | 'casenessStart'
  | 'casenessEnd'
  | 'source'
  | 'reason'
>;

const UNCHANGED: Omit<ChangeColumns, 'reason'> = {
  ...{ change: null, percentChange: null, reliableChangeIndex: null, reliableByIndex: null, reliableByPoints: null },
  ...{ category: null, response: null, remission: null, casenessStart: null, casenessEnd: null, source: null },
};

function changeColumns(first: TakenMeasure | undefined, last: TakenMeasure | undefined): ChangeColumns {
  const none = (reason: NoChangeReason): ChangeColumns => ({ ...UNCHANGED, reason });
  const [pre, post] = [first?.score.total ?? null, last?.score.total ?? null];
  if (first === undefined || pre === null) return none('no-score');
  if (last === undefined || post === null) return none('one-score');
  if (first.fact.data.instrument.version !== last.fact.data.instrument.version) return none('versions-differ');
  if (first.shelved === undefined) return none('unknown-instrument');
  return { ...personChange(first.shelved.instrument, pre, post), reason: null };
}
