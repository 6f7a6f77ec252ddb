import { z } from 'zod';
import {
  type AllocationLevels,
  type AllocationScheme,
  type AllocationSequence,
  allocationListEntry,
  allocationProblem,
  allocationSequence,
  commitmentOf,
  drawArm,
  levelsProblem,
} from '#randomisation';
import { id, lastDay } from '../kernel/primitives.ts';
import { type Decider, type Decision, type Given, type Refusal, refuse } from '../kernel/decider.ts';
import { isErased } from '../kernel/sealed.ts';
import { type AllocationEvent, allocationEvents, allocationUpcasts } from './allocation.events.ts';
import {
  type AllocationState,
  allocationMisfit,
  evolveAllocation,
  isPlaced,
  revelation,
  unallocated,
} from './allocation.state.ts';

const base = { studyId: id };
const { method, arms, factors, planned } = allocationEvents.AllocationSequenceSealed.data.shape;
const { seed, nonce, blockSizes, probability } = allocationSequence.shape;
const { levels } = allocationEvents.ParticipantAllocated.data.shape;
const unblinding = allocationEvents.ParticipantUnblinded.data.shape;

export const allocationCommands = z.discriminatedUnion('type', [
  z.strictObject({
    ...{ type: z.literal('SealAllocationSequence'), ...base, method, arms, factors, planned, seed, nonce },
    ...{ blockSizes: blockSizes.optional(), probability: probability.optional() },
    list: z.array(allocationListEntry).max(5_000).optional(),
  }),
  z.strictObject({
    ...{ type: z.literal('AllocateParticipant'), ...base, participantId: id, levels: levels.optional() },
  }),
  z.strictObject({
    ...{ type: z.literal('RecordAllocation'), ...base, participantId: id, arm: id, levels: levels.optional() },
  }),
  z.strictObject({ type: z.literal('UnblindParticipant'), ...base, ...unblinding }),
  z.strictObject({ type: z.literal('DiscloseAllocation'), ...base }),
]);
export type AllocationCommand = z.infer<typeof allocationCommands>;
type CommandOf<Type extends AllocationCommand['type']> = Extract<AllocationCommand, { type: Type }>;

function seal(command: CommandOf<'SealAllocationSequence'>, state: AllocationState): Decision<AllocationEvent> {
  if (state.sealed !== undefined) return refuse('AllocationAlreadySealed');
  if (state.placed.length > 0) return refuse('AllocationBegunElsewhere');
  const scheme: AllocationScheme = {
    ...{ method: command.method, arms: command.arms, factors: command.factors, planned: command.planned },
  };
  const { blockSizes: sizes = [], probability: taken = 1, list = [] } = command;
  const sequence: AllocationSequence = {
    ...{ seed: command.seed, nonce: command.nonce, blockSizes: sizes, probability: taken, list },
  };
  const problem = allocationProblem(scheme, sequence);
  if (problem !== undefined) return refuse(REFUSED[problem.kind], { field: problem.field, problem: problem.problem });
  const commitment = commitmentOf(command.studyId, scheme, sequence);
  return [{ type: 'AllocationSequenceSealed', data: { ...scheme, commitment, sequence } }];
}

const REFUSED = {
  unusable: 'AllocationSchemeUnusable',
  duplicate: 'AllocationListHasDuplicates',
  'too-short': 'AllocationListTooShort',
} as const;

/** Arms are concealed until somebody is in the study for good: nothing here tells one arm from another. */
function placeProblem(
  { participantId, studyId }: { readonly participantId: string; readonly studyId: string },
  state: AllocationState,
  { participant }: Given,
): Refusal | undefined {
  if (isPlaced(state, participantId)) return refuse('ParticipantAlreadyAllocated');
  if (participant.studyId !== undefined && participant.studyId !== studyId) return refuse('OtherStudy');
  switch (participant.status) {
    case 'enrolled':
      return undefined;
    case 'left':
    case 'completed':
      return refuse('ParticipantLeft', { status: participant.status });
    case 'unknown':
    case 'screened':
    case 'excluded':
      return refuse('ParticipantNotEnrolled');
  }
}

