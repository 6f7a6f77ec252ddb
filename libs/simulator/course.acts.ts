import { MINUTE, type Scene } from './scene.ts';
import type { SimulatedCommand } from './simulated.command.ts';

/** Consent, enrolment, baseline and therapist. */
export function* enter(scene: Scene): Generator<SimulatedCommand> {
  const { random, person } = scene;
  const { studyId, participantId, code, siteId, therapistId, enrolledAt } = person;
  const category = 'participant' as const;
  const site = { participantId, studyId, code, siteId };
  const screening = { type: 'ScreenParticipant' as const, ...site, eligible: true, exclusions: [] };
  yield scene.say('screen', enrolledAt - 30 * MINUTE, { category, command: screening });
  const consent = {
    type: 'GiveConsent' as const,
    participantId,
    version: '1.0',
    scopes: ['treatment-data' as const, 'homework-content' as const, 'data-sharing' as const],
    consenter: 'participant' as const,
    capacity: 'has-capacity' as const,
    language: 'en',
  };
  yield scene.say('consent', enrolledAt - 20 * MINUTE, { category, command: consent }, { by: 'participant' });
  yield scene.say('enrol', enrolledAt, { category, command: { type: 'EnrolParticipant', ...site } });
  const characteristics = {
    'age-band': random.pick(['18-29', '30-44', '45-59', '60-74']),
    sex: random.pick(['female', 'female', 'male']),
    education: random.pick(['primary', 'secondary', 'tertiary']),
    'prior-therapy': random.chance(0.4),
  };
  const baseline = { type: 'RecordBaseline' as const, participantId, characteristics };
  yield scene.say('baseline', enrolledAt + 10 * MINUTE, { category, command: baseline });
  const from = new Date(enrolledAt).toISOString().slice(0, 10);
  const assigning = { type: 'AssignTherapist' as const, participantId, therapistId, from };
  yield scene.say('therapist', enrolledAt + 15 * MINUTE, { category, command: assigning });
}

export function leave(scene: Scene, at: number): SimulatedCommand {
  const { participantId } = scene.person;
  const reason = scene.random.pick(['no-time', 'symptoms-improved', 'no-longer-interested', 'lost-to-follow-up']);
  const command = { type: 'DiscontinueParticipant' as const, participantId, from: 'intervention' as const, reason };
  return scene.say('discontinue', at, { category: 'participant', command });
}

export function finish(scene: Scene, at: number): SimulatedCommand {
  const command = { type: 'CompleteParticipant' as const, participantId: scene.person.participantId };
  return scene.say('complete', at, { category: 'participant', command });
}

/** A session, or one that was missed. */
export function* session(
  scene: Scene,
  week: number,
  at: number,
  reviews: boolean,
): Generator<SimulatedCommand, boolean> {
  const { random, person } = scene;
  const { studyId, participantId, therapistId } = person;
  const sessionId = `${participantId}:s${week}`;
  const base = { sessionId, studyId, sessionNumber: week, participants: [participantId] };
  if (week > 1 && random.chance(0.05)) {
    const reason = random.pick(['illness', 'no-show', 'cancelled-by-client']);
    yield scene.say(`session-${week}`, at, { category: 'session', command: { type: 'MissSession', ...base, reason } });
    return false;
  }
  const modality = random.chance(0.3) ? ('video' as const) : ('in-person' as const);
  const held = {
    type: 'HoldSession' as const,
    ...base,
    deliverers: [therapistId],
    modality,
    minutes: random.integer(45, 55),
  };
  yield scene.say(`session-${week}`, at, { category: 'session', command: held });
  const reviewed = reviews ? (random.chance(0.8) ? 'reviewed' : 'not-reviewed') : 'nothing-to-review';
  const section = {
    sessionId,
    studyId,
    participantId,
    reviewed,
    assigned: 'assigned',
    minutes: random.integer(3, 12),
  } as const;
  const command = { type: 'LogHomeworkSection' as const, ...section };
  yield scene.say(`section-${week}`, at + 50 * MINUTE, { category: 'session', command });
  return true;
}
