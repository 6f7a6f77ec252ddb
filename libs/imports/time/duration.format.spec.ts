import { describe, expect, it } from '@jest/globals';
import { readDuration } from './duration.format.ts';

describe('durations', () => {
  it.each([
    ['seconds', '61', 61_000],
    ['seconds', '0.0004', 0],
    ['minutes', '15.5', 930_000],
    ['hours', '2', 7_200_000],
    ['hh:mm:ss', '01:43:35', 6_215_000],
    ['hh:mm:ss', '100:00:00.25', 360_000_250],
    ['days-hh:mm:ss', '0 days 01:43:35', 6_215_000],
    ['days-hh:mm:ss', '1 day 00:00:01.500000', 86_401_500],
    ['iso-8601', 'PT1H43M35S', 6_215_000],
    ['iso-8601', 'P1DT0.5S', 86_400_500],
  ] as const)('reads %s: %s', (format, text, milliseconds) => {
    expect(readDuration(text, format)).toBe(milliseconds);
  });

  it.each([
    ['seconds', '-1'],
    ['seconds', ''],
    ['seconds', '1e3'],
    ['seconds', '=61'],
    ['seconds', '0x10'],
    ['minutes', '1,5'],
    ['hh:mm:ss', '01:60:00'],
    ['days-hh:mm:ss', '-1 days +23:00:00'],
    ['days-hh:mm:ss', '01:43:35'],
    ['iso-8601', 'P'],
    ['iso-8601', 'PT'],
    ['iso-8601', 'P1M'],
  ] as const)('refuses as %s: %j', (format, text) => {
    expect(readDuration(text, format)).toBeUndefined();
  });
});
