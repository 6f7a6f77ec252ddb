import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isLeafType,
  isObjectType,
} from 'graphql';

import { RELEASES, walkedDataset } from './dataset.scene.ts';
import { STUDY } from './trial.scene.ts';

/** A way from a first-level field to a type: field by field. */
export interface Step {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}
export type Path = readonly Step[];

/** Arguments by their name, as written into a document; variables say whose record is meant. */
const VALUES: Readonly<Record<string, string>> = {
  studyId: '$studyId',
  participantId: '$participantId',
  participantIds: '[$participantId]',
  assignmentId: '$assignmentId',
  of: '{ participantId: $participantId }',
  definition: '{ published: { definitionId: "often" } }',
  definitionId: '"often"',
  a: '{ published: { definitionId: "often" } }',
  b: '{ published: { definitionId: "always" } }',
  instrumentId: '"phq-9"',
  informant: 'CLIENT',
  occasion: '"week-1"',
  protocol: '{}',
  formId: '"assignment-compliance"',
  formVersion: '1',
  target: 'ASSIGNMENT',
  name: '"quantity"',
  icc: 'ICC_2_1',
  weights: 'UNWEIGHTED',
  answers: '[{ item: "q1", value: 1 }]',
  first: '3',
  today: '"2026-03-20"',
  day: '"2026-03-10"',
  from: '"2026-03-01"',
  to: '"2026-03-31"',
  dataCheck:
    '{ ruleId: "difficulty", version: 1, question: "How hard was it?", check: { kind: "missing", of: "attempt-difficulty" } }',
  homework: '{ definitionId: "often", denominator: AS_ADJUSTED }',
  question:
    '{ homework: { definitionId: "often", denominator: AS_ADJUSTED }, metric: VALUE, instrumentId: "phq-9", informant: CLIENT, lag: 1, model: LAGGED_PANEL }',
  by: 'FOCUS',
  place: '{ quality: LATE_ATTEMPTS }',
  jobId: '"none"',
  releaseId: JSON.stringify(RELEASES[1]),
  before: JSON.stringify(RELEASES[0]),
  after: JSON.stringify(RELEASES[1]),
  specification: JSON.stringify(JSON.stringify(walkedDataset(STUDY, ['sex']))),
  tables: '["participants"]',
  rule: '{ format: "intersession.safety/1", title: "Item 9", sign: { kind: "item", instrumentId: "phq-9", item: "q9" }, grades: [{ atLeast: 1, grade: "low" }], source: "A spec" }',
};

/** A query over parts, with the variables it uses. */
export function query(parts: readonly string[]): string {
  const text = parts.join(' ');
  const used = ['studyId', 'participantId', 'assignmentId'].filter((name) => text.includes(`$${name}`));
  const declared = used.length === 0 ? '' : `(${used.map((name) => `$${name}: ID!`).join(', ')})`;
  return `query${declared} { ${text} }`;
}

/** Arguments that say whose record is meant, or how much of it, though they may be left out. */
const ALWAYS_TOLD: readonly string[] = ['first', 'participantIds', 'day', 'keyedRatings.participantId'];

function argument({ name, type, defaultValue }: GraphQLArgument, field: string): string | undefined {
  if (name === 'filter') {
    const input = getNamedType(type);
    const byPerson = isInputObjectType(input) && 'participantIds' in input.getFields();
    return byPerson ? 'filter: { participantIds: [$participantId] }' : undefined;
  }
  const value = VALUES[name];
  const required = type.toString().endsWith('!') && defaultValue === undefined;
  if (value === undefined && required) throw new Error(`say in VALUES what ${name} of ${field} is to be`);
  const told = required || ALWAYS_TOLD.includes(name) || ALWAYS_TOLD.includes(`${field}.${name}`);
  return value === undefined || !told ? undefined : `${name}: ${value}`;
}

/** A field with what it has to be given. */
export function call({ name, args }: GraphQLField<unknown, unknown>): string {
  const given = args.flatMap((one) => argument(one, name) ?? []);
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

/** A field and, where it has fields of its own, the least of them. */
export function selection(field: GraphQLField<unknown, unknown>): string {
  return isLeafType(getNamedType(field.type)) ? call(field) : `${call(field)} { __typename }`;
}

/** A document part that leads along a path to a selection. */
export function along(path: Path, inner: string, alias: string): string {
  return `${alias}: ${below(path, inner)}`;
}

/** A part of a selection that leads along a path to another. */
export function below(path: Path, inner: string): string {
  return path.reduceRight((part, { field }) => `${call(field)} { ${part} }`, inner);
}

export function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

/** The shortest way to every type over fields that `may` lets pass; roots that say whose record is meant come first. */
export function paths(schema: GraphQLSchema, may: (type: string, field: string) => boolean): ReadonlyMap<string, Path> {
  const query = schema.getQueryType();
  if (query === null || query === undefined) throw new Error('the schema has no queries');
  const found = new Map<string, Path>();
  let front: readonly (readonly [GraphQLObjectType, Path])[] = [[query, []]];
  while (front.length > 0) {
    const next: (readonly [GraphQLObjectType, Path])[] = [];
    for (const [type, path] of front) {
      for (const field of personalFirst(Object.values(type.getFields()))) {
        const to = getNamedType(field.type);
        if (!isObjectType(to) || found.has(to.name) || !may(type.name, field.name) || NEVER.has(field.name)) continue;
        const way = [...path, { type, field }];
        found.set(to.name, way);
        next.push([to, way]);
      }
    }
    front = next;
  }
  return found;
}

/** Answers that are there for one caller at one time only. */
const NEVER: ReadonlySet<string> = new Set([
  'revealedArm',
  'declineNote',
  'withdrawalNote',
  'example',
  'excluded',
  'pushDevices',
  'specificationGrid',
  'calendarFeed',
]);

function personalFirst(fields: readonly GraphQLField<unknown, unknown>[]): readonly GraphQLField<unknown, unknown>[] {
  const rank = (field: GraphQLField<unknown, unknown>): number => (isPersonal(call(field)) ? 0 : 1);
  return [...fields].sort((one, other) => rank(one) - rank(other));
}

export function isPersonal(text: string): boolean {
  return text.includes('$participantId') || text.includes('$assignmentId');
}
