import { type Actor, participantIdOf, studyCommands } from '#domain';
import { PLANTED } from './effects.ts';
import { simulatePerson } from './person.ts';
import { seeded } from './random.ts';
import { DAY, MINUTE } from './scene.ts';
import { type SimulatedCommand, commandIdOf } from './simulated.command.ts';

/** A simulated trial: everything is made up, and the same options give the same commands. */
export interface SimulationOptions {
  readonly studyId: string;
  readonly title: string;
  readonly participants: number;
  readonly weeks: number;
  readonly seed: number;
  /** First day of recruitment, ISO 8601 UTC. */
  readonly start: string;
  /** Adherence definitions to publish, as data. */
  readonly definitions: readonly { readonly id: string; readonly version: number }[];
}

const SITES = [
  { siteId: 'north', name: 'North clinic', timeZone: 'Europe/Stockholm' },
  { siteId: 'south', name: 'South clinic', timeZone: 'Europe/Lisbon' },
] as const;

const COORDINATOR: Actor = { id: 'coordinator-1', role: 'coordinator' };
const THERAPISTS_A_SITE = 3;

/** The trial's commands: set-up first, then participant after participant, each in the order things happened. */
export function* simulate(options: SimulationOptions): Generator<SimulatedCommand> {
  yield* setUp(options);
  const random = seeded(options.seed);
  for (let number = 1; number <= options.participants; number += 1) {
    const code = `P${String(number).padStart(3, '0')}`;
    const { siteId } = random.pick(SITES);
    const person = {
      studyId: options.studyId,
      participantId: participantIdOf(options.studyId, code),
      code,
      siteId,
      therapistId: `${siteId}-therapist-${random.integer(1, THERAPISTS_A_SITE)}`,
      enrolledAt: Date.parse(options.start) + random.integer(0, 27) * DAY + random.integer(8 * 60, 15 * 60) * MINUTE,
      weeks: options.weeks,
    };
    yield* simulatePerson(person, seeded(options.seed * 100_003 + number), PLANTED);
  }
}

function* setUp({ studyId, title, start, definitions }: SimulationOptions): Generator<SimulatedCommand> {
  const caller = (name: string) => ({
    category: 'study' as const,
    commandId: commandIdOf(studyId, name),
    actor: COORDINATOR,
    occurredAt: new Date(start).toISOString(),
    occurredPrecision: 'instant' as const,
    source: 'web' as const,
  });
  yield { ...caller('register'), command: { type: 'RegisterStudy', studyId, title, timeZone: 'Europe/Stockholm' } };
  const first = { version: 1, changes: 'First version', reason: 'Start of the trial' };
  yield { ...caller('protocol-1'), command: { type: 'PublishProtocol', studyId, ...first } };
  for (const site of SITES) {
    yield { ...caller(`site-${site.siteId}`), command: { type: 'OpenSite', studyId, ...site } };
    for (let number = 1; number <= THERAPISTS_A_SITE; number += 1) {
      const therapistId = `${site.siteId}-therapist-${number}`;
      const training = { profession: 'psychologist', yearsOfExperience: 2 + 3 * number };
      const command = { type: 'RegisterTherapist' as const, therapistId, studyId, siteId: site.siteId, ...training };
      yield { ...caller(therapistId), category: 'therapist', command };
    }
  }
  for (const definition of definitions) {
    const { id: definitionId, version } = definition;
    const type = 'PublishAdherenceDefinition';
    const command = studyCommands.parse({ type, studyId, definitionId, version, definition });
    yield { ...caller(`definition-${definitionId}-${version}`), command };
  }
}
