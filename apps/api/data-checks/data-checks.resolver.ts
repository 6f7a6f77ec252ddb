import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type DataCheck } from '#domain';
import { askedBy, queryIdFor } from '#processes';
import {
  DataCheckSwitchesOfStudy,
  type DataCheckSwitchRow,
  FindingsOfCheck,
  ProtocolInForce,
  queryKindOf,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { readDataCheck } from './data-check-documents.ts';
import { DataCheckModel, DataCheckRehearsalModel } from './data-check.model.ts';

/** Most findings that are listed one by one. */
const MOST_LISTED = 1_000;

/** Rules that doubt records, and what they would ask. */
@Resolver(() => DataCheckModel)
export class DataChecksResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => [DataCheckModel], { description: 'Data checks of the protocol in force, and which of them are on.' })
  @Allow('query:read')
  async dataChecks(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly DataCheckModel[]> {
    const snapshot = await root.open(read, studyId);
    const inForce = await this.queries.execute(new ProtocolInForce(snapshot, studyId));
    const switches = await this.queries.execute(new DataCheckSwitchesOfStudy(snapshot, studyId));
    return (inForce?.protocol.checks ?? []).map((rule) =>
      told(
        rule,
        switches.find(({ ruleId }) => ruleId === rule.ruleId),
      ),
    );
  }

  @Query(() => DataCheckRehearsalModel, {
    complexity: 200,
    description: 'What a data check would ask about, over the study’s history. It opens nothing.',
  })
  @Allow('query:read')
  async dataCheckRehearsal(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('dataCheck', { type: () => Json, description: 'A rule as it stands in a protocol.' }) given: unknown,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<DataCheckRehearsalModel> {
    const rule = readDataCheck(given, 'dataCheck');
    const snapshot = await root.open(read, studyId);
    const found = await this.queries.execute(new FindingsOfCheck(snapshot, studyId, rule));
    const asked = await askedBy(snapshot, studyId, rule.ruleId);
    const findings = found.slice(0, MOST_LISTED).map((finding) => ({
      ...finding,
      part: finding.part === '' ? null : finding.part,
      asked: asked.has(queryIdFor(studyId, rule.ruleId, finding)),
    }));
    const people = new Set(found.map(({ participantId }) => participantId)).size;
    return { kind: queryKindOf(rule), total: found.length, people, findings, logIndex: snapshot.logIndex };
  }
}

function told(rule: DataCheck, switched: DataCheckSwitchRow | undefined): DataCheckModel {
  const on = switched?.version === rule.version;
  const since = { switchedAt: switched?.switchedAt ?? null, wouldHaveOpened: switched?.wouldHaveOpened ?? null };
  return { ...rule, on, history: on && switched.history, ...since };
}
