import type { ImportedPlatform } from './imported.platform.ts';

interface Stage {
  readonly stage: string;
  readonly people: number;
}

interface FollowUp {
  readonly occasion: string;
  readonly followedUp: number;
}

/** What the platform answers of a study's flow. */
export interface ToldFlow {
  readonly stages: readonly Stage[];
  readonly followUp: readonly FollowUp[];
  readonly arms: readonly {
    readonly arm: string;
    readonly stages: readonly Stage[];
    readonly followUp: readonly FollowUp[];
  }[];
}

/** How many people reached a stage. */
export function peopleAt(stages: readonly Stage[] | undefined, stage: string): number | undefined {
  return stages?.find((one) => one.stage === stage)?.people;
}

/** Participant → arm, as told to somebody who is not blind. */
export async function armsOf({ ask, position }: ImportedPlatform, studyId: string): Promise<Map<string, string>> {
  const { arms } = await ask<{ arms: readonly { participantId: string; arm: string }[] }>(
    'query ($studyId: ID!, $position: Position!) { arms(studyId: $studyId, afterPosition: $position) { participantId arm } }',
    { studyId, position },
  );
  return new Map(arms.map(({ participantId, arm }) => [participantId, arm]));
}

/** The flow of a study, all together and by arm, with follow-up by one instrument. */
export async function flowOf(
  { ask, position }: ImportedPlatform,
  studyId: string,
  instrumentId: string,
): Promise<ToldFlow> {
  const { flow } = await ask<{ flow: ToldFlow }>(
    `query ($studyId: ID!, $instrumentId: ID!, $position: Position!) {
       flow(studyId: $studyId, afterPosition: $position) {
         stages { stage people }
         followUp(instrumentId: $instrumentId) { occasion followedUp }
         arms { arm stages { stage people } followUp(instrumentId: $instrumentId) { occasion followedUp } }
       }
     }`,
    { studyId, instrumentId, position },
  );
  return flow;
}
