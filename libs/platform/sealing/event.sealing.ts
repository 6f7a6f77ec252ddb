import {
  type AnyEvent,
  ERASED,
  type Envelope,
  type Fact,
  type Sealed,
  holdsSealed,
  isEnvelope,
  isErased,
  mapSealedFields,
  shapeOf,
} from '#domain';
import { BrokenSeal, openValue, sealValue } from './envelope.cipher.ts';
import type { DataKey, ParticipantKeys } from './participant.keys.ts';

const OWNER = 'participant:';

/** Whether an event of this type may hold private content at all; a correction holds what the entry it corrects may hold. */
function concerns(type: string): boolean {
  return type === 'EntryCorrected' || holdsSealed(shapeOf(type).data);
}

/** Whether the event holds private content that is still to be sealed. */
export function holdsPlainContent(event: AnyEvent): boolean {
  if (!concerns(event.type)) return false;
  let found = false;
  mapSealedFields(event, (value) => {
    found ||= !isErased(value);
    return value;
  });
  return found;
}

/** The event as it is stored: every private field in an envelope bound to this event and field. */
export function sealEvent<Event extends AnyEvent>(
  event: Event,
  eventId: string,
  participantId: string,
  { content }: DataKey,
): Event {
  if (!concerns(event.type)) return event;
  return mapSealedFields(event, (value, path) =>
    isErased(value) ? ERASED : sealValue(content, `${OWNER}${participantId}`, `${eventId}/${path.join('.')}`, value),
  );
}

/** A key that should exist does not: the keys were not restored together with the log. */
export class MissingKey extends Error {
  override readonly name = 'MissingKey';
}

/**
 * Opens sealed content, after the access check. Content whose key was destroyed opens to `{ erased: true }`.
 * Every method throws BrokenSeal for damaged or misplaced envelopes and MissingKey for a key that was lost.
 */
export class Opener {
  readonly #keys: ParticipantKeys;

  constructor(keys: ParticipantKeys) {
    this.#keys = keys;
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
        if (isEnvelope(value)) envelopes.push(value);
        return value;
      });
    }
    if (envelopes.length === 0) return [...facts];
    const keys = await this.#keysOf(envelopes);
    return facts.map((fact) =>
      concerns(fact.type) ? mapSealedFields(fact, (value) => openIn(fact, value, keys)) : fact,
    );
  }

  /** Sealed columns of read-model rows, in the order given; anything that is not an envelope comes back as it is. */
  async openValues<Value>(values: readonly (Value | Envelope)[]): Promise<Sealed<Value>[]> {
    const keys = await this.#keysOf(values.filter(isEnvelope));
    // What an envelope holds is what its field's schema let in when it was sealed.
    return values.map((value) => (isEnvelope(value) ? (opened(value, keys) as Sealed<Value>) : value));
  }

  async #keysOf(envelopes: readonly Envelope[]): Promise<Keys> {
    return this.#keys.of(envelopes.map(ownerOf));
  }
}

type Keys = ReadonlyMap<string, DataKey | 'destroyed'>;

function openIn(fact: Fact, value: unknown, keys: Keys): unknown {
  if (!isEnvelope(value)) return value;
  if (!value.at.startsWith(`${fact.id}/`)) throw new BrokenSeal(`event ${fact.id} holds an envelope of another event`);
  return opened(value, keys);
}

function opened(envelope: Envelope, keys: Keys): unknown {
  const key = keys.get(ownerOf(envelope));
  if (key === undefined)
    throw new MissingKey(`there is no key for sealed content of event ${envelope.at.split('/')[0]}`);
  return key === 'destroyed' ? ERASED : openValue(key.content, envelope);
}

function ownerOf({ key }: Envelope): string {
  if (!key.startsWith(OWNER)) throw new BrokenSeal('an envelope names a key of unknown kind');
  return key.slice(OWNER.length);
}
