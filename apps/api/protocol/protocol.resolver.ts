import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { changedMeasurements, orphansOf, type ProtocolDocument, readProtocol } from '#domain';
import {
  CountInterventions,
  CountSchedule,
  type DueMeasureRow,
  type DueMeasureStatus as Status,
  DueMeasuresOfStudy,
  type InterventionCounts,
  ProtocolInForce,
  type ReadSnapshot,
  type ScheduleCount,
  TouchedBy,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { DueMeasureStatus } from '../graphql/schema/row-enums.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { AmendmentPreviewModel, DueMeasureModel, SpiritScheduleModel } from './protocol.model.ts';

/** What the protocol of a study asks for, and what another version of it would change. */
@Resolver()
export class ProtocolResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => AmendmentPreviewModel, {
    complexity: 200,
    description: 'What publishing a protocol document as the next version would do, and whom it touches.',
  })
  @Allow('study:read')
  async previewAmendment(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('protocol', { type: () => Json }) document: unknown,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<AmendmentPreviewModel> {
    const snapshot = await root.open(read, studyId);
    const next = readProtocol(document);
    if ('problems' in next) return { ...NOTHING_CHANGED, acceptable: false, problems: next.problems };
    const before = await this.queries.execute(new ProtocolInForce(snapshot, studyId));
    if (before === undefined) return NOTHING_CHANGED;
    return this.#preview(snapshot, studyId, before.protocol, next.protocol);
  }

  async #preview(
    snapshot: ReadSnapshot,
    studyId: string,
    before: ProtocolDocument,
    next: ProtocolDocument,
  ): Promise<AmendmentPreviewModel> {
    const { measurements, arms } = orphansOf(before, next);
    const changed = changedMeasurements(before, next);
    const touches = await this.queries.execute(new TouchedBy(snapshot, studyId, changed));
    const acceptable = measurements.length === 0 && arms.length === 0;
    return { acceptable, problems: [], orphanedMeasurements: measurements, orphanedArms: arms, changed, touches };
  }

  @Query(() => [DueMeasureModel], {
    complexity: 200,
    description: 'Measurements that participants are owed, by the day they are due; at most 1000.',
  })
  @Allow('measure:read')
  async dueMeasures(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantIds', { type: () => [ID], nullable: true }) participantIds: readonly string[] | null,
    @Args('statuses', { type: () => [DueMeasureStatus], nullable: true }) statuses: readonly Status[] | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly DueMeasureRow[]> {
    const snapshot = await root.open(read, studyId);
    const wanted = { participantIds: participantIds ?? undefined, statuses: statuses ?? undefined };
    return this.queries.execute(new DueMeasuresOfStudy(snapshot, studyId, wanted));
  }

  @Query(() => SpiritScheduleModel, {
    complexity: 100,
    description: 'The schedule of the protocol in force, row by row, with how many participants stand where.',
  })
  @Allow('measure:read')
  async spiritSchedule(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<SpiritScheduleModel> {
    const snapshot = await root.open(read, studyId);
    const { logIndex } = snapshot;
    const inForce = await this.queries.execute(new ProtocolInForce(snapshot, studyId));
    if (inForce === undefined) return { protocolVersion: 0, arms: [], sessions: [], entries: [], logIndex };
    const counts = await this.queries.execute(new CountSchedule(snapshot, studyId));
    const interventions = await this.queries.execute(new CountInterventions(snapshot, studyId));
    const { version, protocol } = inForce;
    const entries = entriesOf(protocol, counts);
    const sessions = sessionsOf(protocol, interventions);
    return { protocolVersion: version, arms: armsOf(protocol), sessions, entries, logIndex };
  }
}

const NOTHING_CHANGED: AmendmentPreviewModel = {
  ...{ acceptable: true, problems: [], orphanedMeasurements: [], orphanedArms: [], changed: [], touches: [] },
};

function armsOf({ arms }: ProtocolDocument): SpiritScheduleModel['arms'] {
  return arms.map(({ arm, title, kind, platform }) => ({ arm, title, kind, ...platform }));
}

function sessionsOf(
  { homework }: ProtocolDocument,
  { held, assigned }: InterventionCounts,
): SpiritScheduleModel['sessions'] {
  const numbers = new Set([...homework.map(({ session }) => session), ...held.keys()]);
  return [...numbers]
    .toSorted((one, other) => one - other)
    .map((session) => ({
      session,
      homework: homework
        .filter((planned) => planned.session === session)
        .map((planned) => ({
          ...{ templateId: planned.template.templateId, templateVersion: planned.template.version },
          ...{ doseAmount: planned.dose?.amount ?? null, doseUnit: planned.dose?.unit ?? null },
          peopleAssigned: assigned.get(`${planned.template.templateId} ${planned.template.version}`) ?? 0,
        })),
      peopleHeld: held.get(session) ?? 0,
    }));
}

function entriesOf({ schedule }: ProtocolDocument, counts: readonly ScheduleCount[]): SpiritScheduleModel['entries'] {
  return schedule.map(({ occasion, instrument: { instrumentId }, anchor, afterDays }) => ({
    ...{ occasion, instrumentId, anchor, afterDays },
    standings: counts.filter((count) => count.occasion === occasion && count.instrumentId === instrumentId),
  }));
}
