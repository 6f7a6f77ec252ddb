import { type Actor, type Fact, participantIdOf } from '#domain';
import type { ImportEntry, NeededAssignment } from '../rows/import.row.ts';
import type { ImportTable } from '../mapping/mapping.schema.ts';
import type { ImportIds } from './import.ids.ts';
import type { ImportPorts } from './import.ports.ts';
import type { SurveyedAssignment, SurveyedParticipant } from './table.survey.ts';

export interface ParticipantSetting {
  readonly table: ImportTable;
  readonly studyId: string;
  readonly siteId: string | undefined;
  readonly ids: ImportIds;
  readonly actor: Actor;
  readonly ports: ImportPorts;
  readonly dryRun: boolean;
}

/** How far something that an import needs is there: not looked for yet, found, made by this run, or impossible. */
type Preparation = 'unseen' | 'found' | 'made-now' | { readonly problem: string };

/** One participant of the files, and what this run has done for them so far. */
export interface Participation {
  readonly code: string;
  readonly participantId: string;
  readonly surveyed: SurveyedParticipant;
  state: Preparation;
  readonly assignments: Map<string, Preparation>;
  enrolled: boolean;
  assigned: number;
  /** Events of the enrolment and the assignments. */
  events: number;
}

export function participationOf(code: string, surveyed: SurveyedParticipant, studyId: string): Participation {
  const participantId = participantIdOf(studyId, code);
  return {
    ...{ code, participantId, surveyed, state: 'unseen', assignments: new Map() },
    ...{ enrolled: false, assigned: 0, events: 0 },
  };
}

/** Enrols the participant where they are not there yet. @returns why not */
export async function prepareParticipant(
  participation: Participation,
  setting: ParticipantSetting,
): Promise<string | undefined> {
  if (participation.state === 'unseen') participation.state = await enrol(participation, setting);
  return typeof participation.state === 'object' ? participation.state.problem : undefined;
}

async function enrol(participation: Participation, setting: ParticipantSetting): Promise<Preparation> {
  const { participantId, code, surveyed } = participation;
  const { studyId, siteId, table } = setting;
  if ((await setting.ports.history('participant', participantId)).length > 0) return 'found';
  const { enrolment } = surveyed;
  if (enrolment === undefined) return { problem: 'is not in the study, and no table of the mapping enrols them' };
  const site = siteId === undefined ? {} : { siteId };
  const zone = enrolment.zone === undefined ? {} : { timeZone: enrolment.zone };
  const command = { type: 'EnrolParticipant', participantId, studyId, code, ...site, ...zone };
  const name = table.kind === 'attempts' ? table.assignment.name : '';
  const problem = await once(participation, setting, 'participant', command, name, enrolment);
  participation.enrolled = problem === undefined;
  return problem === undefined ? 'made-now' : { problem };
}

/** Constructs the assignment where it is not there yet. @returns why not */
export async function prepareAssignment(
  needed: NeededAssignment,
  surveyed: SurveyedAssignment,
  participation: Participation,
  setting: ParticipantSetting,
): Promise<string | undefined> {
  const { assignmentId } = needed;
  const state = participation.assignments.get(assignmentId) ?? (await assign(needed, surveyed, participation, setting));
  participation.assignments.set(assignmentId, state);
  return typeof state === 'object' ? state.problem : undefined;
}

async function assign(
  { assignmentId, name, initiatedBy, terms }: NeededAssignment,
  surveyed: SurveyedAssignment,
  participation: Participation,
  setting: ParticipantSetting,
): Promise<Preparation> {
  const fresh = participation.state === 'made-now';
  if (!fresh && (await setting.ports.history('assignment', assignmentId)).length > 0) return 'found';
  const { participantId } = participation;
  const command = {
    type: 'AssignHomework',
    assignmentId,
    participantId,
    initiatedBy,
    terms: termsFrom(terms, surveyed),
    analystConstruction: true,
  };
  const problem = await once(participation, setting, 'assignment', command, name, surveyed);
  participation.assigned += Number(problem === undefined);
  return problem === undefined ? 'made-now' : { problem };
}

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function termsFrom(
  { due, ...terms }: NeededAssignment['terms'],
  { at: assignedAt, firstDay, lastDay }: SurveyedAssignment,
): Readonly<Record<string, unknown>> {
  switch (due.kind) {
    case 'open':
      return { ...terms, due };
    case 'days-after-assignment': {
      const at = new Date(assignedAt + due.days * 86_400_000).toISOString();
      return { ...terms, due: { kind: 'by', at } };
    }
    case 'daily': {
      const to = due.days === undefined ? lastDay : dayAfter(firstDay ?? '', due.days - 1);
      return { ...terms, due: { kind: 'recurring', weekdays: EVERY_DAY, from: firstDay, to } };
    }
  }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * What the log holds of the record that an entry belongs to, as far as an earlier import may have written it: nothing of
 * records that this run has begun.
 */
export function knownHistory(
  participation: Participation,
  setting: ParticipantSetting,
): (entry: ImportEntry) => Promise<readonly Fact[]> {
  const read = new Map<string, Promise<readonly Fact[]>>();
  return ({ category, recordId }) => {
    const fresh = participation.state === 'made-now' || participation.assignments.get(recordId) === 'made-now';
    if (fresh) return Promise.resolve([]);
    const name = `${category}-${recordId}`;
    const history = read.get(name) ?? setting.ports.history(category, recordId);
    read.set(name, history);
    return history;
  };
}

async function once(
  participation: Participation,
  { ids, actor, ports, dryRun }: ParticipantSetting,
  category: 'participant' | 'assignment',
  command: { readonly type: string },
  name: string,
  { at, precision }: Pick<SurveyedAssignment, 'at' | 'precision'>,
): Promise<string | undefined> {
  if (dryRun) return undefined;
  const execution = await ports.execute(category, command, {
    commandId: ids.participantCommand(participation.code, `${command.type}/${name}`),
    actor,
    source: 'import',
    occurredAt: new Date(at).toISOString(),
    occurredPrecision: precision,
  });
  if (execution.outcome === 'refused') return `${command.type}: ${execution.sentence}`;
  participation.events += execution.events;
  return undefined;
}
