import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { GraphqlAnswer, GraphqlClient } from '../api/graphql-client.ts';
import { lineOf, mayOf, type RoleCode } from './access.table.ts';
import { inLanes } from './lanes.ts';
import { along, below, isPersonal, objectTypes, type Path, paths, query, selection } from './schema.paths.ts';
import { PEOPLE, type Situation, SITUATIONS } from './trial.scene.ts';

/** Situations in which the records of a role’s own people lie. */
export const WITHIN_REACH: Readonly<Record<RoleCode, readonly Situation[]>> = {
  ...{ CO: ['own', 'otherCaseload', 'otherSite'], RE: ['own', 'otherCaseload', 'otherSite'] },
  ...{ SI: ['own', 'otherCaseload'], OA: ['own', 'otherCaseload'], AN: ['own', 'otherCaseload'] },
  ...{ DM: ['own', 'otherCaseload'], MO: ['own', 'otherCaseload'], PO: ['own', 'otherCaseload'] },
  ...{ CL: ['own'], SU: ['own'], FR: ['own'], PA: ['own'], CG: ['own'], OP: [] },
};

/** What the walk found out of line, and how many cells it looked at. */
export interface Findings {
  readonly wrong: string[];
  cells: number;
}

interface Walked {
  readonly role: RoleCode;
  readonly client: GraphqlClient;
  readonly schema: GraphQLSchema;
  readonly findings: Findings;
}

/** One alias of a document: the fields it looks at, and where in the answer they are. */
interface Look {
  readonly type: string;
  readonly fields: readonly string[];
  readonly path: Path;
  readonly text: string;
}

type Variables = Readonly<Record<'studyId' | 'participantId' | 'assignmentId', string>>;
const ABSENT: Variables = { studyId: 'absent', participantId: 'alpha:absent', assignmentId: 'hw-absent' };
const variablesOf = (situation: Situation): Variables => {
  const { studyId, participantId, assignmentId } = PEOPLE[situation];
  return { studyId, participantId, assignmentId };
};

/** Walks every field of every type for one role, in every situation. */
export async function walkFields(walked: Walked): Promise<void> {
  const { role, schema } = walked;
  const open = paths(schema, (type, field) => mayOf(type, field).includes(role));
  const any = paths(schema, () => true);
  const types = objectTypes(schema).filter(({ name }) => !['Query', 'Mutation', 'Receipt'].includes(name));
  const seen: Look[] = [];
  await inLanes(types, async (type) => {
    const path = open.get(type.name);
    const names = Object.keys(type.getFields());
    const visible = names.filter((name) => path !== undefined && mayOf(type.name, name).includes(role));
    const hidden = names.filter((name) => !visible.includes(name));
    if (path !== undefined && visible.length > 0) seen.push(lookAt(type, visible, path));
    const way = path ?? any.get(type.name);
    // What no query leads to is the answer of a mutation.
    if (way !== undefined) await expectHidden(walked, type, hidden, way);
  });
  await expectSeen(walked, seen);
}

function lookAt(type: GraphQLObjectType, fields: readonly string[], path: Path): Look {
  const selections = Object.values(type.getFields()).filter(({ name }) => fields.includes(name));
  return { type: type.name, fields, path, text: selections.map(selection).join(' ') };
}

/** What the table says a role sees: there in its own cases, and as if it did not exist in all others. */
async function expectSeen(walked: Walked, looks: readonly Look[]): Promise<void> {
  const firstOf = ({ path }: Look): string => path[0]?.field.name ?? '';
  const groups = [...new Set(looks.map(firstOf))].map(
    (first) => [first, looks.filter((look) => firstOf(look) === first)] as const,
  );
  const alone = groups.filter(([first]) => ALONE.has(first)).map(([, together]) => [together]);
  const others = groups.filter(([first]) => !ALONE.has(first)).map(([, together]) => together);
  const starts = others.flatMap((_, at) => (at % BATCH === 0 ? [at] : []));
  await inLanes([...alone, ...starts.map((at) => others.slice(at, at + BATCH))], (batch) => expectBatch(walked, batch));
}

/** What answers with an error where something is absent, and would take the rest of a document with it. */
const ALONE: ReadonlySet<string> = new Set([
  ...['adherence', 'association', 'compareAdherence', 'outcomeSummary', 'previewAmendment', 'accessLog'],
  ...['ratingAgreement', 'verifyRelease', 'releaseDifference', 'previewDataset'],
]);

