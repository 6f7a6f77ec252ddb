import type { Unit } from '#domain';
import type { QuantityModel } from './quantity.model.ts';

/** Amount and unit are there together or not at all. */
export function quantityOf(amount: number | null, unit: Unit | null): QuantityModel | null {
  return amount === null || unit === null ? null : { amount, unit };
}
