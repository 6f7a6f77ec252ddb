export * from './effects.ts';
export * from './panel.ts';
export { type Random, seeded } from './random.ts';
export * from './send.ts';
export * from './simulate.ts';
export * from './simulated.command.ts';
