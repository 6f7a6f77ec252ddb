import { type Actor, type Fact, participantIdOf } from '#domain';
import type { AttemptsTable, ConstructedTerms } from '../mapping/attempts-table.schema.ts';
import type { ImportIds } from './import.ids.ts';
import type { ImportPorts } from './import.ports.ts';
import type { SurveyedParticipant } from './table.survey.ts';

export interface ParticipantSetting {
  readonly table: AttemptsTable;
  readonly studyId: string;
  readonly siteId: string | undefined;
  readonly ids: ImportIds;
  readonly actor: Actor;
  readonly ports: ImportPorts;
  readonly dryRun: boolean;
}

/** One participant of the file, and what this run has done for them so far. */
export interface Participation {
  readonly code: string;
  readonly participantId: string;
  readonly assignmentId: string;
  readonly surveyed: SurveyedParticipant;
  state: 'unseen' | 'found' | 'made-now' | { readonly problem: string };
  enrolled: boolean;
  assigned: boolean;
  /** Events of the enrolment and the assignment. */
  events: number;
}

export function participationOf(
  code: string,
  surveyed: SurveyedParticipant,
  setting: ParticipantSetting,
): Participation {
  const participantId = participantIdOf(setting.studyId, code);
  const assignmentId = `${participantId}:${setting.table.assignment.name}`;
  return { code, participantId, assignmentId, surveyed, state: 'unseen', enrolled: false, assigned: false, events: 0 };
}

/**
 * Enrols the participant and constructs the assignment where they are not there yet.
 * @returns the assignment's history as far as an earlier import may have written it, or why nothing can be imported
 */
export async function prepareParticipant(
  participation: Participation,
  setting: ParticipantSetting,
): Promise<{ readonly history: readonly Fact[] } | { readonly problem: string }> {
  if (typeof participation.state === 'object') return participation.state;
  if (participation.state === 'made-now') return { history: [] };
  const history = await setting.ports.history('assignment', participation.assignmentId);
  if (participation.state === 'found') return { history };
  if (history.length > 0) {
    participation.state = 'found';
    return { history };
  }
  const problem = (await enrol(participation, setting)) ?? (await assign(participation, setting));
  participation.state = problem === undefined ? 'made-now' : { problem };
  return problem === undefined ? { history } : { problem };
}

/** @returns why not */
async function enrol(participation: Participation, setting: ParticipantSetting): Promise<string | undefined> {
  const { participantId, code } = participation;
  const { studyId, siteId } = setting;
  if ((await setting.ports.history('participant', participantId)).length > 0) return undefined;
  const site = siteId === undefined ? {} : { siteId };
  const command = { type: 'EnrolParticipant', participantId, studyId, code, ...site };
  const problem = await once(participation, setting, 'participant', command);
  participation.enrolled = problem === undefined;
  return problem;
}

/** @returns why not */
async function assign(participation: Participation, setting: ParticipantSetting): Promise<string | undefined> {
  const { participantId, assignmentId, surveyed } = participation;
  const { initiatedBy, terms } = setting.table.assignment;
  const command = {
    type: 'AssignHomework',
    assignmentId,
    participantId,
    initiatedBy,
    terms: termsFrom(terms, surveyed.firstStart),
    analystConstruction: true,
  };
  const problem = await once(participation, setting, 'assignment', command);
  participation.assigned = problem === undefined;
  return problem;
}

function termsFrom({ due, ...terms }: ConstructedTerms, assignedAt: number): Readonly<Record<string, unknown>> {
  switch (due.kind) {
    case 'open':
      return { ...terms, due };
    case 'days-after-assignment': {
      const at = new Date(assignedAt + due.days * 86_400_000).toISOString();
      return { ...terms, due: { kind: 'by', at } };
    }
  }
}

async function once(
  participation: Participation,
  { ids, actor, ports, dryRun, table }: ParticipantSetting,
  category: 'participant' | 'assignment',
  command: { readonly type: string },
): Promise<string | undefined> {
  if (dryRun) return undefined;
  const { firstStart, firstPrecision } = participation.surveyed;
  const execution = await ports.execute(category, command, {
    commandId: ids.participantCommand(participation.code, `${command.type}/${table.assignment.name}`),
    actor,
    source: 'import',
    occurredAt: new Date(firstStart).toISOString(),
    occurredPrecision: firstPrecision,
  });
  if (execution.outcome === 'refused') return `${command.type}: ${execution.sentence}`;
  participation.events += execution.events;
  return undefined;
}
