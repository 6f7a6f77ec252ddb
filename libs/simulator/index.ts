export * from './effects.ts';
export * from './send.ts';
export * from './simulate.ts';
export * from './simulated.command.ts';
