import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AttachmentStore, type Database, DATABASE, Engine, LOG, type Log } from '#platform';

const HOUR = 3_600_000;
/** What is younger may be an upload that is under way here or elsewhere. */
const GRACE = 24 * HOUR;

/** Takes away files that no record names, a while after start and then every six hours. */
@Injectable()
export class AttachmentSweep implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly store: AttachmentStore,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.run().catch((err: unknown) => this.#tell(err)), 6 * HOUR);
    this.#timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** @param now in milliseconds @returns how many files were taken away */
  async run(now = Date.now()): Promise<number> {
    const removed = await this.store.sweep(await this.#onRecord(), now - GRACE);
    if (removed > 0) this.log.info({ removed }, 'Attachments that belonged to nothing were taken away');
    return removed;
  }

  /** Names come from the log itself: a read model may lag behind. Files of erased people belong to nothing. */
  async #onRecord(): Promise<{ assignmentId: string; attachmentId: string }[]> {
    const { rows } = await this.database.pool.query<{ stream: string; attachment: string; participant: string }>(
      `SELECT stream, data::json ->> 'attachmentId' AS attachment, metadata::json ->> 'participantId' AS participant
       FROM events WHERE type = 'AttachmentStored'`,
    );
    const keys = await this.engine.keys.of(rows.map(({ participant }) => participant));
    return rows
      .filter(({ participant }) => keys.get(participant) !== 'destroyed')
      .map(({ stream, attachment }) => ({
        assignmentId: stream.slice(stream.indexOf('-') + 1),
        attachmentId: attachment,
      }));
  }

  #tell(err: unknown): void {
    this.log.error({ err }, 'Attachments could not be swept');
  }
}
