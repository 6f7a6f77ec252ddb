import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import type { AnalysisKind } from '#domain';
import { CommandError, currentCorrelationId, Execute } from '#platform';
import { type AnalysisGate, GateOfAnalysis, type ReadSnapshot } from '#read-models';
import type { Principal } from '../access/principal.ts';
import { UNBOUNDED } from '../access/right.ts';
import { AnalysisClosed } from './analysis.error.ts';

/** Names of looks at analyses: the same look at the same answer by the same person is one. */
const LOOKS = '6f3ce5a0-5f0e-4a80-9b1f-0d1b52a7a4ce';
const OWN_ROLES: readonly string[] = ['participant', 'caregiver'];

/** Who looks at which analysis of which study. */
export interface Look {
  readonly caller: Principal;
  readonly studyId: string;
  readonly analysis: AnalysisKind;
  /** What is asked, as data; kept in the log. */
  readonly specification: Readonly<Record<string, unknown>>;
}

const specificationOf = z.record(z.string(), z.json());

/** Stands before analyses of outcomes: opens them or not, and records who looked at what. */
@Injectable()
export class AnalysisDesk {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  /** Whether an analysis is open to a caller; undefined for a study they do not see. */
  gate(
    snapshot: ReadSnapshot,
    { caller, studyId, analysis }: Omit<Look, 'specification'>,
  ): Promise<AnalysisGate | undefined> {
    return this.queries.execute(new GateOfAnalysis(snapshot, studyId, analysis, { committee: isCommittee(caller) }));
  }

  /**
   * Runs an analysis if it is open to the caller, and records that it was looked at before the answer leaves. One’s own
   * record is no analysis; of a study the caller does not see there is nothing to record.
   * @throws AnalysisClosed
   */
  async look<Answer>(snapshot: ReadSnapshot, look: Look, run: () => Promise<Answer>): Promise<Answer> {
    if (ownOnly(look.caller)) return run();
    const gate = await this.gate(snapshot, look);
    if (gate !== undefined && !gate.open) throw new AnalysisClosed(look.analysis);
    const answer = await run();
    if (gate !== undefined) await this.record(snapshot.logIndex, look, answer);
    return answer;
  }

  /** Records a look; the same person's look at the same answer is recorded once. */
  async record(logIndex: number, { caller, studyId, analysis, specification }: Look, answer: unknown): Promise<void> {
    const digest = createHash('sha256').update(JSON.stringify(answer)).digest('hex');
    const asked: unknown = JSON.parse(JSON.stringify(specification));
    const name = JSON.stringify([studyId, caller.actor.id, analysis, asked, digest]);
    const commandId = uuidv5(name, LOOKS);
    const command = {
      ...{ type: 'RecordAnalysisRun', analysisId: commandId, studyId, analysis, logIndex },
      ...{ specification: specificationOf.parse(asked), armsKnown: caller.permissions.has('arm:read') },
    };
    const correlationId = currentCorrelationId();
    const context = { commandId, actor: caller.actor, source: 'web' as const, correlationId };
    try {
      await this.commands.execute(new Execute('analysis', command, context));
    } catch (error) {
      // The same answer was looked at before, at an earlier index: that look is in the log.
      if (!(error instanceof CommandError && error.code === 'CommandIdReused')) throw error;
    }
  }
}

function isCommittee({ rights }: Principal): boolean {
  return rights !== UNBOUNDED && rights.some(({ role }) => role === 'dmc-statistician');
}

function ownOnly({ rights }: Principal): boolean {
  return rights !== UNBOUNDED && rights.every(({ role }) => OWN_ROLES.includes(role));
}
