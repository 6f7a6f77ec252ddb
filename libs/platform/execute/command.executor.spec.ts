import { describe, expect, it } from '@jest/globals';
import { decode, eventMetadata } from '#domain';
import { AppendOutcomeUnknown, type EventStore, MemoryEventStore, WrongExpectedRevision } from '#event-store';
import { CommandIdReused, CommandRefused, InvalidCommand, TooMuchContention } from './command.error.ts';
import {
  CLIENT,
  CLINICIAN,
  assign,
  attempt,
  enrol,
  install,
  installWithHomework,
  registerStudy,
  request,
} from './executor.specification.ts';

describe('a command', () => {
  it('writes events that say who, when, where and why, and answers with a receipt', async () => {
    const home = await installWithHomework();
    const sent = attempt('T1', { note: 'ATTEMPT-MARKER' });
    const receipt = await home.executor.execute(sent);
    const [stored] = (await home.log()).slice(-1);
    if (stored === undefined) throw new Error('nothing was stored');
    expect(receipt).toEqual({
      commandId: sent.context.commandId,
      stream: 'assignment-A1',
      revision: 1,
      position: stored.position.toString(),
      eventIds: [stored.id],
      recordedAt: stored.recordedAt,
    });
    const { metadata } = decode(stored);
    expect(eventMetadata.parse(metadata)).toMatchObject({
      commandId: sent.context.commandId,
      causationId: sent.context.commandId,
      correlationId: sent.context.commandId,
      actor: CLIENT,
      occurredAt: '2026-03-01T12:00:00.000Z',
      localDate: '2026-03-01',
      offset: '+01:00',
      timeZone: 'Europe/Stockholm',
      studyId: 'stress',
      participantId: 'stress:P001',
      protocolVersion: 0,
      schemaVersion: 1,
      source: 'phone-offline',
    });
  });
});
