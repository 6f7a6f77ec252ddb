import { parse, v5 } from 'uuid';
import { participantIdOf } from '#domain';
import type { Mutation } from './mutation.sender.ts';

/** Commands of a made-up study, the same ids for the same names. */
const NAMESPACE = parse('0b9f6f0e-0a3c-5d0b-8c55-7a8c1e0f4d11');
const PEOPLE = 20;
/** Homework of each person; every assignment gets attempts from several commands at once. */
const HOMEWORK = 5;

const id = (...parts: readonly (string | number)[]) => v5(parts.join('/'), NAMESPACE);
const code = (person: number) => `F${String(person).padStart(3, '0')}`;

const TERMS = {
  title: 'Thought record',
  focus: 'COGNITIVE',
  medium: 'WORKSHEET',
  dose: { amount: 5, unit: 'RECORDS' },
  due: { kind: 'BY', at: '2026-12-08T18:00:00.000Z' },
  difficulty: 3,
  performers: ['CLIENT'],
  setting: 'SESSION',
  visibility: 'THERAPIST',
};

/** What must be there before homework can be recorded, in steps: each may be sent at once when those before are done. */
export function setUp(studyId: string): readonly (readonly Mutation[])[] {
  const people = Array.from({ length: PEOPLE }, (_, person) => person);
  return [
    [command(studyId, 'registerStudy', 0, { studyId, title: 'Faults', timeZone: 'Europe/Stockholm' })],
    [command(studyId, 'publishProtocol', 0, { studyId, version: 1, changes: 'First version', reason: 'Start' })],
    [command(studyId, 'openSite', 0, { studyId, siteId: 'here', name: 'Here', timeZone: 'Europe/Stockholm' })],
    people.map((person) => enrolment(studyId, person)),
    people.flatMap((person) =>
      Array.from({ length: HOMEWORK }, (_, homework) =>
        command(studyId, 'assignHomework', person * HOMEWORK + homework, {
          assignmentId: assignment(studyId, person * HOMEWORK + homework),
          participantId: participantIdOf(studyId, code(person)),
          initiatedBy: 'COLLABORATIVE',
          terms: TERMS,
        }),
      ),
    ),
  ];
}

/** So many mutations that may be sent in any order and all at once. Attempts hold sealed text, so keys are made on the way. */
export function mutations(studyId: string, round: number, count: number): readonly Mutation[] {
  return Array.from({ length: count }, (_, place) => {
    const number = round * 100_000 + place;
    const participantId = participantIdOf(studyId, code(place % PEOPLE));
    switch (place % 10) {
      case 7:
        return command(studyId, 'recordMeasure', number, measure(participantId, number));
      case 8:
        return command(studyId, 'holdSession', number, session(studyId, participantId, number));
      case 9:
        return enrolment(studyId, number);
      // Eight fields and more of one kind: attempts are what arrives in numbers.
      default:
        return command(studyId, 'recordAttempt', number, attempt(studyId, place));
    }
  });
}

const assignment = (studyId: string, number: number) => `${studyId}:hw${number}`;

function command(studyId: string, name: string, number: number, input: object): Mutation {
  return { commandId: id(studyId, name, number), name, input };
}

function enrolment(studyId: string, number: number): Mutation {
  return command(studyId, 'enrolParticipant', number, { studyId, siteId: 'here', code: code(number) });
}

function attempt(studyId: string, place: number): object {
  return {
    assignmentId: assignment(studyId, place % (PEOPLE * HOMEWORK)),
    performer: 'CLIENT',
    informant: 'CLIENT',
    outcome: place % 3 === 0 ? 'FULL' : 'PART',
    done: { amount: 1 + (place % 4), unit: 'RECORDS' },
    difficulty: place % 5,
    ...(place % 2 === 0 ? { note: `Attempt ${place}: it went better than I had expected.` } : {}),
  };
}

function measure(participantId: string, number: number): object {
  return {
    participantId,
    instrument: { instrumentId: 'gad-7', version: 1 },
    occasion: `occasion-${number}`,
    items: Array.from({ length: 7 }, (_, item) => ({ item: `q${item + 1}`, value: (number + item) % 4 })),
    timing: 'BETWEEN_SESSIONS',
    recallDays: 14,
    informant: 'CLIENT',
  };
}

function session(studyId: string, participantId: string, number: number): object {
  const whom = { participants: [participantId], deliverers: ['therapist-1'] };
  return { studyId, sessionNumber: 1 + (number % 20), ...whom, modality: 'VIDEO', minutes: 50 };
}
