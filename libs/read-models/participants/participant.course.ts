import type { Fact } from '#domain';
import type { ParticipantRow } from './participant.row.ts';

type Characteristics = ParticipantRow['characteristics'];

/** Everything recorded of a person at baseline; a later entry about the same thing stands. */
export function baselineOf(facts: readonly Fact[]): Characteristics {
  return Object.fromEntries(
    facts.flatMap((fact) => (fact.type === 'BaselineRecorded' ? Object.entries(fact.data.characteristics) : [])),
  );
}

/** Columns of their own for the characteristics that most trials report, whichever way a protocol spells their names. */
export function namedCharacteristics(characteristics: Characteristics) {
  const spelt = new Map(Object.entries(characteristics).map(([name, value]) => [plain(name), value]));
  const of = (...names: readonly string[]): string | null => {
    const value = names.map((name) => spelt.get(name)).find((found) => found !== undefined && found !== null);
    return value === undefined || value === null ? null : String(value);
  };
  return {
    stratum: of('stratum'),
    sex: of('sex'),
    gender: of('gender'),
    ethnicity: of('ethnicity'),
    education: of('education'),
    ageBand: of('ageband', 'agegroup'),
    diagnosis: of('diagnosis', 'primarydiagnosis'),
    medication: of('medication'),
    priorTherapy: of('priortherapy', 'previoustherapy'),
    treatmentGroup: of('group', 'treatmentgroup', 'therapygroup'),
  };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The zones a person lived in, in order of their first days; of two from one day the later told. */
export function zonesOf(first: string, facts: readonly Fact[]): ParticipantRow['zones'] {
  const changed = new Map(
    facts.flatMap((fact) => (fact.type === 'TimeZoneChanged' ? [[fact.data.from, fact.data.timeZone] as const] : [])),
  );
  const later = [...changed].map(([from, timeZone]) => ({ from, timeZone }));
  return [{ from: '', timeZone: first }, ...later.toSorted((one, other) => one.from.localeCompare(other.from))];
}

/** The therapist with the latest first day; of two from one day, the later entry. */
export function therapistOf(facts: readonly Fact[]) {
  const assigned = facts.filter((fact) => fact.type === 'TherapistAssigned').map(({ data }) => data);
  const newest = assigned.reduce<(typeof assigned)[number] | undefined>(
    (last, one) => (last === undefined || one.from >= last.from ? one : last),
    undefined,
  );
  return { therapistId: newest?.therapistId ?? null, therapistFrom: newest?.from ?? null };
}

/** The last consent, and how far it was taken back after it was given. */
export function consentOf(facts: readonly Fact[]) {
  const said = facts.filter((fact) => fact.type === 'ConsentGiven' || fact.type === 'ConsentWithdrawn');
  const given = said.findLast((fact) => fact.type === 'ConsentGiven');
  const last = said.at(-1);
  return {
    consentVersion: given?.data.version ?? null,
    consentScopes: given?.data.scopes ?? [],
    consentDate: given?.metadata.localDate ?? null,
    consentWithdrawn: last?.type === 'ConsentWithdrawn' ? last.data.step : null,
  };
}

/** Treatments beside the trial's: those under way, by name, and how many changes are on record. */
export function concomitantOf(facts: readonly Fact[]) {
  const changes = facts.filter((fact) => fact.type === 'ConcomitantTreatmentChanged').map(({ data }) => data);
  const last = new Map(changes.map(({ treatment, change }) => [treatment, change]));
  const underWay = [...last].flatMap(([treatment, change]) => (change === 'stopped' ? [] : [treatment]));
  return { concomitantTreatments: underWay.sort(), concomitantChanges: changes.length };
}
