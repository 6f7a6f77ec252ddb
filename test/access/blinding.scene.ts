import { v5 as uuidv5 } from 'uuid';
import type { GraphqlClient } from '../api/graphql-client.ts';
import { enumName } from './trial.scene.ts';

export const BLINDED_STUDY = 'blind';
export const ARM_NAMES = ['TAU', 'BtheB'] as const;
const NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
/** Who holds a role in the study; all of them blind but the last two. */
export const BLINDED_ROLES = ['researcher', 'outcome-assessor', 'monitor', 'analyst', 'site-investigator'] as const;
export const UNBLINDED = 'coordinator';
export const PARTICIPANTS = 8;

export const codeOf = (number: number): string => `P${String(number).padStart(3, '0')}`;
export const personOf = (number: number): string => `${BLINDED_STUDY}:${codeOf(number)}`;

/**
 * One of two worlds that are alike in everything but who is in which arm: in the other, everybody is in the other one.
 * @returns the last position
 */
export async function setWorld(stage: GraphqlClient, world: 0 | 1): Promise<string> {
  let said = 0;
  let position = '';
  const say = async (name: string, input: object, at: number): Promise<void> => {
    said += 1;
    const commandId = uuidv5(`command ${said}`, NAMESPACE);
    const occurredAt = new Date(Date.UTC(2026, 2, 1, 0, at)).toISOString();
    ({ position } = await stage.receipt(name, input, { commandId, occurredAt }));
  };
  const studyId = BLINDED_STUDY;
  await say('registerStudy', { studyId, title: 'Blind', timeZone: 'UTC' }, 0);
  await say('openSite', { studyId, siteId: 'north', name: 'North', timeZone: 'UTC' }, 1);
  for (const role of [...BLINDED_ROLES, UNBLINDED]) {
    await say('appointStaff', { studyId, staffId: role, role: enumName(role), from: '2026-01-01' }, 2);
  }
  for (let number = 1; number <= PARTICIPANTS; number += 1) {
    // An uneven split, so that a count of either arm would tell the worlds apart.
    const arm = ARM_NAMES[(number % 3 === 0 ? 1 : 0) ^ world];
    await enrol(say, number, String(arm));
  }
  return position;
}

type Say = (name: string, input: object, at: number) => Promise<void>;

async function enrol(say: Say, number: number, arm: string): Promise<void> {
  const [studyId, participantId, code] = [BLINDED_STUDY, personOf(number), codeOf(number)];
  const at = number * 10;
  await say('enrolParticipant', { studyId, siteId: 'north', code }, at);
  const characteristics = { sex: number % 2 === 0 ? 'female' : 'male', 'Treatment-group': arm, age: 30 + number };
  await say('recordBaseline', { participantId, characteristics }, at + 1);
  await say('recordAllocation', { studyId, participantId, arm }, at + 2);
  await say('assignTherapist', { participantId, therapistId: `t${number % 2}`, from: '2026-03-01' }, at + 3);
  const measure = { instrument: { instrumentId: 'phq-9', version: 1 }, timing: 'BEFORE_SESSION', informant: 'CLIENT' };
  const items = Array.from({ length: 9 }, (_, item) => ({ item: `q${item + 1}`, value: (number + item) % 4 }));
  await say('recordMeasure', { participantId, measureId: `m${number}`, occasion: 'week-1', items, ...measure }, at + 4);
}
