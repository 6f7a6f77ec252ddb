import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { type CallerContext, currentCorrelationId, Execute, Identity } from '#platform';
import { type Actor, participantIdOf } from '#domain';
import { CommandReach } from '../access/command-reach.ts';
import { CHANGES_RIGHTS, GrantWatch } from '../access/grant-watch.ts';
import type { Permission } from '../access/permission.ts';
import { actingAs, type Principal } from '../access/principal.ts';
import { DataCheckFillings } from '../data-checks/data-check.fillings.ts';
import { SafetyFillings } from '../safety/safety.fillings.ts';
import { DatasetFillings } from '../datasets/dataset.fillings.ts';
import { AllocationFillings } from '../allocation/allocation.fillings.ts';
import { categoryOf, type CommandType } from '../graphql/schema/command-schemas.ts';
import { readCommand } from '../graphql/schema/command-reading.ts';
import { positionOf } from '../graphql/scalars/position.scalar.ts';
import type { CommandMetaInput } from './command-meta.input.ts';
import type { ReceiptModel } from './receipt.model.ts';

/** Who sends a command, and what they say of it. */
export interface Sending {
  readonly meta: CommandMetaInput;
  readonly caller: Principal;
  /** What the mutation asks for; how far it goes is looked at here. */
  readonly allow: Permission;
  /** The id that is made from the command’s own when it is left out. */
  readonly derives?: string | undefined;
}

/** Hands what a mutation was given to the command handler. */
@Injectable()
export class CommandSender {
  constructor(
    private readonly bus: CommandBus,
    private readonly reach: CommandReach,
    private readonly watch: GrantWatch,
    private readonly fillings: AllocationFillings,
    private readonly safety: SafetyFillings,
    private readonly checks: DataCheckFillings,
    private readonly datasets: DatasetFillings,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  /** @throws BadInput, NotWithinReach, and whatever the command handler throws. */
  async send(type: CommandType, input: object, { meta, caller, allow, derives }: Sending): Promise<ReceiptModel> {
    const given = withIds(type, input, derives, meta.commandId);
    const known = { commandId: meta.commandId, actorId: caller.actor.id };
    const drawn = this.fillings.fill(type, given, known);
    const filling = { commandId: meta.commandId, caller, allow };
    const safe = await this.safety.fill(type, drawn, filling);
    const checked = await this.checks.fill(type, safe, filling);
    const filled = await this.datasets.fill(type, checked, caller);
    const command = readCommand(type, filled);
    const right = await this.reach.check(caller, allow, command);
    const context = contextOf(meta, actingAs(caller, right));
    const receipt = await this.bus.execute(new Execute(categoryOf(command), command, context));
    if (command.type === 'ErasePersonalData') {
      await this.identity.own.shutSubject('participant', command.participantId, 'erased');
    }
    if (CHANGES_RIGHTS.has(type)) this.watch.changed(positionOf(receipt.position));
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

function contextOf(meta: CommandMetaInput, actor: Actor): CallerContext {
  const correlationId = currentCorrelationId();
  const said = {
    occurredAt: meta.occurredAt ?? undefined,
    occurredPrecision: meta.occurredPrecision ?? undefined,
    sentAt: meta.sentAt ?? undefined,
    correlationId,
  };
  return { commandId: meta.commandId, actor, source: meta.source ?? 'web', ...said };
}
