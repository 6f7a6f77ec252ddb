import { type Envelope, type Erased, type Fact, isErased } from '#domain';

/**
 * Whose words they are. `work`: diaries, drawings and all else about the homework itself. `notes`: what clinicians and
 * raters note about it. `conduct`: what the trial has to know of its participants, such as adverse events.
 */
export type ContentKind = 'work' | 'notes' | 'conduct';

export type Visibility = Fact<'SharingChanged'>['data']['visibility'];

/** What a read model holds of a private field, with what may be told of it without opening. */
export interface SealedContent {
  readonly value: string | Envelope | Erased;
  readonly length: number | null;
  readonly kind: ContentKind;
  /** Of work: for whom its writer meant it. */
  readonly visibility: Visibility;
}

interface About {
  readonly kind?: ContentKind;
  readonly visibility?: Visibility | null;
}

const OWNER = 'participant:';

/** Whose key seals it: a participant’s id. */
export function participantOf({ key }: Pick<Envelope, 'key'>): string {
  return key.startsWith(OWNER) ? key.slice(OWNER.length) : key;
}

/** A private field that is always there. */
export function requiredContent(value: string | Envelope | Erased, about: About = {}): SealedContent {
  const { kind = 'work', visibility } = about;
  return { value, kind, visibility: visibility ?? 'therapist', length: isErased(value) ? null : value.length };
}

/** A private field that may have been left out. */
export function sealedContent(
  value: string | Envelope | Erased | null | undefined,
  about: About = {},
): SealedContent | null {
  return value === null || value === undefined ? null : requiredContent(value, about);
}
