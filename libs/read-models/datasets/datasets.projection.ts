import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { DatasetRow } from './dataset.row.ts';

export const datasets = foldInto(DatasetRow)({
  name: 'datasets',
  version: 1,
  key: ({ stream, data }) => ({ studyId: recordIdOf(stream), datasetId: data.datasetId, version: data.version }),
  on: {
    DatasetSpecified: (_row, { stream, data, metadata }) => ({
      studyId: recordIdOf(stream),
      datasetId: data.datasetId,
      version: data.version,
      stream,
      specification: data.specification,
      specifiedAt: metadata.occurredAt,
    }),
  },
});
