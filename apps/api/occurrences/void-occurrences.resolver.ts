import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { v5 as uuidv5 } from 'uuid';
import { CommandRefused } from '#platform';
import type { ReadSnapshot } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { VoidedOccurrencesModel, VoidPeriodInput } from './void-period.input.ts';

interface Obligation {
  readonly assignmentId: string;
  readonly occurrence: string;
}

/** What was done stays done: only what is open, unknown or not done is taken out. */
const OBLIGATIONS = `SELECT assignment_id AS "assignmentId", occurrence FROM occurrences
  WHERE study_id = $1 AND due_date BETWEEN $2 AND $3 AND state IN ('open', 'unknown', 'not-done') AND taken_away_at IS NULL
    AND ($4::text IS NULL OR site_id = $4) AND ($5::text[] IS NULL OR participant_id = ANY($5))
  ORDER BY assignment_id, occurrence LIMIT $6`;

/** Most obligations of one request; a longer outage is voided piece by piece. */
const MOST = 2_000;

/** Takes whole periods out of the denominators. */
@Resolver()
export class VoidOccurrencesCommandsResolver {
  constructor(@Inject(CommandSender) private readonly commands: CommandSender) {}

  @Mutation(() => VoidedOccurrencesModel, {
    description:
      'Takes every obligation of a period that was not met out of the denominators, for one reason beyond the participants. Sending it again is safe, also after it was cut off.',
  })
  @Allow('occurrence:void')
  async voidOccurrences(
    @Args('meta', { type: () => CommandMetaInput }) meta: CommandMetaInput,
    @Args('period', { type: () => VoidPeriodInput }) period: VoidPeriodInput,
    @Caller() caller: Principal,
    @Context() { snapshots }: GraphqlContext,
  ): Promise<VoidedOccurrencesModel> {
    if (period.to < period.from) throw new BadInput([{ field: 'period.to', problem: 'is before `from`' }]);
    const found = await obligationsIn(await snapshots.openFor('voidOccurrences', {}), period);
    if (found.length > MOST) {
      throw new BadInput([{ field: 'period', problem: `holds more than ${MOST} obligations; void shorter periods` }]);
    }
    let refused = 0;
    let position: string | null = null;
    for (const { assignmentId, occurrence } of found) {
      const commandId = uuidv5(`${assignmentId}/${occurrence}`, meta.commandId);
      const input = { assignmentId, occurrence, reason: period.reason };
      const sending = { meta: { ...meta, commandId }, caller, allow: 'occurrence:void' } as const;
      try {
        ({ position } = await this.commands.send('VoidOccurrence', input, sending));
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error;
        refused += 1;
      }
    }
    return { voided: found.length - refused, refused, position };
  }
}

function obligationsIn(snapshot: ReadSnapshot, period: VoidPeriodInput): Promise<readonly Obligation[]> {
  const { studyId, siteId, participantIds, from, to } = period;
  const asked = [studyId, from, to, siteId ?? null, participantIds ?? null, MOST + 1];
  return snapshot.sql<Obligation>(OBLIGATIONS, asked);
}
