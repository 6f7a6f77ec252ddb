import type { Fact } from '#domain';

/** The scope columns that most rows share. */
export interface ScopeColumns {
  stream: string;
  studyId: string | null;
  siteId: string | null;
}

export function scopeOf({ stream, metadata }: Fact): ScopeColumns {
  return { stream, studyId: metadata.studyId ?? null, siteId: metadata.siteId ?? null };
}

/** @throws Error, which stops the projection, for an entry of a person's record that names no person. */
export function personOf(fact: Fact): string {
  const { participantId } = fact.metadata;
  if (participantId === undefined) throw new Error(`${fact.type} names no participant`);
  return participantId;
}

/** The part of a stream name after the category. */
export function recordIdOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
