import { OutcomeRow } from '#read-models';
import { INSTRUMENT, INSTRUMENT_VERSION, OCCASION, RATER } from './shared.columns.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

type Outcome = Pick<
  OutcomeRow,
  | 'participantId'
  | 'measureId'
  | 'instrumentId'
  | 'instrumentVersion'
  | 'occasion'
  | 'informant'
  | 'occurredAt'
  | 'localDate'
>;

/** One scale of one measure. */
interface SubscaleRow extends Outcome {
  readonly scale: string;
  readonly value: number | null;
  readonly missing: number;
  readonly imputed: boolean;
}

const fields = {
  participantId: PID,
  measureId: { stays: 'the same in every release' },
  instrumentId: INSTRUMENT,
  instrumentVersion: INSTRUMENT_VERSION,
  occasion: OCCASION,
  informant: RATER,
  scale: { column: 'subscale', label: ['Scale', 'Delskala'], kind: 'text', rule: { role: 'open' } },
  value: { column: 'value', label: ['Points', 'Poäng'], kind: 'number', rule: { role: 'sensitive' } },
  missing: {
    column: 'n_items_missing',
    label: ['Items missing', 'Saknade frågor'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  imputed: {
    column: 'imputed',
    label: ['Missing answers filled by the rule of the instrument', 'Saknade svar ifyllda enligt instrumentets regel'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  occurredAt: { stays: 'a moment' },
  localDate: { column: 'taken', label: ['Taken', 'Gjord'], kind: 'day', rule: { role: 'time' } },
} as const satisfies FieldsOf<SubscaleRow>;

const scalesOf = ({ scales, ...outcome }: OutcomeRow): SubscaleRow[] => {
  const { participantId, measureId, instrumentId, instrumentVersion, occasion, informant, occurredAt, localDate } =
    outcome;
  return scales.map((scale) => ({
    ...{ participantId, measureId, instrumentId, instrumentVersion, occasion, informant, occurredAt, localDate },
    ...scale,
  }));
};

export const subscalesTable = tableSource<SubscaleRow>({
  name: 'subscales',
  title: ['Scales of outcomes', 'Delskalor'],
  grain: ['One scale of one instrument on one occasion', 'En delskala i ett instrument vid ett tillfälle'],
  fields,
  load: async (request) => (await storedRows(request, OutcomeRow)).flatMap(scalesOf),
  record: ({ measureId }) => ({ stream: `measure-${measureId}`, isOf: ({ type }) => type === 'MeasureRecorded' }),
  personOf: ({ participantId }) => participantId,
  order: ({ occurredAt, measureId, scale }) => `${occurredAt}/${measureId}/${scale}`,
});
