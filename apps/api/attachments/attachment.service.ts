import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { decode, effective, type Fact } from '#domain';
import { streamName } from '#event-store';
import {
  type AttachmentPlace,
  AttachmentStore,
  type CallerContext,
  Engine,
  Execute,
  type FileProblem,
  type Receipt,
  type ReceivedFile,
} from '#platform';

/** What is said of a file besides its content. */
export interface AttachmentNotes {
  readonly attemptId?: string | undefined;
  readonly description?: string | undefined;
}

/** A file on record, and its content. */
export interface OpenedAttachment {
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Readable;
}

/** Why there is nothing to hand out. */
export type NoAttachment = 'not-found' | 'erased';

/** One at a time for each place. */
class PlaceTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  async take<Result>(place: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(place) ?? Promise.resolve();
    const mine = before.then(act, act);
    this.#last.set(place, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(place) === mine) this.#last.delete(place);
    }
  }
}

/** Takes attachments in and hands them out: sealed under the participant’s key, and on the record of the homework. */
@Injectable()
export class AttachmentService {
  readonly #turns = new PlaceTurns();

  constructor(
    private readonly engine: Engine,
    private readonly store: AttachmentStore,
    private readonly bus: CommandBus,
  ) {}

  /**
   * The file is in its place before the log tells of it; where the log refuses, it is taken away again.
   * @throws TooLarge; whatever the command handler throws
   */
  async attach(
    place: AttachmentPlace,
    source: Readable,
    notes: AttachmentNotes,
    context: CallerContext,
  ): Promise<Receipt | FileProblem | NoAttachment> {
    const participantId = await this.#participantOf(place.assignmentId);
    if (participantId === undefined) return 'not-found';
    const key = await this.engine.keys.ensure(participantId);
    if (key === 'destroyed') return 'erased';
    const file = await this.store.receive(place, source, key.content);
    if (typeof file === 'string') return file;
    return this.#turns.take(`${place.assignmentId}/${place.attachmentId}`, () =>
      this.#record(place, file, notes, context),
    );
  }

  /** One after another for one place: what the log tells of and what is in the folder are of the same upload. */
  async #record(
    place: AttachmentPlace,
    file: ReceivedFile,
    notes: AttachmentNotes,
    context: CallerContext,
  ): Promise<Receipt> {
    const { kind, mediaType, bytes, sha256 } = file;
    const command = { type: 'AttachFile', ...place, kind, mediaType, bytes, sha256, ...notes };
    if (await this.#isOnRecord(place)) await file.discard();
    else await file.keep();
    try {
      return await this.bus.execute(new Execute('assignment', command, context));
    } catch (error) {
      if (!(await this.#isOnRecord(place))) await this.store.remove(place);
      throw error;
    }
  }

  /** A file on record, opened. */
  async open(place: AttachmentPlace): Promise<OpenedAttachment | NoAttachment> {
    const stored = (await this.#history(place.assignmentId)).find(
      (fact) => fact.type === 'AttachmentStored' && fact.data.attachmentId === place.attachmentId,
    );
    const participantId = stored?.metadata.participantId;
    if (stored?.type !== 'AttachmentStored' || participantId === undefined) return 'not-found';
    const key = (await this.engine.keys.of([participantId])).get(participantId);
    if (key === 'destroyed') return 'erased';
    const content = key && (await this.store.open(place, key.content));
    if (content === undefined) return 'not-found';
    return { mediaType: stored.data.mediaType, bytes: stored.data.bytes, content };
  }

  async #isOnRecord({ assignmentId, attachmentId }: AttachmentPlace): Promise<boolean> {
    const facts = await this.#history(assignmentId);
    return facts.some((fact) => fact.type === 'AttachmentStored' && fact.data.attachmentId === attachmentId);
  }

  async #participantOf(assignmentId: string): Promise<string | undefined> {
    return (await this.#history(assignmentId))[0]?.metadata.participantId;
  }

  async #history(assignmentId: string): Promise<Fact[]> {
    const facts: Fact[] = [];
    const stream = streamName(`assignment-${assignmentId}`);
    for await (const stored of this.engine.store.readStream(stream)) facts.push(decode(stored));
    return effective<Fact>(facts);
  }
}