/** First-level fields in one document. */
const BATCH = 12;

async function expectBatch(walked: Walked, looks: readonly (readonly Look[])[]): Promise<void> {
  const { client, findings, role } = walked;
  const document = query(looks.map((together, at) => sharing(together, `x${at}`)));
  const ask = (variables: Variables): Promise<GraphqlAnswer> => client.ask(document, variables);
  const [absent, ...answers] = await Promise.all([ABSENT, ...SITUATIONS.map(variablesOf)].map(ask));
  if (absent === undefined) throw new Error('nothing was asked');
  for (const [place, situation] of SITUATIONS.entries()) {
    const answer = answers[place] ?? absent;
    for (const [at, look] of looks.flatMap((together, at) => together.map((look) => [at, look] as const))) {
      findings.cells += look.fields.length;
      const problem = problemOf({ role, situation, look, alias: `x${at}`, answer, absent });
      if (problem !== undefined) findings.wrong.push(`${role} ${situation} ${look.type}: ${problem}`);
    }
  }
}

/** Looks that begin with the same first-level field, as one: the field is answered once for all of them. */
function sharing(looks: readonly Look[], alias: string): string {
  const inner = looks.map(({ path, text }) => below(path.slice(1), text)).join(' ');
  return along(looks[0]?.path.slice(0, 1) ?? [], inner, alias);
}

/** What only larger trials have: figures over several people, a schedule, amendments that touch somebody. Their fields are asked for all the same, and never refused. */
const SELDOM: ReadonlySet<string> = new Set([
  ...['ConfidenceInterval', 'PrePostEffect', 'AdherenceExclusion', 'Exclusion', 'Identity', 'ApiKey', 'OpenedKind'],
  ...['Reminder', 'ReminderEdge', 'ReminderConnection', 'Delivery'],
  ...[
    'InterventionArm',
    'ScheduledSession',
    'PlannedHomework',
    'DataCheck',
    'Measurement',
    'TouchedParticipant',
    'DueMeasure',
    'ScheduleEntry',
    'ScheduleStanding',
  ],
  ...['IntraclassCorrelation', 'WeightedKappa', 'WorksheetMatch', 'ReleaseProgress', 'PreviewRefusal'],
]);

interface Judged {
  readonly role: RoleCode;
  readonly situation: Situation;
  readonly look: Look;
  readonly alias: string;
  readonly answer: GraphqlAnswer;
  readonly absent: GraphqlAnswer;
}

function problemOf({ role, situation, look, alias, answer, absent }: Judged): string | undefined {
  if (isWithin(role, situation, look)) {
    const refused = (answer.errors ?? []).find(({ path }) => path?.[0] === alias || path === undefined);
    if (refused !== undefined) return `${refused.extensions.code} ${refused.message} at ${refused.path?.join('.')}`;
    const there = nodesAt(answer.data?.[alias], look.path).length > 0 || SELDOM.has(look.type);
    return there ? undefined : `is not there along ${look.path.map(({ field }) => field.name).join('.')}`;
  }
  const shown = comparable(answer, alias, situation);
  const nothing = comparable(absent, alias, undefined);
  return shown === nothing ? undefined : `shows ${shown.slice(0, 300)} where nothing shows ${nothing.slice(0, 300)}`;
}

/** Plans of a study are for everybody in it; records are for those whose reach they lie in. */
function isWithin(role: RoleCode, situation: Situation, { path }: Look): boolean {
  if (role === 'OP' || isPlanless(path)) return true;
  const words = along(path, '', 'x');
  return isPersonal(words) ? WITHIN_REACH[role].includes(situation) : situation !== 'otherStudy';
}

/** What is the same for everybody who may ask: the log’s length, and lists of what one may see at all. */
function isPlanless(path: Path): boolean {
  const words = along(path, '', 'x');
  return !words.includes('$');
}

function nodesAt(value: unknown, path: Path): readonly unknown[] {
  const found = (some: unknown, names: readonly string[]): readonly unknown[] => {
    if (some === null || some === undefined) return [];
    if (Array.isArray(some)) return some.flatMap((one) => found(one, names));
    const [name, ...rest] = names;
    return name === undefined ? [some] : found((some as Record<string, unknown>)[name], rest);
  };
  return found(
    value,
    path.slice(1).map(({ field }) => field.name),
  );
}