/** A protocol document has forms of consent; a study without one tells of none, such as one that is imported. */
function consentProblem({ study, participant, now }: Given): Refusal | undefined {
  if (study.life === 'undeclared') return undefined;
  if (participant.consented !== true) return refuse('ConsentNotGiven');
  const { reconsent } = participant;
  const overdue = reconsent !== undefined && now.slice(0, 10) > lastDay(reconsent.due);
  return overdue ? refuse('ReconsentOverdue', { due: reconsent.due }) : undefined;
}

function allocate(
  command: CommandOf<'AllocateParticipant'>,
  state: AllocationState,
  given: Given,
): Decision<AllocationEvent> {
  if (state.sealed === undefined) return refuse('AllocationNotSealed');
  const problem = placeProblem(command, state, given) ?? consentProblem(given);
  if (problem !== undefined) return problem;
  const { scheme, sequence } = state.sealed;
  if (isErased(sequence)) return refuse('AllocationKeyDestroyed');
  const own = levelsOf(command, scheme, given);
  const unknown = levelsProblem(scheme, own);
  if (unknown !== undefined) return refuse('AllocationLevelUnknown', { factor: unknown });
  const { participantId } = command;
  const arm = drawArm(scheme, sequence, state.placed, { participantId, levels: own });
  if (arm === undefined) return refuse('AllocationListUsedUp');
  const number = state.placed.length + 1;
  return [{ type: 'ParticipantAllocated', data: { participantId, number, levels: own, origin: 'drawn', arm } }];
}

/** A factor called `site` is where the participant was enrolled, whoever says otherwise. */
function levelsOf(
  { levels: said = {} }: { readonly levels?: AllocationLevels | undefined },
  scheme: AllocationScheme,
  { participant: { siteId } }: Given,
): AllocationLevels {
  const bySite = scheme.factors.some(({ factor }) => factor === 'site');
  return bySite && siteId !== undefined ? { ...said, site: siteId } : said;
}

function record(
  command: CommandOf<'RecordAllocation'>,
  state: AllocationState,
  given: Given,
): Decision<AllocationEvent> {
  if (state.sealed !== undefined) return refuse('AllocationIsSealed');
  const problem = placeProblem(command, state, given);
  if (problem !== undefined) return problem;
  const { participantId, levels: own = {}, arm } = command;
  const number = state.placed.length + 1;
  return [{ type: 'ParticipantAllocated', data: { participantId, number, levels: own, origin: 'elsewhere', arm } }];
}

function disclose(state: AllocationState, { study }: Given): Decision<AllocationEvent> {
  if (state.sealed === undefined) return refuse('AllocationNotSealed');
  if (state.disclosed) return refuse('AllocationAlreadyDisclosed');
  if (!study.locked) return refuse('StudyNotLocked');
  const { sequence } = state.sealed;
  if (isErased(sequence)) return refuse('AllocationKeyDestroyed');
  return [{ type: 'AllocationDisclosed', data: { sequence } }];
}

function decide(command: AllocationCommand, state: AllocationState, given: Given): Decision<AllocationEvent> {
  if (!given.study.registered) return refuse('StudyNotRegistered');
  switch (command.type) {
    case 'SealAllocationSequence':
      return seal(command, state);
    case 'AllocateParticipant':
      return allocate(command, state, given);
    case 'RecordAllocation':
      return record(command, state, given);
    case 'UnblindParticipant': {
      const { type: _, studyId: __, ...data } = command;
      if (!isPlaced(state, data.participantId)) return refuse('ParticipantNotAllocated');
      if (state.revealed.includes(revelation(data))) return refuse('ParticipantAlreadyUnblinded');
      return [{ type: 'ParticipantUnblinded', data }];
    }
    case 'DiscloseAllocation':
      return disclose(state, given);
  }
}

export const allocationDecider: Decider<AllocationCommand, AllocationState, AllocationEvent> = {
  category: 'allocation',
  events: allocationEvents,
  upcasts: allocationUpcasts,
  keys: ['studyId', 'participantId'],
  entriesAreFinal: true,
  commands: allocationCommands,
  initialState: unallocated,
  idOf: (command) => command.studyId,
  subjectOf: (command) =>
    'participantId' in command
      ? { studyId: command.studyId, participantId: command.participantId }
      : { studyId: command.studyId },
  decide,
  evolve: evolveAllocation,
  misfit: allocationMisfit,
};
