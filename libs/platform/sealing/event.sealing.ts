import {
  type AnyEvent,
  ERASED,
  type Envelope,
  type Fact,
  type SealOwner,
  type Sealed,
  holdsSealed,
  isEnvelope,
  isErased,
  mapSealedFields,
  shapeOf,
} from '#domain';
import { BrokenSeal, openValue, sealFilled, sealValue } from './envelope.cipher.ts';
import type { DataKey, ParticipantKeys } from './participant.keys.ts';

/** How an envelope says whose key opens it. */
const OWNER: Readonly<Record<SealOwner, string>> = { participant: 'participant:', study: 'study:' };

/** Under which a study's key is kept among those of participants; no participant's id has a stroke. */
export function studyKeyOf(studyId: string): string {
  return `study/${studyId}`;
}

/** A key, and who or what it belongs to. */
export interface OwnedKey {
  readonly id: string;
  readonly key: DataKey;
}
/** The keys that one event's private fields are sealed under. */
export type SealingKeys = Readonly<Partial<Record<SealOwner, OwnedKey>>>;

/** Whether an event of this type may hold private content at all; a correction holds what the entry it corrects may hold. */
function concerns(type: string): boolean {
  return type === 'EntryCorrected' || holdsSealed(shapeOf(type).data);
}

/** Whether the event holds private content of this owner that is still to be sealed. */
export function holdsPlainContent(event: AnyEvent, owner: SealOwner): boolean {
  if (!concerns(event.type)) return false;
  let found = false;
  mapSealedFields(event, (value, _path, whose) => {
    found ||= whose === owner && !isErased(value);
    return value;
  });
  return found;
}

/** The event as it is stored: every private field in an envelope bound to this event and field. */
export function sealEvent<Event extends AnyEvent>(event: Event, eventId: string, keys: SealingKeys): Event {
  if (!concerns(event.type)) return event;
  return mapSealedFields(event, (value, path, whose) => {
    if (isErased(value)) return ERASED;
    const owned = keys[whose];
    if (owned === undefined) throw new Error(`there is no key to seal ${event.type} under`);
    const seal = whose === 'study' ? sealFilled : sealValue;
    return seal(owned.key.content, `${OWNER[whose]}${owned.id}`, `${eventId}/${path.join('.')}`, value);
  });
}

/** A key that should exist does not: the keys were not restored together with the log. */
export class MissingKey extends Error {
  override readonly name = 'MissingKey';
}

/**
 * Opens sealed content, after the access check. Content whose key was destroyed opens to `{ erased: true }`; what is sealed
 * under a study's key stays sealed, except for the few that say `arms`. Every method throws BrokenSeal for damaged or misplaced envelopes and MissingKey for a key that was lost.
 */
export class Opener {
  readonly #keys: ParticipantKeys;
  readonly #opens: readonly SealOwner[];

  /** @param arms whether arms and sequences are opened too */
  constructor(keys: ParticipantKeys, arms?: 'arms') {
    this.#keys = keys;
    this.#opens = arms === 'arms' ? ['participant', 'study'] : ['participant'];
  }

  /** One fact as it stands in the log. */
  async open<F extends Fact>(fact: F): Promise<F> {
    const [opened] = await this.openAll([fact]);
    return opened ?? fact;
  }

  /** Facts as they stand in the log, before corrections are applied; one query for all their keys. */
  async openAll<F extends Fact>(facts: readonly F[]): Promise<F[]> {
    const envelopes: Envelope[] = [];
    for (const fact of facts) {
      if (!concerns(fact.type)) continue;
      mapSealedFields(fact, (value) => {
        if (this.#isOurs(value)) envelopes.push(value);
        return value;
      });
    }
    if (envelopes.length === 0) return [...facts];
    const keys = await this.#keysOf(envelopes);
    return facts.map((fact) =>
      concerns(fact.type)
        ? mapSealedFields(fact, (value) => (this.#isOurs(value) ? openIn(fact, value, keys) : value))
        : fact,
    );
  }

  /** Sealed columns of read-model rows, in the order given; anything that is not an envelope comes back as it is. */
  async openValues<Value>(values: readonly (Value | Envelope)[]): Promise<Sealed<Value>[]> {
    const keys = await this.#keysOf(values.filter((value) => this.#isOurs(value)));
    // What an envelope holds is what its field's schema let in when it was sealed.
    return values.map((value) => (this.#isOurs(value) ? opened(value, keys) : value) as Sealed<Value>);
  }

  async #keysOf(envelopes: readonly Envelope[]): Promise<Keys> {
    return this.#keys.of(envelopes.map(keyOf));
  }

  #isOurs(value: unknown): value is Envelope {
    return isEnvelope(value) && this.#opens.includes(ownerOf(value));
  }
}

type Keys = ReadonlyMap<string, DataKey | 'destroyed'>;

function openIn(fact: Fact, value: Envelope, keys: Keys): unknown {
  if (!value.at.startsWith(`${fact.id}/`)) throw new BrokenSeal(`event ${fact.id} holds an envelope of another event`);
  return opened(value, keys);
}

function opened(envelope: Envelope, keys: Keys): unknown {
  const key = keys.get(keyOf(envelope));
  if (key === undefined)
    throw new MissingKey(`there is no key for sealed content of event ${envelope.at.split('/')[0]}`);
  return key === 'destroyed' ? ERASED : openValue(key.content, envelope);
}

function ownerOf({ key }: Envelope): SealOwner {
  if (key.startsWith(OWNER.participant)) return 'participant';
  if (key.startsWith(OWNER.study)) return 'study';
  throw new BrokenSeal('an envelope names a key of unknown kind');
}

function keyOf(envelope: Envelope): string {
  const owner = ownerOf(envelope);
  const id = envelope.key.slice(OWNER[owner].length);
  return owner === 'study' ? studyKeyOf(id) : id;
}
