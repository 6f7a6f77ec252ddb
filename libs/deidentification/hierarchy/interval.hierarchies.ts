import { type Hierarchy, HierarchyError, hierarchyOf } from './hierarchy.ts';

/** What stands for any value, at the top of the hierarchies made here. */
export const ANY = '*';

export interface NumberBands {
  /** Lowest and highest whole number that may come. */
  readonly from: number;
  readonly to: number;
  /** Widths of the bands of levels 1, 2, …: each a multiple of the one before, bands beginning at multiples of it. */
  readonly widths: readonly number[];
  /** Numbers from here on are one value, at level 1 and above: ages of 90 and over are rare. Begins a widest band. */
  readonly top?: number;
}

/**
 * Whole numbers, such as ages in years or study weeks, in nested bands ("35–39"), then `*`.
 * @throws HierarchyError for bands that are not nested, or a range that is empty or above 10,000 numbers.
 */
export function numberHierarchy(name: string, { from, to, widths, top }: NumberBands): Hierarchy {
  const whole = [from, to, ...widths, top ?? 0].every(Number.isInteger);
  if (!whole || to < from || to - from > 10_000) throw new HierarchyError(name, `no range from ${from} to ${to}`);
  widths.forEach((width, index) => {
    const before = widths[index - 1] ?? 1;
    if (width <= before && index > 0) throw new HierarchyError(name, `width ${width} is not above ${before}`);
    if (width < 2 || width % before !== 0)
      throw new HierarchyError(name, `width ${width} is no multiple of ${before}: bands would overlap`);
  });
  const widest = widths.at(-1) ?? 1;
  if (top !== undefined && top % widest !== 0)
    throw new HierarchyError(name, `top ${top} is no multiple of the widest band, ${widest}`);
  const band = (value: number, width: number): string => {
    if (top !== undefined && value >= top) return `≥${top}`;
    const start = Math.floor(value / width) * width;
    return `${start}–${start + width - 1}`;
  };
  const rows = Array.from({ length: to - from + 1 }, (_, index) => {
    const value = from + index;
    return [String(value), ...widths.map((width) => band(value, width)), ANY];
  });
  return hierarchyOf(name, rows);
}

const DAY = 86_400_000;

/**
 * Calendar dates (`2026-03-09`): day, month, quarter, year, `*`.
 * @param first First and last date that may come, ISO 8601.
 * @throws HierarchyError for a date that is none, or a range that is empty or above 40,000 days.
 */
export function dateHierarchy(name: string, first: string, last: string): Hierarchy {
  const [from, to] = [dayOf(name, first), dayOf(name, last)];
  if (to < from || to - from > 40_000) throw new HierarchyError(name, `no range from ${first} to ${last}`);
  const rows = Array.from({ length: to - from + 1 }, (_, index) => {
    const date = new Date((from + index) * DAY).toISOString().slice(0, 10);
    const [year, month] = [date.slice(0, 4), date.slice(0, 7)];
    return [date, month, `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`, year, ANY];
  });
  return hierarchyOf(name, rows);
}

function dayOf(name: string, date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new HierarchyError(name, `${date} is no date`);
  return time / DAY;
}
