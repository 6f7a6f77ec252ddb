import type { Fact } from '#domain';
import type { Derivation } from '../kernel/projection.ts';
import {
  baselineOf,
  concomitantOf,
  consentOf,
  namedCharacteristics,
  therapistOf,
  zonesOf,
} from './participant.course.ts';
import { ParticipantRow } from './participant.row.ts';

/**
 * Everyone enrolled. A derivation, because what is told of them may come before their enrolment: screening, consent, baseline.
 * Who was screened and never enrolled is in the flow, not here.
 */
export const participants: Derivation = {
  kind: 'derivation',
  name: 'participants',
  version: 3,
  entity: ParticipantRow,
  owner: 'participantId',
  daily: false,
  types: [
    'ParticipantScreened',
    'ParticipantEnrolled',
    'TimeZoneChanged',
    'ConsentGiven',
    'ConsentWithdrawn',
    'BaselineRecorded',
    'TherapistAssigned',
    'ConcomitantTreatmentChanged',
    'ParticipantDiscontinued',
    'ParticipantCompleted',
    'PersonalDataErased',
  ],
  derive: ({ participantId, facts }) => {
    const own = facts.filter(({ stream }) => stream === `participant-${participantId}`);
    const enrolled = own.findLast((fact) => fact.type === 'ParticipantEnrolled');
    return enrolled === undefined ? [] : [rowOf(participantId, enrolled, own)];
  },
};

function rowOf(
  participantId: string,
  { stream, data, metadata, recordedAt }: Fact<'ParticipantEnrolled'>,
  facts: readonly Fact[],
): ParticipantRow {
  const characteristics = baselineOf(facts);
  const screened = facts.findLast((fact) => fact.type === 'ParticipantScreened');
  return {
    participantId,
    stream,
    studyId: data.studyId,
    siteId: data.siteId ?? null,
    code: data.code,
    timeZone: data.timeZone,
    zones: zonesOf(data.timeZone, facts),
    protocolVersion: data.protocolVersion,
    enrolledAt: metadata.occurredAt,
    enrolledDate: metadata.localDate,
    ...endOf(facts),
    characteristics,
    ...namedCharacteristics(characteristics),
    ...therapistOf(facts),
    ...consentOf(facts),
    screenedDate: screened?.metadata.localDate ?? null,
    ...concomitantOf(facts),
    personalDataErased: facts.some(({ type }) => type === 'PersonalDataErased'),
    recordedAt,
    updatedAt: facts.reduce((last, fact) => (fact.recordedAt > last ? fact.recordedAt : last), recordedAt),
  };
}

const STILL_HERE = { endedAt: null, endedDate: null, endedFrom: null, endReason: null, endNote: null } as const;

/** The last word: left, or reached the end. */
function endOf(facts: readonly Fact[]) {
  const end = facts.findLast((fact) => fact.type === 'ParticipantDiscontinued' || fact.type === 'ParticipantCompleted');
  if (end === undefined) return { status: 'enrolled' as const, ...STILL_HERE };
  const when = { endedAt: end.metadata.occurredAt, endedDate: end.metadata.localDate };
  if (end.type === 'ParticipantCompleted') return { ...STILL_HERE, status: 'completed' as const, ...when };
  const { from, reason, note } = end.data;
  return { status: 'left' as const, ...when, endedFrom: from, endReason: reason, endNote: note ?? null };
}
