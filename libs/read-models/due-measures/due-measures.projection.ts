import { type Fact, type ProtocolDocument, readProtocol } from '#domain';
import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import { DueMeasureRow, type DueMeasureStatus } from './due-measure.row.ts';

/**
 * What of the protocol's schedule everybody enrolled is owed, and where it stands. Each measurement follows the version in
 * force on the day it is due; what a later version retires is kept or released as it says.
 */
export const dueMeasures: Derivation = {
  kind: 'derivation',
  name: 'due_measures',
  version: 2,
  entity: DueMeasureRow,
  owner: 'participantId',
  daily: true,
  types: [
    ...(['ParticipantEnrolled', 'ParticipantAllocated', 'SessionHeld', 'ParticipantDiscontinued'] as const),
    ...(['ParticipantCompleted', 'ConsentWithdrawn', 'MeasureRecorded', 'MeasureMissed', 'ProtocolPublished'] as const),
  ],
  derive: (input) => {
    const enrolled = input.facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
    return enrolled === undefined ? [] : rowsOf(enrolled, input);
  },
};

interface Version {
  readonly version: number;
  readonly from: string;
  readonly protocol: ProtocolDocument;
}

function rowsOf(
  { data, metadata }: Fact<'ParticipantEnrolled'>,
  { participantId, facts, study, knownUntil }: DerivationInput,
): readonly DueMeasureRow[] {
  const versions = versionsOf(study);
  const anchors = anchorsOf(facts, metadata.localDate);
  const today = knownUntil.slice(0, 10);
  const ended = endOf(facts);
  const rows = new Map<string, DueMeasureRow>();
  for (const [at, { version, protocol }] of versions.entries()) {
    for (const { occasion, instrument, anchor, afterDays, window, by } of protocol.schedule) {
      const start = anchors[anchor];
      if (start === undefined) continue;
      const dueOn = dayAfter(start, afterDays);
      if (inForce(versions, dueOn) !== at) continue;
      const place = { occasion, instrumentId: instrument.instrumentId };
      const opensOn = dayAfter(dueOn, -window.before);
      const closesOn = dayAfter(dueOn, window.after);
      const standing = { opensOn, dueOn, closesOn, ended, today };
      const released = versions.slice(at + 1).some((later) => releases(later.protocol, place));
      const status = statusOf(place, facts, released ? { ...standing, ended: '' } : standing);
      const where = { studyId: data.studyId, siteId: data.siteId ?? null, protocolVersion: version };
      const asked = { instrumentVersion: instrument.version, informant: by };
      const row = { participantId, ...place, ...asked, ...where, opensOn, dueOn, closesOn, status };
      rows.set(JSON.stringify([place.instrumentId, place.occasion]), row);
    }
  }
  return [...rows.values()];
}

function versionsOf(study: readonly Fact[]): readonly Version[] {
  return study.flatMap((fact): Version[] => {
    if (fact.type !== 'ProtocolPublished' || fact.data.protocol === undefined) return [];
    const read = readProtocol(fact.data.protocol);
    if ('problems' in read) return [];
    return [{ version: fact.data.version, from: fact.metadata.localDate, protocol: read.protocol }];
  });
}

/** Place of the newest version that was out on a day; the first one also holds for the days before it. */
function inForce(versions: readonly Version[], day: string): number {
  return Math.max(
    0,
    versions.findLastIndex(({ from }) => from <= day),
  );
}

function releases(protocol: ProtocolDocument, place: Pick<DueMeasureRow, 'occasion' | 'instrumentId'>): boolean {
  return protocol.retired.some(
    (one) => one.becomes === 'released' && one.occasion === place.occasion && one.instrumentId === place.instrumentId,
  );
}

function anchorsOf(facts: readonly Fact[], enrolment: string) {
  const held = facts.filter((fact) => fact.type === 'SessionHeld').map(({ metadata }) => metadata.localDate);
  const sessions = held.sort();
  return {
    enrolment,
    allocation: facts.find((fact) => fact.type === 'ParticipantAllocated')?.metadata.localDate,
    'first-session': sessions[0],
    'last-session': sessions.at(-1),
  };
}

/** The day from which nothing is asked for any more; nothing while the participant is followed up. */
function endOf(facts: readonly Fact[]): string | undefined {
  const end = facts.find(
    (fact) =>
      fact.type === 'ParticipantCompleted' ||
      (fact.type === 'ParticipantDiscontinued' && fact.data.from === 'study') ||
      (fact.type === 'ConsentWithdrawn' && fact.data.step !== 'stop-contact'),
  );
  return end?.metadata.localDate;
}

interface Standing extends Pick<DueMeasureRow, 'opensOn' | 'dueOn' | 'closesOn'> {
  readonly ended: string | undefined;
  readonly today: string;
}

function statusOf(
  { occasion, instrumentId }: Pick<DueMeasureRow, 'occasion' | 'instrumentId'>,
  facts: readonly Fact[],
  { opensOn, closesOn, ended, today }: Standing,
): DueMeasureStatus {
  const told = facts.findLast(
    (fact) =>
      (fact.type === 'MeasureRecorded' || fact.type === 'MeasureMissed') &&
      fact.data.occasion === occasion &&
      fact.data.instrument.instrumentId === instrumentId,
  );
  if (told !== undefined) return told.type === 'MeasureRecorded' ? 'recorded' : 'missed';
  if (ended !== undefined && ended <= closesOn) return 'released';
  if (today < opensOn) return 'upcoming';
  return today <= closesOn ? 'due' : 'overdue';
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
