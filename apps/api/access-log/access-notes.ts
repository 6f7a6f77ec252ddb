import type { Envelope } from '#domain';
import { participantOf } from '../content/sealed-content.ts';

/** What one participant's record was opened for, in one request. */
export interface OpenedContent {
  readonly participantId: string;
  /** Kind of data → the events it came with. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What was handed out. */
export interface HandedOutData {
  readonly studyId: string;
  readonly siteId?: string;
  /** Where it is the record of one participant. */
  readonly participantId?: string;
  /** Such as `certified copy`, with its hash. */
  readonly detail: string;
}

/** Everything that one answer has to be on record for. */
export interface TakenNotes {
  readonly opened: readonly OpenedContent[];
  readonly refused: readonly string[];
  readonly exported: readonly HandedOutData[];
}

/** What a request has opened so far. It is written to the access log before the answer leaves. */
export class AccessNotes {
  readonly #opened = new Map<string, Map<string, Set<string>>>();
  readonly #refused = new Set<string>();
  readonly #handedOut: HandedOutData[] = [];

  /** Sealed content was opened for the caller. */
  content({ key, at }: Pick<Envelope, 'key' | 'at'>): void {
    const [eventId = '', path = ''] = at.split('/');
    const kind =
      path
        .split('.')
        .filter((part) => !/^\d+$/.test(part))
        .at(-1) ?? 'content';
    this.data(participantOf({ key }), kind, eventId);
  }

  /**
   * Something else that tells who a person is or what only few may know: a name, an arm.
   * @param kind such as `name`
   * @param source what it came with: an event, or a record’s id
   */
  data(participantId: string, kind: string, source: string): void {
    const kinds = this.#opened.get(participantId) ?? new Map<string, Set<string>>();
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(source));
    this.#opened.set(participantId, kinds);
  }

  /** Data were handed out to be kept elsewhere: a copy, a file. */
  exported(what: HandedOutData): void {
    this.#handedOut.push(what);
  }

  /** The caller asked for what they have no right to. @param what the permission that was missing */
  refused(what: string): void {
    this.#refused.add(what);
  }

  /** Everything noted so far; it is noted no longer. */
  take(): TakenNotes {
    const opened = [...this.#opened].map(([participantId, kinds]) => ({ participantId, kinds }));
    const refused = [...this.#refused];
    const exported = this.#handedOut.splice(0);
    this.#opened.clear();
    this.#refused.clear();
    return { opened, refused, exported };
  }
}
