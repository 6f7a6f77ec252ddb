import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#event-store';

/** About as large as a recorded attempt with its metadata: 250 and 430 bytes. */
export const SAMPLE_DATA = JSON.stringify({
  attemptId: '0190f3c4-7a10-7000-8000-00000000a7e1',
  difficulty: { before: 60, after: 35, scale: 'SUDS' },
  minutes: 22.5,
  note: { envelope: 'v1', key: 'participant', bytes: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA' },
  place: 'home',
  steps: [true, true, false],
});

export const SAMPLE_METADATA = JSON.stringify({
  actor: { id: '0190f3c4-7a10-7000-8000-0000000000ac', role: 'participant', site: 'north' },
  causationId: '0190f3c4-7a10-7000-8000-0000000000ca',
  commandId: '0190f3c4-7a10-7000-8000-0000000000c0',
  correlationId: '0190f3c4-7a10-7000-8000-0000000000c1',
  localDate: '2026-03-01',
  occurredAt: '2026-03-01T09:00:00.000Z',
  occurredPrecision: 'minute',
  participantId: 'P-0042',
  protocolVersion: 2,
  schemaVersion: 1,
  source: 'web',
  studyId: 'trial',
});

export const SAMPLE_TYPE = 'AttemptRecorded';

export function sampleEvent(): NewEvent {
  return { id: randomUUID(), type: SAMPLE_TYPE, data: SAMPLE_DATA, metadata: SAMPLE_METADATA };
}
