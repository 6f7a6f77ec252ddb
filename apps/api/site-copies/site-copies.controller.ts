import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Fact, id } from '#domain';
import {
  copySite,
  currentCorrelationId,
  type Database,
  DATABASE,
  Engine,
  Identity,
  IdentityVault,
  LOG,
  type Log,
  Opener,
} from '#platform';
import { tellsArm } from '#read-models';
import { AccessNotes } from '../access-log/access-notes.ts';
import { purposeOf } from '../access-log/access-purpose.ts';
import { ParticipantStudies } from '../access-log/participant-studies.ts';
import { entriesOf, entryOf } from '../access-log/request.entries.ts';
import { NotWithinReach } from '../access/access.error.ts';
import { Allow } from '../access/allow.decorator.ts';
import { Authentication, type Caller } from '../access/caller.ts';
import { CommandReach } from '../access/command-reach.ts';
import { type Principal, Principals } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { refuseRequest } from '../http/refusal.ts';

interface Asking {
  readonly caller: Caller;
  readonly principal: Principal;
  readonly req: Request;
}

interface Site {
  readonly studyId: string;
  readonly siteId: string;
}

/**
 * A certified copy of the record of a site’s participants (ICH E6(R3) 2.12.6), for who holds the site’s vault: names, every
 * event, and a manifest of hashes. What the site may not read stays sealed in it, and what would tell an arm is left out.
 * Handing it out needs a purpose, and is on the access log before it leaves.
 */
@Controller('site-copies')
export class SiteCopiesController {
  readonly #vault: IdentityVault;

  constructor(
    private readonly engine: Engine,
    @Inject(DATABASE) database: Database,
    private readonly reach: CommandReach,
    private readonly studies: ParticipantStudies,
    private readonly authentication: Authentication,
    private readonly principals: Principals,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.#vault = new IdentityVault(database.pool, engine.keys);
  }

  @Get(':studyId/:siteId')
  @Allow('vault:read')
  async fetch(@Param() site: Site, @Req() req: Request, @Res() response: Response): Promise<void> {
    const caller = await this.authentication.callerOf(req);
    if (caller === undefined) return refuseRequest(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    const asking = { caller, principal: await this.principals.principalOf(caller), req };
    try {
      if (purposeOf(req) === undefined) {
        throw new BadInput([{ field: 'x-purpose', problem: 'say in this header what the copy is for' }]);
      }
      await this.#check(site, asking);
      await this.#handOut(site, asking, response);
    } catch (error) {
      await this.#refuse(error, asking, response);
    }
  }

  /** @throws NotWithinReach alike for a site of somebody else and for none */
  async #check({ studyId, siteId }: Site, { principal }: Asking): Promise<void> {
    if (!id.safeParse(studyId).success || !id.safeParse(siteId).success) throw new NotWithinReach();
    if (!principal.permissions.has('vault:read')) throw new NotWithinReach();
    await this.reach.check(principal, 'vault:read', { type: 'CopySite', studyId, siteId });
  }

  async #handOut({ studyId, siteId }: Site, asking: Asking, response: Response): Promise<void> {
    const { store, keys } = this.engine;
    const parts = { store, opener: new Opener(keys), vault: this.#vault, opens: isConduct, withholds: tellsArm };
    const copy = await copySite(studyId, siteId, parts);
    if (copy.manifest.participants === 0) throw new NotWithinReach();
    const sha256 = createHash('sha256').update(JSON.stringify(copy.manifest)).digest('hex');
    const notes = new AccessNotes();
    notes.exported({ studyId, siteId, detail: `site copy, manifest sha256 ${sha256}` });
    await this.#record(notes, asking, copy.manifest.logIndex);
    response.setHeader('Content-Disposition', 'attachment; filename="site-copy.json"');
    response.setHeader('Cache-Control', 'no-store');
    response.json(copy);
  }

  async #record(notes: AccessNotes, { caller, principal, req }: Asking, logIndex: number | undefined): Promise<void> {
    const said = { caller, principal, req, correlationId: currentCorrelationId(), operation: 'site-copies', logIndex };
    await this.identity.accessLog.record(await entriesOf(notes.take(), entryOf(this.identity, said), this.studies));
  }

  async #refuse(error: unknown, asking: Asking, response: Response): Promise<void> {
    if (error instanceof BadInput) return refuseRequest(response, 400, 'BAD_USER_INPUT', error.message);
    if (!(error instanceof NotWithinReach)) {
      this.log.error({ err: error }, 'An unforeseen error while copying the record of a site');
      return refuseRequest(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
    }
    const notes = new AccessNotes();
    notes.refused('not within reach');
    await this.#record(notes, asking, undefined);
    refuseRequest(response, 404, 'NOT_FOUND', 'There is no such site within your reach.');
  }
}

/** What a site investigator reads: the conduct of the trial. Homework, sessions and ratings are between others. */
function isConduct({ stream }: Fact): boolean {
  return ['participant', 'query', 'alert'].includes(stream.split('-')[0] ?? '');
}
