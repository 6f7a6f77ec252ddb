import { describe, expect, it } from '@jest/globals';
import { compileTimePattern, timePatternProblem } from './time.pattern.ts';

/** The written time in UTC terms, so that a table of cases stays short. */
function read(format: string, text: string): string | undefined {
  const time = compileTimePattern(format).read(text);
  if (time === undefined) return undefined;
  const { year, month, day, hour, minute, second, millisecond, offset } = time;
  const two = (value: number) => String(value).padStart(2, '0');
  const zone = offset === undefined ? '' : ` ${offset}`;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}.${millisecond}${zone}`;
}

describe('time patterns', () => {
  it.each([
    ['yyyy-MM-dd HH:mm:ss', '2020-08-21 11:33:23', '2020-08-21 11:33:23.0'],
    ['d.M.yyyy H:mm', '1.2.2020 9:05', '2020-02-01 09:05:00.0'],
    ['MM/dd/yyyy hh:mm a', '02/29/2020 12:07 AM', '2020-02-29 00:07:00.0'],
    ['MM/dd/yyyy h:mm a', '02/29/2020 12:07 p.m.', '2020-02-29 12:07:00.0'],
    ['dd MMM yyyy', '07 Dec 2019', '2019-12-07 00:00:00.0'],
    ['yyyy-MM-dd HH:mm:ss.SSSXXX', '2020-01-01 00:00:00.250+05:30', '2020-01-01 00:00:00.250 330'],
    ['iso-8601', '2020-01-01T10:00:00.1239Z', '2020-01-01 10:00:00.123 0'],
    ['iso-8601', '2020-01-01 10:00', '2020-01-01 10:00:00.0'],
    ['iso-8601', '2020-01-01', '2020-01-01 00:00:00.0'],
    ['iso-8601', '2020-01-01T10:00:00-0330', '2020-01-01 10:00:00.0 -210'],
    ['epoch-seconds', '1598009603', '2020-08-21 11:33:23.0 0'],
    ['epoch-milliseconds', '1598009603042', '2020-08-21 11:33:23.42 0'],
  ])('reads %s: %s', (format, text, time) => {
    expect(read(format, text)).toBe(time);
  });

  it.each([
    ['yyyy-MM-dd', '2019-02-29'],
    ['yyyy-MM-dd', '2020-13-01'],
    ['yyyy-MM-dd', '2020-00-10'],
    ['yyyy-MM-dd', '0000-01-01'],
    ['yyyy-MM-dd', '2020-1-1'],
    ['yyyy-MM-dd', ' 2020-01-01'],
    ['yyyy-MM-dd', '2020-01-01\n'],
    ['yyyy-MM-dd', '=2020-01-01'],
    ['yyyy-MM-dd HH:mm:ss', '2020-01-01 24:00:00'],
    ['yyyy-MM-dd HH:mm:ss', '2020-01-01 23:59:60'],
    ['yyyy-MM-dd hh:mm a', '2020-01-01 13:00 PM'],
    ['dd MMM yyyy', '07 Dez 2019'],
    ['iso-8601', '2020-W10-1'],
    ['iso-8601', '2020-01-01T10:00:00+19:00'],
    ['epoch-seconds', '9999999999999'],
    ['epoch-seconds', '1e9'],
  ])('refuses as %s: %j', (format, text) => {
    expect(read(format, text)).toBeUndefined();
  });

  it('knows the end of February in every century', () => {
    expect([1900, 2000, 2100, 2400].map((year) => read('yyyy-MM-dd', `${year}-02-29`) !== undefined)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('says how sharp a pattern is', () => {
    const precisions = ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss'].map(
      (format) => compileTimePattern(format).precision,
    );
    expect(precisions).toEqual(['day', 'minute', 'instant']);
  });

  it.each([
    ['YYYY-MM-DD', /"YYYY" is not a field/],
    ['yyyy-MM', /a year, a month and a day/],
    ['yyyy-MM-dd hh:mm', /needs a \(am or pm\)/],
    ['yyyy-MM-dd HH:mm HH', /twice/],
    ['yyyy-MM-dd mm', /minutes without hours/],
    ['yyyy-MM-dd HH:ss', /seconds without minutes/],
    ['iso', /not a field/],
  ])('explains what is wrong with the format %s', (format, problem) => {
    expect(timePatternProblem(format)).toMatch(problem);
  });
});
