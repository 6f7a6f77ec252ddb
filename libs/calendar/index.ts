export * from './calendar-day.ts';
export * from './local-time.ts';
export * from './occurrences.ts';
export * from './study-day.ts';
export * from './zone-period.ts';
