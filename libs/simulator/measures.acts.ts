import type { Scene } from './scene.ts';
import type { SimulatedCommand } from './simulated.command.ts';

/** Answers of 0 to 3 to nine items that add up to `total`. */
function answersOf(total: number, { random }: Scene): number[] {
  const answers = Array.from({ length: 9 }, () => 0);
  for (let left = total; left > 0;) {
    const item = random.integer(0, 8);
    const answer = answers[item] ?? 0;
    if (answer === 3) continue;
    answers[item] = answer + 1;
    left -= 1;
  }
  return answers;
}

/** PHQ-9 before the session of a week; now and then it is not handed in. */
export function* measure(scene: Scene, week: number, at: number, severity: number): Generator<SimulatedCommand> {
  const { participantId } = scene.person;
  const occasion = {
    measureId: `${participantId}:phq9:${week}`,
    participantId,
    instrument: { instrumentId: 'phq-9', version: 1 },
    occasion: `week-${week}`,
  };
  if (week > 1 && scene.random.chance(0.04)) {
    const command = { type: 'MissMeasure' as const, ...occasion, reason: 'not-administered' as const };
    yield scene.say(`phq9-${week}`, at, { category: 'measure', command });
    return;
  }
  const total = Math.min(27, Math.max(0, Math.round(severity)));
  const command = {
    type: 'RecordMeasure' as const,
    ...occasion,
    items: Object.fromEntries(answersOf(total, scene).map((answer, index) => [`q${index + 1}`, answer])),
    timing: 'before-session' as const,
    recallDays: 14,
    informant: 'client' as const,
  };
  yield scene.say(`phq9-${week}`, at, { category: 'measure', command }, { by: 'participant' });
}