/** One part of an answer, without what the question itself named, and without how long the log is. */
function comparable({ data, errors = [] }: GraphqlAnswer, alias: string, situation: Situation | undefined): string {
  const own = errors
    .filter(({ path }) => path?.[0] === alias)
    .map(({ message, extensions: { code } }) => [code, message]);
  const { studyId, participantId, assignmentId } = situation === undefined ? ABSENT : variablesOf(situation);
  const ids = [participantId, assignmentId, studyId];
  return ids.reduce(
    (text, id) => text.replaceAll(`"${id}"`, '"·"'),
    JSON.stringify([data?.[alias] ?? null, own]).replaceAll(/("logIndex":|# log index,)\d+/g, '$10'),
  );
}

/** Fields that must not be seen, and the part of a document that asks for them. */
interface HiddenLook {
  readonly fields: readonly string[];
  readonly path: Path;
  readonly part: string;
}

/** What the table keeps from a role: refused, or not there, in every situation. */
async function expectHidden(
  walked: Walked,
  type: GraphQLObjectType,
  fields: readonly string[],
  path: Path,
): Promise<void> {
  const { findings, role } = walked;
  const refusedAt = path.findIndex((step) => !mayOf(step.type.name, step.field.name).includes(role));
  // Where no way leads to the type, whatever refuses the way refuses each of its fields.
  const looks: readonly HiddenLook[] =
    refusedAt === -1
      ? fields.map((field) => ({ fields: [field], path, part: along(path, lookAt(type, [field], path).text, 'x') }))
      : [
          {
            fields,
            path: path.slice(0, refusedAt + 1),
            part: along(path.slice(0, refusedAt), ends(path[refusedAt]), 'x'),
          },
        ];
  await inLanes(looks, async (look) => {
    for (const situation of SITUATIONS) {
      findings.cells += look.fields.length;
      const told = await hiddenProblem(walked, look, situation);
      const cell = `${role} ${situation} ${type.name}.${look.fields.join(' ')}`;
      if (told !== 'refused' && told !== 'not there') findings.wrong.push(`${cell}: ${told}`);
      // What a guard refuses, it refuses whatever is asked about; what is not there might be for others.
      if (told === 'refused') break;
    }
  });
}

function ends(step: Path[number] | undefined): string {
  return step === undefined ? '' : selection(step.field);
}

/** Answers of one client, each asked for once. */
const asked = new WeakMap<GraphqlClient, Map<string, Promise<GraphqlAnswer>>>();

async function hiddenProblem(
  { client }: Walked,
  { part, path }: { readonly part: string; readonly path: Path },
  situation: Situation,
): Promise<string> {
  const known = asked.get(client) ?? new Map<string, Promise<GraphqlAnswer>>();
  asked.set(client, known);
  const document = query([part.startsWith('x: ') ? part : `x: ${part}`]);
  const key = `${situation} ${document}`;
  const answer = known.get(key) ?? client.ask(document, variablesOf(situation));
  known.set(key, answer);
  const { data, errors = [] } = await answer;
  const odd = errors.find(({ extensions: { code } }) => code !== 'FORBIDDEN');
  if (odd !== undefined) return `${odd.extensions.code} ${odd.message}`;
  if (errors.length > 0) return 'refused';
  return nodesAt(data?.['x'], path).length > 0 ? 'is told, though the table says it is not' : 'not there';
}

/** Fields that the table has no line for. */
export function withoutLine(schema: GraphQLSchema): readonly string[] {
  return objectTypes(schema).flatMap((type) =>
    Object.keys(type.getFields()).flatMap((field) => {
      const line = lineOf(type.name);
      const told = line !== undefined && (line[0] !== '' || line[1]?.[field] !== undefined);
      return told ? [] : [`${type.name}.${field}`];
    }),
  );
}

/** Types that the table lets a role see, to which it leaves the role no way. */
export function withoutWay(schema: GraphQLSchema, roles: readonly RoleCode[]): readonly string[] {
  const any = paths(schema, () => true);
  return roles.flatMap((role) => {
    const open = paths(schema, (type, field) => mayOf(type, field).includes(role));
    const types = objectTypes(schema).filter(({ name }) => any.has(name) && !open.has(name));
    return types
      .filter((type) => Object.keys(type.getFields()).some((field) => mayOf(type.name, field).includes(role)))
      .map(({ name }) => `${role} ${name}`);
  });
}
