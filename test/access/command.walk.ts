import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLField, type GraphQLSchema, isInputObjectType } from 'graphql';
import type { GraphqlClient } from '../api/graphql-client.ts';
import { mayOf, type RoleCode } from './access.table.ts';
import { type Findings, WITHIN_REACH } from './access.walk.ts';
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
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const may = mayOf('Mutation', mutation.name).includes(role);
    // Of accounts and keys only the guard is asked: whom they are about is no matter of studies.
    if (inputOf(mutation) === undefined) continue;
    // A guard stands before a command whatever it is about.
    for (const situation of may ? SITUATIONS : SITUATIONS.slice(0, 1)) {
      findings.cells += 1;
      const told = await send(client, mutation, PEOPLE[situation]);
      const expected = !may ? 'FORBIDDEN' : withinReach(role, situation, mutation) ? 'decided' : 'NOT_FOUND';
      if (told.outcome !== expected) {
        findings.wrong.push(`${role} ${situation} ${mutation.name}: ${told.outcome}, not ${expected}: ${told.message}`);
      }
    }
  }
}

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
  ];
  return !personal.some((name) => fields.includes(name));
}

function withinReach(role: RoleCode, situation: Situation, mutation: GraphQLField<unknown, unknown>): boolean {
  if (role === 'OP') return true;
  if (isOfStudy(mutation)) return situation !== 'otherStudy';
  return WITHIN_REACH[role].includes(situation);
}
