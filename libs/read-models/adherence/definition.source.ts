import type { AdherenceDefinition, AdherenceFacts } from '#adherence';
import { parseDefinition } from '#adherence';
import type { EventType, Fact } from '#domain';
import { type Sql, personFacts } from '../facts/fact.source.ts';
import type { DerivationInput } from '../kernel/projection.ts';
import { lastDays } from '../facts/study.day.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import { adherenceFacts } from './adherence.facts.ts';
import { adherence } from './adherence.projection.ts';

/** @throws InvalidRead naming each field that is wrong */
export function definitionFrom(input: unknown): AdherenceDefinition {
  const parsed = parseDefinition(input);
  if (parsed.ok) return parsed.definition;
  throw new InvalidRead('definition', parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; '));
}

/** The facts of people, as a definition sees them at the snapshot's index. People who were never enrolled are left out. */
export async function adherenceFactsOf(
  snapshot: ReadSnapshot,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, AdherenceFacts>> {
  const source = snapshot.computing('adherence');
  const sql: Sql = (text, parameters) => source.sql(text, parameters);
  const types: readonly EventType[] = adherence.types;
  const people = await personFacts(sql, participantIds, types, snapshot.position);
  const studyOf = (facts: readonly Fact[]): string | undefined =>
    facts.findLast((fact) => fact.type === 'ParticipantEnrolled')?.data.studyId;
  const studies = [...new Set([...people.values()].flatMap((facts) => studyOf(facts) ?? []))];
  const days = await lastDays(sql, studies, snapshot.position);
  const found = new Map<string, AdherenceFacts>();
  for (const [participantId, facts] of people) {
    const study = studyOf(facts);
    if (study === undefined) continue;
    const input: DerivationInput = { participantId, facts, study: [], knownUntil: days.get(study) ?? '' };
    found.set(participantId, adherenceFacts(input));
  }
  return found;
}
