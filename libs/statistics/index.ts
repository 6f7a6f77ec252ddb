export * from './agreement.ts';
export * from './correlation.ts';
export * from './descriptives.ts';
export * from './distributions.ts';
export * from './drop-out.ts';
export * from './effect-size.ts';
export * from './meta-analysis.ts';
export * from './proportion.ts';
export { type Coefficient } from './models/coefficient.ts';
export {
  clusteredModel,
  type ClusterCorrection,
  type ClusteredModel,
  type ClusteredModelOptions,
} from './models/clustered-model.ts';
export { INTERCEPT, type ModelData, type Term } from './models/design.matrix.ts';
export * from './models/lagged-comparator.ts';
export * from './models/lagged-model.ts';
export { type Detrend, type LaggedRow } from './models/lagged-panel.ts';
export * from './models/mixed-model.ts';
export { type PanelTransform } from './models/panel-transform.ts';
export * from './models/refusal.ts';
