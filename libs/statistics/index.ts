export * from './agreement.ts';
export * from './correlation.ts';
export * from './descriptives.ts';
export * from './distributions.ts';
export * from './drop-out.ts';
export * from './effect-size.ts';
export * from './proportion.ts';
