import type { ZonePeriod } from '#calendar';

/** Reads the zones of a participant as a statement hands them over: the JSON that the projection wrote. */
export function readZones(text: string): readonly ZonePeriod[] {
  return JSON.parse(text) as readonly ZonePeriod[];
}
