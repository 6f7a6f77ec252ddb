import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLField, type GraphQLSchema, isInputObjectType } from 'graphql';
import type { GraphqlClient } from '../api/graphql-client.ts';
import { mayOf, type RoleCode } from './access.table.ts';
import { type Findings, WITHIN_REACH } from './access.walk.ts';
import { inLanes } from './lanes.ts';
import { sampleInput } from './sample.inputs.ts';
import { PEOPLE, type Person, type Situation, SITUATIONS } from './trial.scene.ts';

/** Sends every command as one role, about people in every situation, and compares what lets it through with the table. */
export async function walkCommands({
  role,
  client,
  schema,
  findings,
}: {
  role: RoleCode;
  client: GraphqlClient;
  schema: GraphQLSchema;
  findings: Findings;
}): Promise<void> {
  const expect = async (mutation: Mutating, situation: Situation, expected: string): Promise<void> => {
    findings.cells += 1;
    const { outcome, message } = await send(client, mutation, PEOPLE[situation]);
    if (outcome === expected) return;
    findings.wrong.push(`${role} ${situation} ${mutation.name}: ${outcome}, not ${expected}: ${message}`);
  };
  // Of accounts and keys only the guard is asked: whom they are about is no matter of studies.
  const all = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((one) => inputOf(one) !== undefined);
  const allowed = all.filter(({ name }) => mayOf('Mutation', name).includes(role));
  // A guard stands before a command whatever it is about, and leaves nothing behind.
  const refused = all.filter((one) => !allowed.includes(one));
  await inLanes(refused, (mutation) => expect(mutation, 'own', 'FORBIDDEN'));
  for (const mutation of allowed) {
    const near = SITUATIONS.filter((situation) => withinReach(role, situation, mutation));
    const far = SITUATIONS.filter((situation) => !near.includes(situation));
    await inLanes(far, (situation) => expect(mutation, situation, 'NOT_FOUND'));
    for (const situation of near) await expect(mutation, situation, 'decided');
  }
}

type Mutating = GraphQLField<unknown, unknown>;

/** Commands of the log: what else there is of mutations is not about records. */
function inputOf(mutation: GraphQLField<unknown, unknown>) {
  const input = mutation.args.find(({ name }) => name === 'input')?.type;
  const type = input === undefined ? undefined : getNamedType(input);
  const meta = mutation.args.some(({ name }) => name === 'meta');
  return meta && isInputObjectType(type) ? type : undefined;
}

interface Told {
  readonly outcome: string;
  readonly message: string;
}

async function send(client: GraphqlClient, mutation: GraphQLField<unknown, unknown>, person: Person): Promise<Told> {
  const type = inputOf(mutation);
  if (type === undefined) throw new Error(`${mutation.name} takes no input`);
  const { name } = mutation;
  const document = `mutation($meta: CommandMetaInput!, $input: ${type.name}!) { ${name}(meta: $meta, input: $input) { stream } }`;
  const input = sampleInput(type, person);
  const meta = { commandId: randomUUID(), occurredAt: '2026-03-20T10:00:00.000Z' };
  const { errors } = await client.ask(document, { meta, input });
  const [error] = errors ?? [];
  if (error === undefined) return { outcome: 'decided', message: '' };
  const { code } = error.extensions;
  const undecided = ['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED', 'BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR'];
  const outcome = undecided.includes(code) || code.startsWith('GRAPHQL') ? code : 'decided';
  return { outcome, message: `${code} ${error.message}` };
}

/** Commands about a study’s own matters, which a right in the whole study extends to. */
function isOfStudy(mutation: GraphQLField<unknown, unknown>): boolean {
  const fields = Object.keys(inputOf(mutation)?.getFields() ?? {});
  const personal = [
    'participantId',
    'participants',
    'assignmentId',
    'sessionId',
    'measureId',
    'recordId',
    'code',
    'queryId',
    'alertId',
    'goalId',
  ];
  return !personal.some((name) => fields.includes(name));
}

function withinReach(role: RoleCode, situation: Situation, mutation: GraphQLField<unknown, unknown>): boolean {
  if (role === 'OP') return true;
  if (isOfStudy(mutation)) return situation !== 'otherStudy';
  return WITHIN_REACH[role].includes(situation);
}
