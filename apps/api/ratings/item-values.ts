import type { ItemValueModel } from './item-value.model.ts';

/** A form’s items as a list, in the order of their codes. */
export function itemValues(items: Readonly<Record<string, number | null>>): ItemValueModel[] {
  return Object.entries(items)
    .map(([item, value]) => ({ item, value }))
    .sort((one, other) => one.item.localeCompare(other.item, 'en', { numeric: true }));
}
