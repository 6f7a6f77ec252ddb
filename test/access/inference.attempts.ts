import { getNamedType, type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql';
import { ARM_NAMES, BLINDED_STUDY, personOf } from './blinding.scene.ts';

/** One try to find out who is in which arm. */
export interface Attempt {
  readonly how: string;
  readonly document: string;
  readonly variables?: object;
}

const study = JSON.stringify(BLINDED_STUDY);
const [first, second] = [JSON.stringify(personOf(1)), JSON.stringify(personOf(3))];

/** Scripts of somebody who wants to know: some two hundred, most of them made from the schema itself. */
export function attempts(schema: GraphQLSchema): readonly Attempt[] {
  return [
    ...byOrder(schema),
    ...byFilter(schema),
    ...byHistory(schema),
    ...byMoment(),
    ...byAsking(),
    ...byDocument(),
    ...byCommand(),
  ];
}

const WHOLE_LISTS: Readonly<Record<string, string>> = {
  participants: 'participantId',
  participantFlows: 'participantId',
  measures: 'measureId participantId',
  outcomes: 'measureId total',
  missingness: 'measureId status',
  personSummaries: 'participantId',
  ratings: 'ratingId',
  sessions: 'sessionId',
  assignments: 'assignmentId',
  attempts: 'attemptId',
};

/** Every order of every list, there and back: does the order of arms show? */
function byOrder(schema: GraphQLSchema): readonly Attempt[] {
  return Object.entries(WHOLE_LISTS).flatMap(([list, fields]) => {
    const order = schema
      .getQueryType()
      ?.getFields()
      [list]?.args.find(({ name }) => name === 'orderBy')?.type;
    const type = order === undefined ? undefined : getNamedType(order);
    const field = isInputObjectType(type) ? getNamedType(type.getFields()['field']?.type ?? type) : undefined;
    const orders = isEnumType(field) ? field.getValues().map(({ name }) => name) : [];
    return orders.flatMap((name) =>
      ['ASC', 'DESC'].map((direction) => ({
        how: `${list} ordered by ${name} ${direction}`,
        document: `{ ${list}(studyId: ${study}, orderBy: { field: ${name}, direction: ${direction} }) { totalCount nodes { ${fields} } } }`,
      })),
    );
  });
}

/** Filters by the names of arms, wherever text is taken. */
function byFilter(schema: GraphQLSchema): readonly Attempt[] {
  return Object.keys(WHOLE_LISTS).flatMap((list) => {
    const filter = schema
      .getQueryType()
      ?.getFields()
      [list]?.args.find(({ name }) => name === 'filter')?.type;
    const type = filter === undefined ? undefined : getNamedType(filter);
    const clauses = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    return clauses.flatMap(({ name, type: of }) => {
      if (!['ID', 'String'].includes(getNamedType(of).name)) return [];
      return ARM_NAMES.map((arm) => ({
        how: `${list} where ${name} is ${arm}`,
        document: `{ ${list}(studyId: ${study}, filter: { ${name}: ${JSON.stringify(arm)} }) { totalCount } }`,
      }));
    });
  });
}

/** The history by every type of event, of the study, of a person, of the records themselves. */
function byHistory(schema: GraphQLSchema): readonly Attempt[] {
  const types = schema.getType('EventType');
  const names = isEnumType(types) ? types.getValues().map(({ name }) => name) : [];
  const told = '{ totalCount nodes { type revision participantIds reason data note { length text } } }';
  const kinds = schema.getType('RecordKind');
  const categories = isEnumType(kinds) ? kinds.getValues().map(({ name }) => name) : [];
  return [
    ...names.map((name) => ({
      how: `history of ${name}`,
      document: `{ history(of: { studyId: ${study} }, filter: { types: [${name}] }) ${told} }`,
    })),
    ...categories.flatMap((kind) =>
      [study, first, second].map((id) => ({
        how: `history of the ${kind} ${id}`,
        document: `{ history(of: { record: { category: ${kind}, recordId: ${id} } }) ${told} }`,
      })),
    ),
    { how: 'history of a person', document: `{ history(of: { participantId: ${first} }) ${told} }` },
  ];
}

/** What was known at moments before, during and after allocation. */
function byMoment(): readonly Attempt[] {
  return [8, 10, 11, 12, 20, 30, 48].map((index) => ({
    how: `as of ${index}`,
    document: `{ participants(studyId: ${study}, asOf: { index: ${index} }) { totalCount nodes { participantId sex } }
      participantFlows(studyId: ${study}, asOf: { index: ${index} }) { totalCount } }`,
  }));
}

/** Plain questions. */
function byAsking(): readonly Attempt[] {
  const person = (fields: string): string => `{ participant(participantId: ${second}) { ${fields} } }`;
  return [
    `{ arms(studyId: ${study}) { participantId arm } }`,
    `{ arms(studyId: ${study}, participantIds: [${first}]) { arm } }`,
    `{ revealedArm(studyId: ${study}, participantId: ${first}) { arm } }`,
    `{ allocation(studyId: ${study}) { allocated scheme { commitment method } } }`,
    `{ participantAllocation(participantId: ${first}) { number origin } }`,
    `{ unblindings(participantId: ${first}) { revealedTo reason } }`,
    `{ whoCouldHaveKnown(participantId: ${first}) { actorId basis detail } }`,
    `{ flow(studyId: ${study}) { stages { stage people reasons { reason people } } } }`,
    `{ flow(studyId: ${study}) { arms { arm stages { people } } } }`,
    person('treatmentGroup'),
    person('characteristics'),
    person('characteristics stratum sex ageBand diagnosis'),
    person('therapistId therapistFrom'),
    person('status consentScopes'),
    `{ a: participants(studyId: ${study}, filter: { treatmentGroups: ["TAU"] }) { totalCount } b: participants(studyId: ${study}, filter: { treatmentGroups: ["BtheB"] }) { totalCount } }`,
  ].map((document) => ({ how: document.slice(0, 60), document }));
}

/** The same by other spellings: aliases, fragments, variables, directives, cursors, type names. */
function byDocument(): readonly Attempt[] {
  return [
    {
      document: `query($g: [ID!]) { participants(studyId: ${study}, filter: { treatmentGroups: $g }) { totalCount } }`,
      variables: { g: ['TAU'] },
    },
    {
      document: `query($g: [ID!]) { participants(studyId: ${study}, filter: { treatmentGroups: $g }) { totalCount } }`,
      variables: { g: ['BtheB'] },
    },
    {
      document: `query { participant(participantId: ${first}) { ...F } } fragment F on Participant { group: treatmentGroup }`,
    },
    { document: `{ participant(participantId: ${first}) { ... on Participant { sex: treatmentGroup } } }` },
    {
      document: `query($yes: Boolean!) { participant(participantId: ${first}) { status treatmentGroup @include(if: $yes) } }`,
      variables: { yes: true },
    },
    {
      document: `query($no: Boolean!) { participant(participantId: ${first}) { status treatmentGroup @skip(if: $no) } }`,
      variables: { no: false },
    },
    {
      document: `{ participants(studyId: ${study}) { edges { cursor node { participantId } } pageInfo { endCursor } } }`,
    },
    {
      document: `{ participants(studyId: ${study}, first: 1, filter: { treatmentGroups: ["TAU"] }) { edges { cursor } pageInfo { hasNextPage } } }`,
    },
    { document: `{ studies { nodes { participants(filter: { treatmentGroups: ["TAU"] }) { totalCount } } } }` },
    { document: `{ studies { nodes { participants(filter: { strata: ["TAU"] }) { totalCount } } } }` },
    {
      document: `{ outcomeSummary(studyId: ${study}, instrumentId: "phq-9", informant: CLIENT) { occasions { occasion enrolled scores { mean n } } } }`,
    },
    { document: `{ participant(participantId: ${first}) { arm } }` },
    {
      document: `{ participants(studyId: ${study}, orderBy: { field: TREATMENT_GROUP, direction: ASC }) { totalCount } }`,
    },
    { document: `{ participants(studyId: ${study}, filter: { arm: ["TAU"] }) { totalCount } }` },
    { document: `{ __type(name: "Participant") { fields { name } } }` },
  ].map((attempt) => ({ how: attempt.document.slice(0, 60), ...attempt }));
}

/** Commands whose refusal might say what their sender may not know. */
function byCommand(): readonly Attempt[] {
  const meta = (last: number): string => `meta: { commandId: "00000000-0000-4000-8000-0000000000${10 + last}" }`;
  const person = [first, second];
  return [
    ...ARM_NAMES.flatMap((arm, at) =>
      person.map(
        (id) =>
          `recordAllocation(${meta(at)}, input: { studyId: ${study}, participantId: ${id}, arm: "${arm}" }) { stream }`,
      ),
    ),
    ...person.map(
      (id) => `allocateParticipant(${meta(2)}, input: { studyId: ${study}, participantId: ${id} }) { stream }`,
    ),
    ...person.map(
      (id) => `recordBaseline(${meta(3)}, input: { participantId: ${id}, characteristics: {} }) { stream }`,
    ),
    ...person.map(
      (id) =>
        `assignTherapist(${meta(4)}, input: { participantId: ${id}, therapistId: "t1", from: "2026-03-01" }) { stream }`,
    ),
    `discloseAllocation(${meta(5)}, input: { studyId: ${study} }) { stream }`,
    `correctEntry(${meta(6)}, input: { category: ALLOCATION, recordId: ${study}, entryId: "00000000-0000-4000-8000-000000000000", reason: TYPING_ERROR, replacement: {} }) { stream }`,
    `signRecord(${meta(7)}, input: { category: PARTICIPANT, recordId: ${first}, meaning: REVIEWED }) { stream }`,
  ].map((command) => ({ how: command.slice(0, 60), document: `mutation { ${command} }` }));
}
