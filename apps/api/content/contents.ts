import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { ERASED, type Envelope, type Erased, isEnvelope, isErased, mapSealedFields } from '#domain';
import { Opener } from '#platform';
import type { GraphqlContext } from '../graphql/graphql.context.ts';

type Content = string | Envelope | Erased;

/** Opens sealed content for those who may read it: everything one level of an answer needs, in one go. */
@Injectable()
export class Contents {
  readonly #loaders = new WeakMap<object, DataLoader<Envelope, string | null>>();

  constructor(@Inject(Opener) private readonly opener: Opener) {}

  /** @returns null for content that is erased or that this caller may not read. */
  async textOf(value: Content, context: GraphqlContext): Promise<string | null> {
    return this.#mayRead(context) ? this.#open(value, context) : null;
  }

  /** Whether the key that would open it is destroyed. */
  async isErased(value: Content, context: GraphqlContext): Promise<boolean> {
    return (await this.#open(value, context)) === null;
  }

  /** An event’s content: private fields opened, or told of by their length only. */
  async dataOf(
    { type, data }: { readonly type: string; readonly data: unknown },
    context: GraphqlContext,
  ): Promise<unknown> {
    if (data === null) return null;
    const envelopes: Envelope[] = [];
    mapSealedFields({ type, data }, (value) => {
      if (isEnvelope(value)) envelopes.push(value);
      return value;
    });
    const texts = await Promise.all(envelopes.map((value) => this.#open(value, context)));
    const opened = new Map(envelopes.map((value, at) => [value, texts[at] ?? null]));
    const told = mapSealedFields({ type, data }, (value) => {
      if (!isEnvelope(value)) return value;
      const text = opened.get(value) ?? null;
      if (text === null) return ERASED;
      return this.#mayRead(context) ? text : { sealed: true, length: value.length };
    });
    return told.data;
  }

  #mayRead({ principal }: GraphqlContext): boolean {
    return principal?.permissions.has('content:open') === true;
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
