import { Inject, Injectable } from '@nestjs/common';
import { CalendarFeeds, type CalendarFeed, type Config, CONFIG, type Database, DATABASE, Engine } from '#platform';
import { armsIn, type CalendarText, calendarText, participantCalendar } from '#processes';
import { EVERYTHING } from '#read-models';
import { CommandReach } from '../access/command-reach.ts';
import { ParticipantStudies } from '../access-log/participant-studies.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

/** Calendars of participants: opened, renewed and closed by themselves, read by whoever has the address. */
@Injectable()
export class ParticipantFeeds {
  readonly #feeds: CalendarFeeds;
  readonly #studies: ParticipantStudies;
  readonly #names: Buffer;

  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(CommandReach) private readonly reach: CommandReach,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'http'>,
    @Inject(DATABASE) database: Database,
  ) {
    this.#feeds = new CalendarFeeds(database.pool);
    this.#studies = new ParticipantStudies(engine.store);
    this.#names = engine.keys.secretFor('calendar-names');
  }

  /** @returns the address, told this once @throws NotWithinReach, BadInput */
  async open(caller: Principal, participantId: string): Promise<string> {
    await this.#check(caller, participantId);
    const studyId = await this.#studies.of(participantId);
    if (studyId === undefined)
      throw new BadInput([{ field: 'participantId', problem: 'there is no such participant' }]);
    const token = await this.#feeds.open({ participantId, studyId });
    const { publicUrl, http } = this.config;
    return `${publicUrl ?? `http://localhost:${http.port}`}/calendar/${token}.ics`;
  }

  /** @throws NotWithinReach */
  async since(caller: Principal, participantId: string): Promise<string | undefined> {
    await this.#check(caller, participantId);
    return (await this.#feeds.since(participantId))?.toISOString();
  }

  /** @throws NotWithinReach */
  async close(caller: Principal, participantId: string): Promise<boolean> {
    await this.#check(caller, participantId);
    return this.#feeds.close(participantId);
  }

  /** What a calendar program gets. @returns nothing for an address that leads nowhere, or to who left or was erased */
  async read(token: string): Promise<CalendarText | undefined> {
    const feed = await this.#feeds.feedOf(token);
    return feed === undefined ? undefined : this.#textOf(feed);
  }

  async #textOf(feed: CalendarFeed): Promise<CalendarText | undefined> {
    const snapshot = await this.engine.readModels.openSnapshot({ scope: EVERYTHING });
    try {
      const armsOf = (studyId: string): ReturnType<typeof armsIn> => armsIn(this.engine, studyId);
      const times = await participantCalendar(snapshot, { ...feed, now: new Date().toISOString(), armsOf });
      return times && calendarText(times, this.#names);
    } finally {
      await snapshot.close();
    }
  }

  async #check(caller: Principal, participantId: string): Promise<void> {
    await this.reach.check(caller, 'device:write', { type: 'Calendar', participantId });
  }
}
