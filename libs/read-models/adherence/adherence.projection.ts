import { type AdherenceDefinition, type AdherenceFacts, evaluate, type Evaluation, parseDefinition } from '#adherence';
import type { Fact } from '#domain';
import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import { ADHERENCE_TYPES, adherenceFacts } from './adherence.facts.ts';
import { AdherenceRow, type AdherenceVerdict } from './adherence.row.ts';

/** Every person under every version of every definition that their study has published. */
export const adherence: Derivation = {
  kind: 'derivation',
  name: 'adherence',
  version: 2,
  entity: AdherenceRow,
  owner: 'participantId',
  daily: true,
  types: ['AdherenceDefinitionPublished', ...ADHERENCE_TYPES],
  derive: (input) => {
    const enrolled = input.facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
    const published = input.study.filter((fact) => fact.type === 'AdherenceDefinitionPublished');
    if (enrolled === undefined || published.length === 0) return [];
    const facts = adherenceFacts(input);
    return latest(published).map((fact) => rowOf(input, enrolled, fact, facts));
  },
};

type Published = Fact<'AdherenceDefinitionPublished'>;

/** A definition version is published once; should a history hold it twice, the later one stands. */
function latest(published: readonly Published[]): readonly Published[] {
  return [...new Map(published.map((fact) => [`${fact.data.version} ${fact.data.definitionId}`, fact])).values()];
}

function rowOf(
  { participantId }: DerivationInput,
  { data: enrolled }: Fact<'ParticipantEnrolled'>,
  { data: { definitionId, version, definition } }: Published,
  facts: AdherenceFacts,
): AdherenceRow {
  return {
    participantId,
    definitionId,
    definitionVersion: version,
    studyId: enrolled.studyId,
    siteId: enrolled.siteId ?? null,
    ...judgement(definition, facts),
    knownUntil: facts.observedUntil ?? '',
  };
}

export type Judgement = Omit<
  AdherenceRow,
  'participantId' | 'definitionId' | 'definitionVersion' | 'studyId' | 'siteId' | 'knownUntil'
>;

/** One person under one definition as columns. A definition that cannot be used says why and judges nobody. */
export function judgement(definition: object, facts: AdherenceFacts): Judgement {
  const parsed = read(definition);
  if (!parsed.ok) {
    const problem = parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; ');
    return { ...NOT_JUDGED, problem: storable(problem) };
  }
  return columnsOf(evaluate(parsed.definition, facts));
}

/** A judgement as the row holds it: proportions and bounds as they are, unbounded as null. */
export function columnsOf(evaluation: Evaluation): Judgement {
  const { value, unit, best, worst, n, unknown, reportingRate, settled, adherent } = evaluation;
  return { value, unit, best, worst, n, unknown, reportingRate, settled, adherent: verdictOf(adherent), problem: null };
}

/** A verdict as a column. */
export function verdictOf(adherent: Evaluation['adherent']): AdherenceVerdict | null {
  if (adherent === null || adherent === 'unknown') return adherent;
  return adherent ? 'adherent' : 'non-adherent';
}

const NOT_JUDGED: Omit<Judgement, 'problem'> = {
  ...{ adherent: 'unknown', value: null, unit: null, best: null, worst: null },
  ...{ n: 0, unknown: 0, reportingRate: null, settled: false },
};

type Parsed = { readonly ok: true; readonly definition: AdherenceDefinition } | ReturnType<typeof parseDefinition>;

const parsedDefinitions = new WeakMap<object, Parsed>();

/** The same definition is met for everyone in the study: parse it once. */
function read(definition: object): Parsed {
  const known = parsedDefinitions.get(definition);
  if (known !== undefined) return known;
  const parsed = parseDefinition(definition);
  parsedDefinitions.set(definition, parsed);
  return parsed;
}

function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().slice(0, 2_000);
}
