import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request } from 'express';
import { decode, effective, type Fact } from '#domain';
import { type Position, streamName } from '#event-store';
import { type AttachmentPlace, currentCorrelationId, Engine, Identity } from '#platform';
import { type AttachmentRow, ListAttachments, type ReadSnapshot } from '#read-models';
import { AccessNotes } from '../access-log/access-notes.ts';
import { ParticipantStudies } from '../access-log/participant-studies.ts';
import { entriesOf, entryOf } from '../access-log/request.entries.ts';
import type { Caller } from '../access/caller.ts';
import type { Principal } from '../access/principal.ts';
import { mayOpen } from '../content/content-reach.ts';
import { saidOfAttempt, writtenFor } from '../content/written-for.ts';
import { Snapshots } from '../snapshots/snapshot-scope.ts';

/** Who asks for a file, and how. */
export interface Asking {
  readonly caller: Caller;
  readonly principal: Principal;
  readonly req: Request;
}

/** What a caller may have of a file. `hidden`: it is not there, or not within their reach. */
export type AttachmentView = 'hidden' | 'kept' | 'open';

type Stored = Fact<'AttachmentStored'>;

/** Who may open a file: whoever may read a diary entry of the same homework. What is opened is on the access log before. */
@Injectable()
export class AttachmentReach {
  constructor(
    private readonly engine: Engine,
    private readonly queries: QueryBus,
    private readonly snapshots: Snapshots,
    private readonly studies: ParticipantStudies,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  /** @throws where the access log cannot be written to: nothing is opened then */
  async viewOf(place: AttachmentPlace, asking: Asking): Promise<AttachmentView> {
    const stored = await this.#stored(place);
    if (stored === undefined) return 'hidden';
    const snapshot = await this.snapshots.open({ scope: asking.principal.scope, after: stored.position });
    try {
      const view = await this.#seen(place, asking.principal, snapshot);
      await this.#record(view, stored.fact, asking, snapshot.logIndex);
      return view;
    } finally {
      await snapshot.close();
    }
  }

  /** Somebody tried to attach to what is not there, or not within their reach. */
  async recordRefusal({ caller, principal, req }: Asking): Promise<void> {
    const notes = new AccessNotes();
    notes.refused('not within reach');
    const said = { caller, principal, req, correlationId: currentCorrelationId(), operation: ROUTE };
    const entry = entryOf(this.identity, { ...said, logIndex: undefined });
    await this.identity.accessLog.record(await entriesOf(notes.take(), entry, this.studies));
  }

  async #seen(place: AttachmentPlace, principal: Principal, snapshot: ReadSnapshot): Promise<AttachmentView> {
    const row = await this.#row(place, snapshot);
    if (row === undefined) return 'hidden';
    const { assignmentId, participantId } = row;
    const own = await saidOfAttempt(row, snapshot);
    const visibility = await writtenFor(this.queries, { assignmentId, own }, snapshot);
    const about = { value: '', kind: 'work', visibility } as const;
    return (await mayOpen(about, participantId, principal, snapshot)) ? 'open' : 'kept';
  }

  async #row({ assignmentId, attachmentId }: AttachmentPlace, at: ReadSnapshot): Promise<AttachmentRow | undefined> {
    const filter = { assignmentIds: [assignmentId], attachmentIds: [attachmentId] };
    const { edges } = await this.queries.execute(new ListAttachments(at, filter, { first: 1 }));
    return edges[0]?.row;
  }

  async #record(view: AttachmentView, fact: Stored, asking: Asking, logIndex: number): Promise<void> {
    if (view === 'hidden') return;
    const notes = new AccessNotes();
    const { participantId } = fact.metadata;
    if (view === 'kept') notes.refused('content:open');
    else if (participantId !== undefined) notes.data(participantId, 'attachment', fact.id);
    const { caller, principal, req } = asking;
    const said = { caller, principal, req, correlationId: currentCorrelationId(), operation: ROUTE, logIndex };
    await this.identity.accessLog.record(await entriesOf(notes.take(), entryOf(this.identity, said), this.studies));
  }

  /** As it stands in the log, which no read model is ahead of. */
  async #stored({ assignmentId, attachmentId }: AttachmentPlace) {
    const facts: Fact[] = [];
    let position: Position | undefined;
    for await (const event of this.engine.store.readStream(streamName(`assignment-${assignmentId}`))) {
      facts.push(decode(event));
      position = event.position;
    }
    for (const fact of effective<Fact>(facts)) {
      const meant = fact.type === 'AttachmentStored' && fact.data.attachmentId === attachmentId;
      if (meant && position !== undefined) return { fact, position };
    }
    return undefined;
  }
}

/** What the access log calls it. */
const ROUTE = 'attachments';
