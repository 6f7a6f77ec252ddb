import type { Assessment } from '#deidentification';
import type { BarGroup } from './bars.svg.ts';

/** `12.3 %`; tiny shares are not rounded away. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return 'below 0.1 %';
  return `${(100 * share).toFixed(1)} %`;
}

/** A risk as people say it: `1 in 11`. */
export function oneIn(risk: number): string {
  if (risk <= 0) return 'none';
  if (risk >= 1) return 'certain';
  const of = 1 / risk;
  return `1 in ${of >= 10 || Number.isInteger(of) ? Math.round(of) : of.toFixed(1)}`;
}

export const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
export const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));

interface SizeBin {
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

/** Group sizes in bins, one of which begins at the k that was asked for. */
function binsFor(k: number): SizeBin[] {
  const starts = [...new Set([1, 2, 5, 11, 21, 51, 101, k])].sort((one, other) => one - other);
  return starts.map((least, index) => {
    const next = starts[index + 1];
    if (next === undefined) return { label: `${least} or more people`, least, most: Infinity };
    const most = next - 1;
    return {
      label: least === most ? (least === 1 ? 'alone' : `${least} people`) : `${least} to ${most} people`,
      least,
      most,
    };
  });
}

/** How many people are in groups of which size, before and after. */
export function sizeGroups(before: Assessment, after: Assessment, k: number): BarGroup[] {
  const count = ({ anonymity }: Assessment, { least, most }: SizeBin) =>
    anonymity.histogram.reduce((sum, { size, rows }) => (size >= least && size <= most ? sum + rows : sum), 0);
  const all = Math.max(before.anonymity.rows, after.anonymity.rows, 1);
  return binsFor(k).flatMap((bin) => {
    const [was, is] = [count(before, bin), count(after, bin)];
    if (was + is === 0) return [];
    const bar = (series: 'before' | 'after', value: number) => ({ series, length: value / all, text: people(value) });
    return [{ label: bin.label, bars: [bar('before', was), bar('after', is)] }];
  });
}

/** Risks of the three attackers, before and after. */
export function attackerGroups(before: Assessment, after: Assessment): BarGroup[] {
  const group = (label: string, of: (assessment: Assessment) => number | null): BarGroup[] => {
    const [was, is] = [of(before), of(after)];
    if (was === null || is === null) return [];
    const bar = (series: 'before' | 'after', value: number) => ({ series, length: value, text: percent(value) });
    return [{ label, bars: [bar('before', was), bar('after', is)] }];
  };
  return [
    ...group('Prosecutor, highest', ({ attackers }) => attackers.prosecutor.highest),
    ...group('Prosecutor, average', ({ attackers }) => attackers.prosecutor.average),
    ...group('Journalist, highest', ({ attackers }) => attackers.journalist?.highest ?? null),
    ...group('Marketer', ({ attackers }) => attackers.marketer),
  ];
}
