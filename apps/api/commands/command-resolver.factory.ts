import 'reflect-metadata';
import { Inject, type Type } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Permission } from '../access/permission.ts';
import type { Principal } from '../access/principal.ts';
import { commandInput } from '../graphql/schema/command-inputs.ts';
import type { CommandType } from '../graphql/schema/command-schemas.ts';
import { CommandMetaInput } from './command-meta.input.ts';
import { CommandSender } from './command-sender.ts';
import { ReceiptModel } from './receipt.model.ts';

/** What the API adds to a command of the domain to make a mutation of it. */
export interface CommandMutation {
  readonly allow: Permission;
  /** What it does, for the schema. */
  readonly does: string;
  /** What its input stands for, for the schema. */
  readonly takes: string;
  /** The id that is made from the command's own when the caller leaves it out, so that a resend means the same record. */
  readonly derives?: string;
  /** Fields that the API fills in. */
  readonly omits?: readonly string[];
  /** Looks closer at the input than the domain can. @throws BadInput */
  readonly check?: (input: object) => void;
}

interface Commanding {
  readonly commands: CommandSender;
}

/** A resolver with one mutation for each command of the table, called like it, taking `meta` and `input`, giving a receipt. */
export function commandResolver(
  name: string,
  table: Readonly<Partial<Record<CommandType, CommandMutation>>>,
): Type<Commanding> {
  class CommandsResolver implements Commanding {
    constructor(readonly commands: CommandSender) {}
  }
  Object.defineProperty(CommandsResolver, 'name', { value: name });
  for (const [type, mutation] of Object.entries(table)) addMutation(CommandsResolver, type as CommandType, mutation);
  Inject(CommandSender)(CommandsResolver, undefined, 0);
  Resolver()(CommandsResolver);
  return CommandsResolver;
}

function addMutation(resolver: Type<Commanding>, type: CommandType, mutation: CommandMutation): void {
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  const prototype = resolver.prototype as object;
  const input = commandInput(type, mutation);
  const { derives } = mutation;
  const answer = function (this: Commanding, meta: CommandMetaInput, given: object, caller: Principal) {
    mutation.check?.(given);
    return this.commands.send(type, given, { meta, caller, allow: mutation.allow, derives });
  };
  const descriptor = { value: answer, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(prototype, name, descriptor);
  // What the compiler would have written for a method that stands in a class.
  Reflect.defineMetadata('design:paramtypes', [CommandMetaInput, Object, Object], prototype, name);
  Args('meta', { type: () => CommandMetaInput })(prototype, name, 0);
  Args('input', { type: () => input })(prototype, name, 1);
  Caller()(prototype, name, 2);
  Mutation(() => ReceiptModel, { name, description: mutation.does })(prototype, name, descriptor);
  Allow(mutation.allow)(prototype, name, descriptor);
}
