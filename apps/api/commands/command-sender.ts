import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { type CallerContext, currentCorrelationId, Execute } from '#platform';
import { participantIdOf } from '#domain';
import type { Principal } from '../access/principal.ts';
import { categoryOf, type CommandType } from '../graphql/schema/command-schemas.ts';
import { readCommand } from '../graphql/schema/command-reading.ts';
import type { CommandMetaInput } from './command-meta.input.ts';
import type { ReceiptModel } from './receipt.model.ts';

/** Ids that a caller may leave to the server: derived from the command’s id, so that a resend means the same record. */
const DERIVED = {
  AssignHomework: 'assignmentId',
  StartAttempt: 'attemptId',
  RecordAttempt: 'attemptId',
  HoldSession: 'sessionId',
  MissSession: 'sessionId',
  RecordRating: 'ratingId',
  RecordMeasure: 'measureId',
  MissMeasure: 'measureId',
} as const satisfies Partial<Record<CommandType, string>>;

/** Who sends a command, and what they say of it. */
export interface Sending {
  readonly meta: CommandMetaInput;
  readonly caller: Principal;
}

/** Hands what a mutation was given to the command handler. */
@Injectable()
export class CommandSender {
  constructor(private readonly bus: CommandBus) {}

  /** @throws BadInput, and whatever the command handler throws. */
  async send(type: CommandType, input: object, { meta, caller }: Sending): Promise<ReceiptModel> {
    const command = readCommand(type, withIds(type, input, meta.commandId));
    const receipt = await this.bus.execute(new Execute(categoryOf(command), command, contextOf(meta, caller)));
    return { ...receipt, recordId: receipt.stream.slice(receipt.stream.indexOf('-') + 1) };
  }
}

function withIds(type: CommandType, input: object, commandId: string): object {
  const given: Readonly<Record<string, unknown>> = { ...input };
  if (type === 'EnrolParticipant') {
    return { ...given, participantId: participantIdOf(String(given['studyId']), String(given['code'])) };
  }
  const names: Partial<Record<CommandType, string>> = DERIVED;
  const name = names[type];
  if (name === undefined || (given[name] ?? undefined) !== undefined) return given;
  return { ...given, [name]: uuidv5(name, commandId) };
}

function contextOf(meta: CommandMetaInput, caller: Principal): CallerContext {
  const correlationId = currentCorrelationId();
  const said = {
    occurredAt: meta.occurredAt ?? undefined,
    occurredPrecision: meta.occurredPrecision ?? undefined,
    sentAt: meta.sentAt ?? undefined,
    correlationId,
  };
  return { commandId: meta.commandId, actor: caller.actor, source: meta.source ?? 'web', ...said };
}
