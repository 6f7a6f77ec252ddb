import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { answersTo, definition, MOOD, type Person, POLICY, ROTA, RULE, terms, worksheetOf } from './trial.scene.ts';

/** Fields whose value is not to be guessed from their type. */
const TELLING: Readonly<Record<string, unknown>> = {
  ...{ timeZone: 'UTC', language: 'en', from: '2027-01-01', to: '2027-01-02', startsAt: '2026-04-01T10:00:00.000Z' },
  ...{
    on: '2026-03-05',
    onset: '2026-03-05',
    dueDate: '2026-05-01',
    occurrence: '2026-03-20',
    instrumentId: 'phq-9',
    planned: 10,
  },
  ...{ entryId: '00000000-0000-4000-8000-000000000000', items: [{ item: 'q1', value: 1 }], terms },
};

/** Documents that a command has checked before anybody asks who sends it. */
const DOCUMENTS: Readonly<Record<string, unknown>> = {
  PublishAdherenceDefinitionInput: { ...definition, id: 'walked' },
  PublishInstrumentInput: { ...MOOD, id: 'walked' },
  PublishSafetyRuleInput: RULE,
  PublishDutyRotaInput: ROTA,
  PublishReminderPolicyInput: POLICY,
};

/** An input that says whose record is meant and holds just enough to be a command. */
export function sampleInput(type: GraphQLInputObjectType, person: Person): object {
  const ids: Readonly<Record<string, string>> = {
    ...{ studyId: person.studyId, siteId: person.siteId, participantId: person.participantId },
    ...{ assignmentId: person.assignmentId, sessionId: person.sessionId, measureId: person.measureId },
    ...{ therapistId: person.therapistId, recordId: person.participantId, code: person.code },
    ...{
      templateId: `template-${person.code.toLowerCase()}`,
      definitionId: 'walked',
      queryId: `query-${person.code}`,
      alertId: `alert-${person.code}`,
      ruleId: 'walked',
      goalId: `goal-${person.code}`,
      substituteId: person.assignmentId,
      answers: answersTo(`template-${person.code.toLowerCase()}`, 'walked'),
      attemptId: `walked-${person.code}`,
    },
  };
  const fill = (of: GraphQLInputType, name: string): unknown => {
    if (isNonNullType(of)) return fill(of.ofType, name);
    if (name === 'participants') return [person.participantId];
    if (name === 'about') return { category: 'ASSIGNMENT', recordId: person.assignmentId };
    if (name === 'goalIds') return [`goal-${person.code}`];
    if (name === 'content') return worksheetOf(`template-${person.code.toLowerCase()}`);
    if (name === 'worksheet') return { templateId: `template-${person.code.toLowerCase()}`, version: 1 };
    if (name === 'category') return 'PARTICIPANT';
    if (name === 'due') return '2027-03';
    if (name === 'target') return { kind: 'ASSIGNMENT', assignmentId: person.assignmentId, version: 1 };
    if (name === 'instrumentId' && type.name === 'PublishInstrumentInput') return 'walked';
    if (ids[name] !== undefined) return ids[name];
    if (name === 'arms') return ['treated', 'waiting'].map((arm) => ({ arm, ratio: 1 }));
    if (name === 'factors') return [];
    if (isEnumType(of)) return of.getValues()[0]?.name;
    if (['rule', 'rota', 'policy'].includes(name)) return DOCUMENTS[type.name] ?? {};
    if (name === 'definition' || (name === 'instrument' && !isInputObjectType(of))) return DOCUMENTS[type.name] ?? {};
    if (TELLING[name] !== undefined && name !== 'instrument') return TELLING[name];
    if (isListType(of))
      return isInputObjectType(named(of.ofType)) || isEnumType(named(of.ofType)) ? [fill(of.ofType, '')] : [];
    if (isInputObjectType(of)) return sampleFields(of);
    return scalar(of.toString(), name);
  };
  const sampleFields = (of: GraphQLInputObjectType): object =>
    Object.fromEntries(
      Object.values(of.getFields())
        .filter(({ type: field, name }) => isNonNullType(field) || (of === type && ['siteId', 'about'].includes(name)))
        .map(({ name, type: field }) => [name, fill(field, name)]),
    );
  return sampleFields(type);
}

function named(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) || isListType(type) ? named(type.ofType) : type;
}

function scalar(type: string, name: string): unknown {
  switch (type) {
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return false;
    case 'LocalDate':
      return '2026-03-20';
    case 'Instant':
      return '2026-03-20T10:00:00.000Z';
    case 'UUID':
      return '00000000-0000-4000-8000-000000000000';
    case 'JSON':
      return {};
    default:
      return `walked-${name}`;
  }
}
