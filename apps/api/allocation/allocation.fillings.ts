import { Inject, Injectable } from '@nestjs/common';
import { Engine } from '#platform';
import type { CommandType } from '../graphql/schema/command-schemas.ts';

/** Who sends a command, and under which id. */
export interface Filling {
  readonly commandId: string;
  readonly actorId: string;
}

/** What the server adds to commands on an allocation. */
@Injectable()
export class AllocationFillings {
  constructor(@Inject(Engine) private readonly engine: Engine) {}

  /**
   * Seed and nonce follow from the command's id and a secret of this installation: nobody can choose or foretell them, and
   * a command that is sent again is the same. Who unblinds is who asks.
   */
  fill(type: CommandType, input: object, { commandId, actorId }: Filling): object {
    if (type === 'UnblindParticipant') return { ...input, revealedTo: actorId };
    if (type !== 'SealAllocationSequence') return input;
    const drawn = (what: string): string =>
      this.engine.keys.secretFor(`allocation/${what}/${commandId}`).toString('hex');
    return { ...input, seed: drawn('seed'), nonce: drawn('nonce') };
  }
}
