import type { Fact } from '#domain';
import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import {
  MEASURE_TYPES,
  measureScope,
  measuresOf,
  type MissingMeasure,
  type PersonMeasures,
  type TakenMeasure,
} from '../outcomes/person.measures.ts';
import { MeasureReceiptRow } from './measure-receipt.row.ts';

/** What was expected of each person and what came. */
export const missingness: Derivation = {
  kind: 'derivation',
  name: 'missingness',
  version: 1,
  entity: MeasureReceiptRow,
  owner: 'participantId',
  daily: true,
  types: [...MEASURE_TYPES, 'ParticipantDiscontinued', 'ParticipantCompleted'],
  derive: (input) => {
    const own = measuresOf(input);
    if (own === undefined) return [];
    return [
      ...own.taken.map((taken) => receivedRow(input, own, taken)),
      ...own.missing.flatMap((missing) => missingRow(input, own, missing)),
    ];
  },
};

type Occasion = Pick<Fact<'MeasureDue'>['data'], 'instrument' | 'occasion'>;

function columnsOf(
  input: DerivationInput,
  own: PersonMeasures,
  { measureId, due }: Pick<MissingMeasure, 'measureId' | 'due'>,
  { instrument, occasion }: Occasion,
) {
  return {
    ...measureScope(input, own),
    measureId,
    instrumentId: instrument.instrumentId,
    instrumentVersion: instrument.version,
    occasion,
    scheduled: due !== undefined,
    dueDate: due?.data.dueDate ?? null,
    windowFrom: due?.data.windowFrom ?? null,
    windowTo: due?.data.windowTo ?? null,
    knownUntil: input.knownUntil,
  };
}

function receivedRow(input: DerivationInput, own: PersonMeasures, taken: TakenMeasure): MeasureReceiptRow {
  const { data, metadata } = taken.fact;
  const day = metadata.localDate;
  const window = taken.due?.data;
  const status =
    window === undefined ? 'received' : day < window.windowFrom ? 'early' : day > window.windowTo ? 'late' : 'received';
  return { ...columnsOf(input, own, taken, data), status, receivedDate: day, reason: null, reasonFrom: null };
}

function missingRow(
  input: DerivationInput,
  own: PersonMeasures,
  missing: MissingMeasure,
): readonly MeasureReceiptRow[] {
  const { due, missed } = missing;
  const about = missed ?? due;
  if (about === undefined) return [];
  const row = { ...columnsOf(input, own, missing, about.data), receivedDate: null };
  if (missed !== undefined) {
    return [{ ...row, status: 'missed', reason: missed.data.reason, reasonFrom: 'recorded' }];
  }
  if (due !== undefined && hasLeftBy(input, due.data.windowTo)) {
    return [{ ...row, status: 'missed', reason: 'drop-out', reasonFrom: 'participant-left' }];
  }
  const closed = due !== undefined && due.data.windowTo < input.knownUntil.slice(0, 10);
  return [{ ...row, status: closed ? 'overdue' : 'pending', reason: null, reasonFrom: null }];
}

/** Whether the participant had left the study, and not only the intervention, by the end of that day. */
function hasLeftBy({ facts }: DerivationInput, day: string): boolean {
  const end = facts.findLast((fact) => fact.type === 'ParticipantDiscontinued' || fact.type === 'ParticipantCompleted');
  return end?.type === 'ParticipantDiscontinued' && end.data.from === 'study' && end.metadata.localDate <= day;
}
