import { enter, finish, leave, session } from './course.acts.ts';
import { drawnPerson, homeworkChance, nextSeverity } from './course.law.ts';
import type { PlantedEffects } from './effects.ts';
import { type WeekOfHomework, homework } from './homework.acts.ts';
import { measure } from './measures.acts.ts';
import type { Random } from './random.ts';
import { review } from './review.acts.ts';
import { DAY, MINUTE, Scene, type SimulatedPerson, WEEK } from './scene.ts';
import type { SimulatedCommand } from './simulated.command.ts';

/**
 * One participant's course: a PHQ-9 before a session a week, last homework reviewed and rated, the next one done or not.
 * The chance to do homework decays; what was done changes the next PHQ-9, and so does being somebody who does it.
 */
export function* simulatePerson(
  person: SimulatedPerson,
  random: Random,
  planted: PlantedEffects,
): Generator<SimulatedCommand> {
  const scene = new Scene(person, random, planted);
  const law = drawnPerson(random, planted);
  let severity = law.start;
  let previous: WeekOfHomework | undefined;
  yield* enter(scene);
  for (let week = 1; week <= person.weeks; week += 1) {
    const sessionAt = person.enrolledAt + (week - 1) * WEEK + 2 * DAY;
    yield* measure(scene, week, sessionAt - 30 * MINUTE, severity);
    if (week > 1 && random.chance(planted.weeklyDropOut)) {
      yield leave(scene, sessionAt);
      return;
    }
    const held = yield* session(scene, week, sessionAt, previous !== undefined);
    if (held && previous !== undefined && random.chance(0.8)) yield* review(scene, week, sessionAt, previous);
    const chance = homeworkChance(law, { week, severity }, planted);
    previous = yield* homework(scene, week, sessionAt + 50 * MINUTE, chance);
    severity = nextSeverity(law, severity, previous.share, { planted, random });
  }
  yield finish(scene, person.enrolledAt + person.weeks * WEEK);
}
