import type { PlantedEffects } from './effects.ts';
import type { Random } from './random.ts';
import { Course, type SimulatedPerson } from './course.ts';
import type { SimulatedCommand } from './simulated.command.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const WEEK = 7 * DAY;

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** One participant's course: enrolment, a session a week, homework in between, and PHQ-9 before each session. */
export function* simulatePerson(
  person: SimulatedPerson,
  random: Random,
  planted: PlantedEffects,
): Generator<SimulatedCommand> {
  const course = new Course(person, random);
  const propensity = random.normal(0, 1.2);
  let severity = random.normal(15, 4);
  let previous: number | undefined;
  yield course.enrol();
  for (let week = 1; week <= person.weeks; week += 1) {
    const sessionAt = person.enrolledAt + (week - 1) * WEEK + 2 * DAY;
    yield course.measure(week, sessionAt - 30 * MINUTE, Math.min(27, Math.max(0, Math.round(severity))));
    if (week > 1 && random.chance(planted.weeklyDropOut)) {
      yield course.discontinue(sessionAt);
      return;
    }
    yield* course.session(week, sessionAt, previous !== undefined);
    const odds = propensity + planted.adherenceDecay * week;
    const { share } = yield* course.homework(week, sessionAt + 50 * MINUTE, logistic(odds));
    severity += planted.weeklyChange + planted.withinPerson * share + random.normal(0, 1.6);
    previous = share;
  }
  yield course.complete(person.enrolledAt + person.weeks * WEEK);
}
