import { v5 as uuidv5 } from 'uuid';
import { type Category, participantIdOf } from '#domain';
import {
  type AccountKind,
  AccountRefused,
  argon2Hashing,
  type CommandExecutor,
  CommandIdReused,
  CommandRefused,
  type Identity,
  type Log,
} from '#platform';
import { PHONE_PERSON } from './clinic.phone.ts';
import { DEMONSTRATION_STUDY } from './demonstration.seed.ts';

/** Of everybody in a demonstration, and published. */
export const DEMONSTRATION_PASSWORD = 'demonstration';

/** Somebody to look around as. The name signs in, and is an API key as well. */
export interface DemonstrationPerson {
  readonly name: string;
  readonly kind: AccountKind;
  /** Their pseudonymous id in the demonstration trial. */
  readonly subjectId: string;
  /** For people. */
  readonly about: string;
  /** The post they hold in the trial; none for those whose rights are not from a post. */
  readonly post?: { readonly role: string; readonly siteId?: string };
}

const CLINICIAN = 'north-therapist-1';
const PARTICIPANT = participantIdOf(DEMONSTRATION_STUDY, 'P001');
const north = { siteId: 'north' };

const staff = (
  role: string,
  about: string,
  more: { siteId?: string; subjectId?: string } = {},
): DemonstrationPerson => {
  const { subjectId = `demo-${role}`, ...place } = more;
  return { name: `demo-${role}`, kind: 'staff', subjectId, about, post: { role, ...place } };
};

/** One for every role. */
export const DEMONSTRATION_PEOPLE: readonly DemonstrationPerson[] = [
  staff('coordinator', 'runs the trial, knows the arms'),
  staff('researcher', 'homework and outcomes, blind to the arms'),
  staff('site-investigator', 'answers for the north clinic', north),
  staff('clinician', 'their own caseload at the north clinic', { ...north, subjectId: CLINICIAN }),
  staff('supervisor', 'supervises that clinician'),
  staff('outcome-assessor', 'outcome measures, and no homework', north),
  staff('fidelity-rater', 'rates an assigned sample'),
  staff('analyst', 'records without texts or therapists'),
  staff('dmc-statistician', 'records by arm, for the monitoring committee'),
  staff('monitor', 'compares the record with its sources'),
  staff('privacy-officer', 'erasure, and who read what'),
  { name: 'demo-participant', kind: 'participant', subjectId: PARTICIPANT, about: 'their own record (P001)' },
  { name: 'demo-phone', kind: 'participant', subjectId: PHONE_PERSON, about: 'homework for today, on a phone' },
  { name: 'demo-caregiver', kind: 'caregiver', subjectId: 'demo-caregiver', about: 'what P001 shares with them' },
  {
    name: 'demo-operator',
    kind: 'operator',
    subjectId: 'demo-operator',
    about: 'runs the server, sees no participant',
  },
];

export interface PeopleParts {
  readonly identity: Identity;
  readonly executor: Pick<CommandExecutor, 'execute'>;
  readonly log: Log;
  /** Whether there is a trial for them to have a post in. */
  readonly trial: boolean;
}

/** Makes the people of a demonstration, and gives them their posts. Doing so again changes nothing. */
export async function seedDemonstrationPeople({ identity, executor, log, trial }: PeopleParts): Promise<void> {
  for (const person of DEMONSTRATION_PEOPLE) await seedAccount(identity, person, log);
  if (!trial) return;
  for (const { name, category, command } of appointments()) {
    const commandId = uuidv5(`demonstration/${name}`, uuidv5.URL);
    const context = { commandId, actor: { id: 'demonstration', role: 'demonstration' }, source: 'system' } as const;
    try {
      await executor.execute({ category, command, context });
    } catch (error) {
      if (!(error instanceof CommandRefused) && !(error instanceof CommandIdReused)) throw error;
      log.info({ name, code: error.code }, 'Somebody of the demonstration stays as they are');
    }
  }
}

async function seedAccount({ accounts, keys }: Identity, person: DemonstrationPerson, log: Log): Promise<void> {
  const { name, kind, subjectId } = person;
  try {
    const account = await accounts.ensure({ kind, subjectId, name, createdBy: 'demonstration', demonstration: true });
    // An account of that subject that is not a demonstration’s gets no published password.
    if (!account.demonstration) return;
    if (!account.hasPassword)
      await accounts.setPassword(account.accountId, await argon2Hashing.hash(DEMONSTRATION_PASSWORD));
    const key = { accountId: account.accountId, label: 'Demonstration', days: 366, readOnly: false };
    await keys.keepDemonstrationKey({ ...key, createdBy: 'demonstration' }, name);
  } catch (error) {
    if (!(error instanceof AccountRefused)) throw error;
    log.warn({ name }, 'Somebody else has the name of a person of the demonstration');
  }
}

interface Appointment {
  readonly name: string;
  readonly category: Category;
  readonly command: object;
}

function appointments(): readonly Appointment[] {
  const study = { studyId: DEMONSTRATION_STUDY };
  const from = '2026-01-05';
  const posts = DEMONSTRATION_PEOPLE.flatMap(({ name, subjectId, post }) =>
    post === undefined
      ? []
      : [{ name, command: { type: 'AppointStaff', ...study, staffId: subjectId, ...post, from } }],
  );
  const supervision = { ...study, supervisorId: 'demo-supervisor', staffId: CLINICIAN, from };
  const linked = { participantId: PARTICIPANT, personId: 'demo-caregiver', relation: 'parent' };
  return [
    ...posts.map((one) => ({ ...one, category: 'study' as const })),
    { name: 'supervision', category: 'study', command: { type: 'NameSupervisor', ...supervision } },
    { name: 'caregiver', category: 'participant', command: { type: 'LinkPerson', ...linked } },
  ];
}
