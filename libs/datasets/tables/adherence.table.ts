import { AdherenceRow } from '#read-models';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, sortable, tableSource } from './table.source.ts';

const fields = {
  participantId: PID,
  definitionId: { column: 'definition', label: ['Definition', 'Definition'], kind: 'text', rule: { role: 'open' } },
  definitionVersion: {
    column: 'definition_version',
    label: ['Version of the definition', 'Definitionens version'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  adherent: {
    column: 'adherent',
    label: ['Adherent', 'Följsam'],
    kind: 'category',
    codes: ['adherent', 'non-adherent', 'unknown'],
    rule: { role: 'sensitive' },
  },
  value: { column: 'value', label: ['Value', 'Värde'], kind: 'number', rule: { role: 'open' } },
  unit: { column: 'unit', label: ['Unit', 'Enhet'], kind: 'text', rule: { role: 'open' } },
  best: { column: 'best', label: ['Best case', 'Bästa fall'], kind: 'number', rule: { role: 'open' } },
  worst: { column: 'worst', label: ['Worst case', 'Sämsta fall'], kind: 'number', rule: { role: 'open' } },
  n: { column: 'n', label: ['Obligations', 'Åtaganden'], kind: 'integer', rule: { role: 'open' } },
  unknown: { column: 'n_unknown', label: ['Unknown', 'Okända'], kind: 'integer', rule: { role: 'open' } },
  reportingRate: {
    column: 'reporting_rate',
    label: ['Reporting rate', 'Rapporteringsgrad'],
    kind: 'number',
    range: [0, 1],
    rule: { role: 'open' },
  },
  settled: { column: 'settled', label: ['Window closed', 'Fönstret stängt'], kind: 'boolean', rule: { role: 'open' } },
  problem: {
    column: 'problem',
    label: ['Why it could not be evaluated', 'Varför den inte kunde bedömas'],
    kind: 'text',
    rule: { role: 'open' },
  },
  knownUntil: { stays: 'a moment' },
} as const satisfies FieldsOf<AdherenceRow>;

export const adherenceTable = tableSource<AdherenceRow>({
  name: 'adherence',
  title: ['Adherence', 'Följsamhet'],
  grain: ['One person under one definition', 'En person under en definition'],
  course: false,
  fields,
  load: (request) =>
    storedRows(request, AdherenceRow, 'definition_id = $3 AND definition_version = $4', [
      request.definition.definitionId,
      request.definition.version,
    ]),
  personOf: ({ participantId }) => participantId,
  order: ({ definitionId, definitionVersion }) => `${definitionId}/${sortable(definitionVersion)}`,
});
