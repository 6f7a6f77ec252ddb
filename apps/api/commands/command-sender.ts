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

/** Who sends a command, and what they say of it. */
export interface Sending {
  readonly meta: CommandMetaInput;
  readonly caller: Principal;
  /** The id that is made from the command’s own when it is left out. */
  readonly derives?: string | undefined;
}

/** Hands what a mutation was given to the command handler. */
@Injectable()
export class CommandSender {
  constructor(private readonly bus: CommandBus) {}

  /** @throws BadInput, and whatever the command handler throws. */
  async send(type: CommandType, input: object, { meta, caller, derives }: Sending): Promise<ReceiptModel> {
    const command = readCommand(type, withIds(type, input, derives, meta.commandId));
    const receipt = await this.bus.execute(new Execute(categoryOf(command), command, contextOf(meta, caller)));
    return { ...receipt, recordId: receipt.stream.slice(receipt.stream.indexOf('-') + 1) };
  }
}

function withIds(type: CommandType, input: object, derives: string | undefined, commandId: string): object {
  const given: Readonly<Record<string, unknown>> = { ...input };
  if (type === 'EnrolParticipant' || type === 'ScreenParticipant') {
    return { ...given, participantId: participantIdOf(String(given['studyId']), String(given['code'])) };
  }
  if (derives === undefined || (given[derives] ?? undefined) !== undefined) return given;
  return { ...given, [derives]: uuidv5(derives, commandId) };
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
