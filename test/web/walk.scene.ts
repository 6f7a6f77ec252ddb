import { randomUUID } from 'node:crypto';
import type { Stage } from './stage.ts';

/** Speaks as whoever may do everything in a demonstration. */
export const EVERYTHING = 'demo-everything';

/** The smallest worksheet that has words, a number and a choice in it. */
const TINY = {
  format: 'intersession.worksheet/1',
  ...{ id: 'tiny', version: 1, languages: ['en'], title: { en: 'Tiny' } },
  ...{ approach: ['cognitive-behavioural'], needs: ['worry'], goals: ['worry-less'] },
  ...{ focus: 'cognitive', medium: 'worksheet', minutes: 2, difficulty: 1 },
  ...{ objective: { en: 'Write two things.' }, rationale: { en: 'To see.' }, steps: [{ en: 'Write.' }] },
  ...{ mechanism: 'cognitive-restructuring', example: { en: 'This and that.' }, sources: [{ citation: 'A spec.' }] },
  ...{ easier: { text: { en: 'Write one.' } }, harder: { text: { en: 'Write three.' } } },
  accessibility: { serves: ['plain-language'], notes: { en: 'Short.' } },
  ...{ origin: { author: 'A spec', licence: 'Apache-2.0' }, clinicalReview: { status: 'not-reviewed' } },
  fields: [
    { id: 'first', kind: 'note', lines: 2, label: { en: 'First thing' } },
    { id: 'second', kind: 'note', lines: 2, label: { en: 'Second thing' } },
  ],
};

/** A receipt’s position, by which what was written is found again. */
export async function say(stage: Pick<Stage, 'ask'>, name: string, input: object, meta: object = {}): Promise<string> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const mutation = `mutation ($meta: CommandMetaInput!, $input: ${type}) { ${name}(meta: $meta, input: $input) { position } }`;
  const told = { commandId: randomUUID(), occurredAt: new Date(Date.now() - 60_000).toISOString(), ...meta };
  const answer = await stage.ask<Record<string, { position: string }>>(EVERYTHING, mutation, { meta: told, input });
  return answer[name]?.position ?? '';
}

/** Somebody who has a piece of homework that may be done again and again, and a code to sign in with. */
export interface Walker {
  readonly studyId: string;
  readonly participantId: string;
  readonly assignmentId: string;
  readonly code: string;
}

/** A study of its own with one tiny worksheet. @returns its id */
export async function walkStudy(stage: Stage): Promise<string> {
  const studyId = `walk-${randomUUID().slice(0, 8)}`;
  await say(stage, 'registerStudy', { studyId, title: 'Walk', timeZone: 'Europe/Stockholm' });
  await say(stage, 'draftTemplate', {
    studyId,
    templateId: `${studyId}-tiny`,
    title: 'Tiny',
    content: { ...TINY, id: `${studyId}-tiny` },
  });
  await say(stage, 'publishTemplate', { templateId: `${studyId}-tiny`, version: 1 });
  return studyId;
}

/** @param number tells the walkers of a study apart */
export async function walker(stage: Stage, studyId: string, number: number): Promise<Walker> {
  const participantId = `${studyId}:P${number}`;
  const assignmentId = `${studyId}-hw-${number}`;
  const terms = {
    ...{ title: 'Tiny', focus: 'COGNITIVE', medium: 'WORKSHEET', due: { kind: 'OPEN' }, difficulty: 1 },
    ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST' },
    template: { templateId: `${studyId}-tiny`, version: 1 },
  };
  await say(stage, 'enrolParticipant', { studyId, code: `P${number}` });
  const position = await say(stage, 'assignHomework', {
    ...{ assignmentId, participantId, terms },
    initiatedBy: 'COLLABORATIVE',
  });
  // A phone that asks for its day right away finds it there.
  await stage.ask(EVERYTHING, 'query ($p: Position) { log(afterPosition: $p) { index } }', { p: position });
  const { handOutSignInCode } = await stage.ask<{ handOutSignInCode: { code: string } }>(
    EVERYTHING,
    'mutation ($participantId: ID!) { handOutSignInCode(input: { participantId: $participantId }) { code } }',
    { participantId },
  );
  return { studyId, participantId, assignmentId, code: handOutSignInCode.code };
}

/** A piece of writing as the log holds it. */
export interface Logged {
  readonly attemptId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly occurredAt: string;
}

/** Everything that somebody handed in, as the log has it: once the tables know all that the log held at the asking. */
export async function loggedOf(
  stage: Stage,
  { studyId, participantId }: Pick<Walker, 'studyId' | 'participantId'>,
): Promise<readonly Logged[]> {
  interface Answer {
    readonly worksheetAnswers: {
      readonly logIndex: number;
      readonly nodes: readonly { attemptId: string; occurredAt: string; answers: { text: string | null } }[];
    };
  }
  const { log } = (await (await fetch(`${stage.address}/health`)).json()) as { log: { index: number } };
  for (;;) {
    const { worksheetAnswers } = await stage.ask<Answer>(EVERYTHING, ANSWERS, { studyId, who: participantId });
    if (worksheetAnswers.logIndex < log.index) continue;
    return worksheetAnswers.nodes.map(({ attemptId, occurredAt, answers: { text } }) => {
      const { values } = JSON.parse(text ?? '{"values":{}}') as { values: Record<string, string> };
      return { attemptId, occurredAt, values };
    });
  }
}

const ANSWERS = `query ($studyId: ID!, $who: ID!) {
  worksheetAnswers(studyId: $studyId, filter: { participantIds: [$who] }, last: 200) {
    logIndex nodes { attemptId occurredAt answers { text } }
  }
}`;
