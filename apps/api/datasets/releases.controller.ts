import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { archiveName, packArchive, type ReadArchive } from '#datasets';
import { id } from '#domain';
import { currentCorrelationId, Identity, LOG, type Log } from '#platform';
import type { ReleaseRow } from '#read-models';
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
import { ReleaseArchives } from './release.archives.ts';
import { ReleaseKept } from './release-kept.error.ts';

interface Asking {
  readonly caller: Caller;
  readonly principal: Principal;
  readonly req: Request;
}

interface Place {
  readonly studyId: string;
  readonly releaseId: string;
}

/**
 * The archive of a release, as one file, for whoever may ask for data sets of the study. One that was recalled, that has
 * expired, or that is not what was released stays here; who may not know arms gets none that holds them. Handing it out is
 * on the access log before the first byte leaves.
 */
@Controller('releases')
export class ReleasesController {
  constructor(
    private readonly archives: ReleaseArchives,
    private readonly reach: CommandReach,
    private readonly studies: ParticipantStudies,
    private readonly authentication: Authentication,
    private readonly principals: Principals,
    @Inject(Identity) private readonly identity: Identity,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get(':studyId/:releaseId')
  @Allow('dataset:read')
  async fetch(@Param() place: Place, @Req() req: Request, @Res() response: Response): Promise<void> {
    const caller = await this.authentication.callerOf(req);
    if (caller === undefined) return refuseRequest(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    const asking = { caller, principal: await this.principals.principalOf(caller), req };
    try {
      purposeOf(req);
      const { archive, row } = await this.#opened(place, asking);
      await this.#recordExport(place, row, asking);
      await this.#send(archive, response);
    } catch (error) {
      if (!response.headersSent) await this.#refuse(error, asking, response);
    }
  }

  /** @throws NotWithinReach alike for a release of another study and for none; ReleaseKept */
  async #opened({ studyId, releaseId }: Place, { principal }: Asking) {
    if (!id.safeParse(studyId).success || !id.safeParse(releaseId).success) throw new NotWithinReach();
    if (!principal.permissions.has('dataset:read')) throw new NotWithinReach();
    await this.reach.check(principal, 'dataset:read', { type: 'FetchRelease', studyId });
    const release = await this.archives.recorded(studyId, releaseId);
    if (release === undefined) throw new NotWithinReach();
    if (!release.isBlinded) await this.#refuseArms(studyId, principal);
    return { archive: await this.archives.handedOut(release.row, this.identity.clock()), row: release.row };
  }

  async #refuseArms(studyId: string, principal: Principal): Promise<void> {
    try {
      await this.reach.check(principal, 'arm:read', { type: 'FetchRelease', studyId });
    } catch (error) {
      if (error instanceof NotWithinReach) throw new ReleaseKept('arms');
      throw error;
    }
  }

  async #recordExport(
    { studyId, releaseId }: Place,
    { manifest, logIndex }: ReleaseRow,
    asking: Asking,
  ): Promise<void> {
    const notes = new AccessNotes();
    notes.exported({ studyId, detail: `data set release ${releaseId}, manifest sha256 ${manifest ?? ''}` });
    await this.#record(notes, asking, logIndex);
  }

  async #send(archive: ReadArchive, response: Response): Promise<void> {
    response.setHeader('Content-Type', 'application/zip');
    response.setHeader('Content-Disposition', `attachment; filename="${archiveName(archive)}.zip"`);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Cache-Control', 'no-store');
    try {
      await pipeline(packArchive(archive), response);
    } catch (err) {
      this.log.warn({ err: err instanceof Error ? err.name : 'unknown' }, 'A data set could not be handed out');
    }
  }

  async #record(notes: AccessNotes, { caller, principal, req }: Asking, logIndex: number | undefined): Promise<void> {
    const said = { caller, principal, req, correlationId: currentCorrelationId(), operation: 'releases', logIndex };
    await this.identity.accessLog.record(await entriesOf(notes.take(), entryOf(this.identity, said), this.studies));
  }

  async #refuse(error: unknown, asking: Asking, response: Response): Promise<void> {
    if (error instanceof BadInput) return refuseRequest(response, 400, 'BAD_USER_INPUT', error.message);
    if (error instanceof ReleaseKept) return refuseRequest(response, error.status, error.code, error.message);
    if (!(error instanceof NotWithinReach)) {
      this.log.error({ err: error }, 'An unforeseen error while handing out a data set');
      return refuseRequest(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
    }
    const notes = new AccessNotes();
    notes.refused('not within reach');
    await this.#record(notes, asking, undefined);
    refuseRequest(response, 404, 'NOT_FOUND', 'There is no such release within your reach.');
  }
}
