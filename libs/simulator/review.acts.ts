import { MINUTE, type Scene } from './scene.ts';
import type { SimulatedCommand } from './simulated.command.ts';
import type { WeekOfHomework } from './homework.acts.ts';

const FORM = { formId: 'homework-compliance', version: 1 };

/** Last week's homework, gone through in a session and rated by whoever saw it, each with a bias of their own. */
export function* review(
  scene: Scene,
  week: number,
  at: number,
  { assignmentId, share }: WeekOfHomework,
): Generator<SimulatedCommand> {
  const { random, person, planted } = scene;
  const { participantId, siteId, therapistId } = person;
  const sessionId = `${participantId}:s${week}`;
  const reviewing = {
    type: 'ReviewHomework' as const,
    assignmentId,
    sessionId,
    reviewer: 'therapist' as const,
    helpfulness: scene.zeroToFour(2.4),
  };
  yield scene.say(`review-${week}`, at + 10 * MINUTE, { category: 'assignment', command: reviewing });
  const raters = [
    { role: 'client', raterId: participantId, by: 'participant', asked: true },
    { role: 'therapist', raterId: therapistId, by: 'therapist', asked: true },
    { role: 'observer', raterId: `${siteId}-rater-1`, by: 'observer', asked: random.chance(0.2) },
  ] as const;
  for (const { role, raterId, by, asked } of raters) {
    if (!asked) continue;
    const mean = 4 * share + planted.ratingBias[role];
    const command = {
      type: 'RecordRating' as const,
      ratingId: `${assignmentId}:${role}`,
      participantId,
      form: FORM,
      rater: { raterId, role },
      target: { kind: 'assignment' as const, assignmentId, version: 1 },
      items: { quantity: scene.zeroToFour(mean, 0.5), quality: scene.zeroToFour(mean - 0.3) },
      retrospective: role !== 'observer',
    };
    yield scene.say(`rating-${week}-${role}`, at + 15 * MINUTE, { category: 'rating', command }, { by });
  }
}
