import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { replayOver } from '#processes';
import { type ReadSnapshot, SafetyRulesOfStudy, WatchDocumentInForce } from '#read-models';
import { type DutyRota, dutyAt, parseDutyRota } from '#safety';
import { Allow } from '../access/allow.decorator.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { readSafetyRule } from './watch-documents.ts';
import { SafetyReplayModel, WatchModel } from './watch.model.ts';

/** Most alerts of a replay that are listed one by one. */
const MOST_LISTED = 1_000;

/** How a study is watched over, and what a rule would have raised. */
@Resolver(() => WatchModel)
export class WatchResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => WatchModel, {
    nullable: true,
    description: 'Reading times, crisis contacts, who is on duty now, and what is in force. None for an unknown study.',
  })
  @Allow('study:read')
  async watch(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<WatchModel | null> {
    const snapshot = await root.open(read, studyId);
    const [known] = await snapshot.sql<object>('SELECT 1 FROM studies WHERE study_id = $1', [studyId]);
    if (known === undefined) return null;
    const rota = await this.queries.execute(new WatchDocumentInForce(snapshot, studyId, 'duty-rota'));
    const policy = await this.queries.execute(new WatchDocumentInForce(snapshot, studyId, 'reminder-policy'));
    const parsed = parseDutyRota(rota?.document);
    return {
      ...(parsed.ok ? dutyOf(parsed.document) : { readingTimes: null, contacts: [], inCover: false, onDuty: [] }),
      ...{ rotaVersion: rota?.version ?? null, dutyRota: rota?.document ?? null },
      ...{ policyVersion: policy?.version ?? null, reminderPolicy: policy?.document ?? null },
      rules: await this.queries.execute(new SafetyRulesOfStudy(snapshot, studyId)),
    };
  }

  @Query(() => SafetyReplayModel, {
    complexity: 200,
    description: 'What a safety rule would have raised over the study’s history. It raises nothing and tells nobody.',
  })
  @Allow('safety:read')
  async safetyReplay(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('rule', { type: () => Json, description: 'In the format intersession.safety/1.' }) rule: unknown,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<SafetyReplayModel> {
    return replayed(await root.open(read, studyId), studyId, rule);
  }
}

function dutyOf(rota: DutyRota) {
  const { people, inCover } = dutyAt(rota, new Date().toISOString());
  const { readingTimes, contacts } = rota;
  return { readingTimes, contacts, inCover, onDuty: people };
}

async function replayed(snapshot: ReadSnapshot, studyId: string, rule: unknown): Promise<SafetyReplayModel> {
  const { logIndex, people, alerts } = await replayOver(snapshot, studyId, readSafetyRule(rule, 'rule'));
  const listed = alerts.slice(0, MOST_LISTED).map(({ participantId, first, recurrences }) => {
    const { measureId, grade, value, answeredAt } = first;
    return { participantId, measureId, grade, value, answeredAt, recurrences: recurrences.length };
  });
  return { logIndex, people, total: alerts.length, alerts: listed };
}
