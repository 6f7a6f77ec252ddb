import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { ERASED, type Envelope, type Erased, isEnvelope, isErased, mapSealedFields } from '#domain';
import { Opener } from '#platform';
import type { ReadSnapshot } from '#read-models';
import { Unauthenticated } from '../access/access.error.ts';
import { UNBOUNDED } from '../access/right.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { mayOpen } from './content-reach.ts';
import { type ContentKind, participantOf, type SealedContent } from './sealed-content.ts';

type Content = string | Envelope | Erased;

/** Opens sealed content for those who may read it: everything one level of an answer needs, in one go. */
@Injectable()
export class Contents {
  readonly #loaders = new WeakMap<object, DataLoader<Envelope, string | null>>();

  constructor(@Inject(Opener) private readonly opener: Opener) {}

  /** @returns null for content that is erased or that this caller may not read. */
  async textOf(content: SealedContent, context: GraphqlContext, snapshot: ReadSnapshot): Promise<string | null> {
    const text = await this.#told(content, context, snapshot);
    if (text !== null && isEnvelope(content.value)) context.notes.content(content.value);
    return text;
  }

  /** Whether `textOf` gives nothing. Nobody reads it by asking. */
  async isKept(content: SealedContent, context: GraphqlContext, snapshot: ReadSnapshot): Promise<boolean> {
    return (await this.#told(content, context, snapshot)) === null;
  }

  /** Whether the key that would open it is destroyed. */
  async isErased(value: Content, context: GraphqlContext): Promise<boolean> {
    return (await this.#open(value, context)) === null;
  }

  /**
   * An event’s content: private fields opened, or told of by their length only. In a history nothing says for whom work
   * was meant, so it is told of as what its writer keeps private.
   */
  async dataOf(
    { type, stream, data }: { readonly type: string; readonly stream: string; readonly data: unknown },
    context: GraphqlContext,
    snapshot: ReadSnapshot,
  ): Promise<unknown> {
    if (data === null) return null;
    const envelopes: Envelope[] = [];
    mapSealedFields({ type, data }, (value) => {
      if (isEnvelope(value)) envelopes.push(value);
      return value;
    });
    const about = { kind: kindOf(stream), visibility: 'private' } as const;
    const told = await Promise.all(
      envelopes.map(async (value): Promise<[Envelope, unknown]> => {
        const text = await this.#open(value, context);
        if (text === null) return [value, ERASED];
        const may = await this.#mayRead({ ...about, value }, context, snapshot);
        if (may) context.notes.content(value);
        return [value, may ? text : { sealed: true, length: value.length }];
      }),
    );
    const opened = new Map(told);
    return mapSealedFields({ type, data }, (value) => (isEnvelope(value) ? opened.get(value) : value)).data;
  }

  async #told(content: SealedContent, context: GraphqlContext, snapshot: ReadSnapshot): Promise<string | null> {
    return (await this.#mayRead(content, context, snapshot)) ? this.#open(content.value, context) : null;
  }

  async #mayRead(
    content: Omit<SealedContent, 'length'>,
    { principal }: GraphqlContext,
    snapshot: ReadSnapshot,
  ): Promise<boolean> {
    if (principal === undefined) throw new Unauthenticated();
    if (principal.rights === UNBOUNDED) return true;
    const { value } = content;
    // What was never sealed belongs to nobody in particular, and is not handed out on a guess.
    return isEnvelope(value) && mayOpen(content, participantOf(value), principal, snapshot);
  }

  async #open(value: Content, context: GraphqlContext): Promise<string | null> {
    if (isErased(value)) return null;
    return isEnvelope(value) ? this.#loaderOf(context).load(value) : value;
  }

  #loaderOf(context: GraphqlContext): DataLoader<Envelope, string | null> {
    const known = this.#loaders.get(context.snapshots);
    if (known !== undefined) return known;
    const made = new DataLoader<Envelope, string | null>(async (values) => {
      const opened = await this.opener.openValues<string>(values);
      return opened.map((value) => (typeof value === 'string' ? value : null));
    });
    this.#loaders.set(context.snapshots, made);
    return made;
  }
}

/** Whose words the private fields of a record’s events are. */
export function kindOf(stream: string): ContentKind {
  if (stream.startsWith('participant-')) return 'conduct';
  return stream.startsWith('session-') || stream.startsWith('rating-') ? 'notes' : 'work';
}
