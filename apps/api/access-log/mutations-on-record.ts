import type { GraphQLRequestContext } from '@apollo/server';
import { type FieldNode, getArgumentValues, Kind, OperationTypeNode } from 'graphql';
import type { AccessEntry } from '#platform';
import type { GraphqlContext } from '../graphql/graphql.context.ts';

/** Mutations that change who may read what, or tell an arm. */
const ACTS: ReadonlyMap<string, AccessEntry['act']> = new Map<string, AccessEntry['act']>([
  ...(['appointStaff', 'removeStaff', 'coverCaseload', 'nameSupervisor', 'releaseSupervisor'] as const).map(
    (name) => [name, 'permission'] as const,
  ),
  ...(['assignRatingSample', 'assignTherapist', 'linkPerson', 'changeSharing'] as const).map(
    (name) => [name, 'permission'] as const,
  ),
  ['unblindParticipant', 'unblinding'],
  ['discloseAllocation', 'unblinding'],
]);

/** What such a mutation says of whom it concerns. */
const CONCERNS = ['studyId', 'siteId', 'participantId'] as const;
const NAMED = ['staffId', 'coveredBy', 'therapistId', 'personId', 'role'] as const;

type Noted = Pick<AccessEntry, 'act' | 'outcome' | 'detail' | 'studyId' | 'siteId' | 'participantId'>;

/** What a request did that belongs on the access log, done or refused. */
export function mutationsOnRecord(asked: GraphQLRequestContext<GraphqlContext>): readonly Noted[] {
  const { operation, errors = [] } = asked;
  if (operation?.operation !== OperationTypeNode.MUTATION) return [];
  return operation.selectionSet.selections.flatMap((node): Noted[] => {
    const act = node.kind === Kind.FIELD ? ACTS.get(node.name.value) : undefined;
    if (node.kind !== Kind.FIELD || act === undefined) return [];
    const key = node.alias?.value ?? node.name.value;
    const outcome = errors.some(({ path }) => path?.[0] === key) ? 'refused' : 'done';
    const given = inputOf(asked, node);
    const named = NAMED.flatMap((name) => given(name) ?? []).map((text) => text.replace(/^[A-Z_]+$/, spelt));
    const concerns = Object.fromEntries(
      CONCERNS.flatMap((name) => (given(name) === undefined ? [] : [[name, given(name)]])),
    );
    return [{ act, outcome, detail: [node.name.value, ...named].join(' ').slice(0, 200), ...concerns }];
  });
}

/** `SITE_INVESTIGATOR` as it stands in the log. */
const spelt = (text: string): string => text.toLowerCase().replaceAll('_', '-');

/** Reads texts of the mutation’s input by name. */
function inputOf({ schema, request }: GraphQLRequestContext<GraphqlContext>, node: FieldNode) {
  const field = schema.getMutationType()?.getFields()[node.name.value];
  const input: unknown = field === undefined ? {} : getArgumentValues(field, node, request.variables)['input'];
  return (name: string): string | undefined => {
    if (typeof input !== 'object' || input === null) return undefined;
    const value: unknown = Object.getOwnPropertyDescriptor(input, name)?.value;
    return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
  };
}
