import { describe, expect, it } from '@jest/globals';
import { at, DAY, exampleHistory } from '../../../test/read-models/example.log.ts';
import { participants } from './participants.projection.ts';

type Given = Parameters<typeof exampleHistory>[1];

const enrolled: Given[number] = {
  type: 'ParticipantEnrolled',
  data: { participantId: 'p1', studyId: 's1', code: 'c1', timeZone: 'Europe/Stockholm', protocolVersion: 1 },
};
const consent: Given[number] = {
  type: 'ConsentGiven',
  data: {
    ...{ version: 'info 2', scopes: ['treatment-data', 'audio'], consenter: 'participant', language: 'sv' },
    capacity: 'has-capacity',
  },
  metadata: { localDate: '2026-03-01' },
};
const treatment = (name: string, change: 'started' | 'stopped'): Given[number] => ({
  type: 'ConcomitantTreatmentChanged',
  data: { treatment: name, kind: 'medication', change },
});

function derived(...events: Given) {
  const facts = exampleHistory('participant-p1', events);
  return participants.derive({ participantId: 'p1', facts, study: [], knownUntil: at(0) });
}

describe('participants', () => {
  it('hold what was told before they were enrolled, under columns of their own', () => {
    const baseline = (characteristics: Record<string, string | number>): Given[number] => ({
      type: 'BaselineRecorded',
      data: { characteristics },
    });
    const rows = derived(
      consent,
      baseline({ Sex: 'female', 'age-band': '30-39', 'phq-9': 14, prior_therapy: 'none' }),
      enrolled,
      baseline({ Sex: 'other' }),
      { type: 'TherapistAssigned', data: { therapistId: 'd2', from: '2026-04-01' } },
      // Entered later, but for an earlier day.
      { type: 'TherapistAssigned', data: { therapistId: 'd1', from: '2026-03-01' } },
      treatment('sertraline', 'started'),
      treatment('zopiclone', 'started'),
      treatment('zopiclone', 'stopped'),
    );
    expect(rows).toMatchObject([
      {
        ...{ status: 'enrolled', sex: 'other', ageBand: '30-39', priorTherapy: 'none', stratum: null },
        characteristics: { 'phq-9': 14, Sex: 'other' },
        ...{ consentVersion: 'info 2', consentDate: '2026-03-01', consentWithdrawn: null },
        ...{ therapistId: 'd2', therapistFrom: '2026-04-01' },
        ...{ concomitantTreatments: ['sertraline'], concomitantChanges: 3 },
      },
    ]);
  });

  it('tell how they ended, and how far consent was taken back', () => {
    const rows = derived(
      enrolled,
      consent,
      { type: 'ConsentWithdrawn', data: { step: 'stop-contact' } },
      {
        type: 'ParticipantDiscontinued',
        data: { from: 'study', reason: 'withdrew-consent' },
        metadata: { occurredAt: at(9 * DAY) },
      },
    );
    expect(rows).toMatchObject([
      { status: 'left', endedAt: at(9 * DAY), endReason: 'withdrew-consent', consentWithdrawn: 'stop-contact' },
    ]);
  });

  it('are those who were enrolled, not everyone who was screened', () => {
    expect(derived(consent)).toEqual([]);
  });
});
