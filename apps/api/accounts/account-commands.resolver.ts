import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import { AccountRefused, Identity } from '#platform';
import { Forbidden } from '../access/access.error.ts';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Caller as Calling } from '../access/caller.ts';
import { PERMISSIONS } from '../access/permission.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { originOf } from '../sign-in/browser.session.ts';
import { DoneModel, NewApiKeyModel, SignInCodeModel } from './account.answers.ts';
import { CreateApiKeyInput, EndSignInsInput, HandOutSignInCodeInput } from './account.inputs.ts';
import { HandedOut } from './handed-out.ts';

/** Changes to ways in. They are no commands of the log: nothing of them is in it. */
@Resolver()
export class AccountCommandsResolver {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(HandedOut) private readonly handedOut: HandedOut,
  ) {}

  @Mutation(() => NewApiKeyModel, {
    description:
      'Makes a key for a script of one’s own. It never lets do more than its owner may, and a key makes no keys.',
  })
  @Allow('account:write')
  async createApiKey(
    @Args('input') input: CreateApiKeyInput,
    @Context() context: GraphqlContext,
  ): Promise<NewApiKeyModel> {
    const { accountId, subjectId, kind } = personOf(context);
    checkPermissions(input.permissions ?? []);
    const { label, days, readOnly, studies, permissions } = input;
    const limits = { ...(studies == null ? {} : { studies }), ...(permissions == null ? {} : { permissions }) };
    const key = { accountId, label, days, readOnly, ...limits, createdBy: subjectId };
    const made = await this.identity.keys.create(key).catch(rethrown);
    const account = { accountId, subjectId, kind };
    const detail = `made ${made.keyId}`;
    await this.identity.record.note({ act: 'api-key', outcome: 'done', account, from: originOf(context.req), detail });
    return made;
  }

  @Mutation(() => DoneModel, { description: 'Makes one of one’s own keys worth nothing, at once.' })
  @Allow('account:write')
  async revokeApiKey(
    @Args('keyId', { type: () => ID }) keyId: string,
    @Context() context: GraphqlContext,
  ): Promise<DoneModel> {
    const { accountId, subjectId, kind } = personOf(context);
    if (!/^[0-9a-f-]{36}$/i.test(keyId)) throw new BadInput([{ field: 'keyId', problem: 'expected the id of a key' }]);
    const done = await this.identity.keys.revoke(accountId, keyId);
    const [account, detail] = [{ accountId, subjectId, kind }, `revoked ${keyId}`];
    const outcome = done ? 'done' : 'refused';
    await this.identity.record.note({ act: 'api-key', outcome, account, from: originOf(context.req), detail });
    return { done };
  }

  @Mutation(() => SignInCodeModel, {
    description: 'Makes what a participant, or a person linked to them, signs in with: once, and not for long.',
  })
  @Allow('sign-in:write')
  handOutSignInCode(
    @Args('input') { participantId, personId, form }: HandOutSignInCodeInput,
    @Caller() principal: Principal,
    @Context() { req }: GraphqlContext,
  ): Promise<SignInCodeModel> {
    return this.handedOut.code(principal, { participantId, personId: personId ?? undefined }, form, originOf(req));
  }

  @Mutation(() => DoneModel, {
    description:
      'Signs a participant’s phones out, or those of a person linked to them, and takes back what was handed out.',
  })
  @Allow('sign-in:write')
  async endSignIns(
    @Args('input') { participantId, personId }: EndSignInsInput,
    @Caller() principal: Principal,
    @Context() { req }: GraphqlContext,
  ): Promise<DoneModel> {
    const whose = { participantId, personId: personId ?? undefined };
    return { done: await this.handedOut.end(principal, whose, originOf(req)) };
  }
}

/** A person who signed in. A key that could make keys would outlive its own limits. @throws Forbidden */
function personOf({ caller }: GraphqlContext): Calling {
  if (caller?.sessionId === undefined) throw new Forbidden('account:write');
  return caller;
}

function checkPermissions(given: readonly string[]): void {
  const known: readonly string[] = PERMISSIONS;
  if (given.every((name) => known.includes(name))) return;
  throw new BadInput([{ field: 'input.permissions', problem: `expected names among ${PERMISSIONS.join(', ')}` }]);
}

function rethrown(error: unknown): never {
  if (error instanceof AccountRefused) throw new BadInput([{ field: `input.${error.field}`, problem: error.problem }]);
  throw error;
}
