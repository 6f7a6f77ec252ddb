import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  type AttachmentPlace,
  CommandError,
  CommandIdReused,
  CommandRefused,
  type FileProblem,
  LOG,
  type Log,
  TooLarge,
} from '#platform';
import { purposeOf } from '../access-log/access-purpose.ts';
import { NotWithinReach } from '../access/access.error.ts';
import { Allow } from '../access/allow.decorator.ts';
import { Authentication } from '../access/caller.ts';
import { CommandReach } from '../access/command-reach.ts';
import { Principals } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { refuseRequest } from '../http/refusal.ts';
import { contextOf, readRequest } from './attachment.request.ts';
import { type Asking, AttachmentReach } from './attachment.reach.ts';
import { AttachmentService, type NoAttachment } from './attachment.service.ts';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const PROBLEMS: Readonly<Record<FileProblem | NoAttachment, Refusal>> = {
  empty: { status: 400, code: 'FILE_EMPTY', message: 'The file is empty.' },
  'too-large': { status: 413, code: 'FILE_TOO_LARGE', message: 'The file is too large.' },
  'not-allowed': {
    ...{ status: 415, code: 'FILE_NOT_ALLOWED' },
    message: 'By its content this is no photo, sound or video that can be attached.',
  },
  'more-than-one-kind': {
    ...{ status: 415, code: 'FILE_OF_MORE_THAN_ONE_KIND' },
    message: 'The file is a picture and something else at once; it is not taken.',
  },
  'not-found': { status: 404, code: 'NOT_FOUND', message: 'There is no such homework or attachment.' },
  erased: { status: 410, code: 'ERASED', message: 'The personal data of this participant were erased.' },
};

const KEPT: Refusal = { status: 403, code: 'FORBIDDEN', message: 'What is in it is not for you to open.' };

/** Files that belong to homework. They come and go as streams, and are never run or shown by this server. */
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly reach: AttachmentReach,
    private readonly commands: CommandReach,
    private readonly authentication: Authentication,
    private readonly principals: Principals,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The body is the file; `x-command-id` makes sending it again safe. */
  @Post(':assignmentId/:attachmentId')
  @Allow('attempt:write')
  async attach(
    @Param() path: { readonly assignmentId: string; readonly attachmentId: string },
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asking = await this.#asking(request);
    if (asking === undefined) return refuseRequest(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    // Somebody before us has read a body that says it is JSON: no picture is.
    if (request.readableEnded) return refuse(response, PROBLEMS['not-allowed']);
    try {
      const asked = readRequest(path, query, request);
      const { assignmentId, attachmentId, attemptId, description } = asked;
      const place = { assignmentId, attachmentId };
      const right = await this.commands.check(asking.principal, 'attempt:write', { type: 'AttachFile', assignmentId });
      const notes = { ...(attemptId && { attemptId }), ...(description && { description }) };
      const context = contextOf(asked, asking.principal, right);
      const found = await this.attachments.attach(place, request, notes, context);
      if (typeof found === 'string') return refuse(response, PROBLEMS[found]);
      response.status(201).json(found);
    } catch (error) {
      if (error instanceof NotWithinReach) await this.reach.recordRefusal(asking);
      // Nobody is there any more to be told.
      if (response.destroyed) return;
      refuse(response, this.#refusalOf(error));
    }
  }

  /** The file as it was sent, to be saved: no browser shows or runs it here. */
  @Get(':assignmentId/:attachmentId')
  @Allow('attempt:read')
  async fetch(
    @Param() path: { readonly assignmentId: string; readonly attachmentId: string },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asking = await this.#asking(request);
    if (asking === undefined) return refuseRequest(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    try {
      purposeOf(request);
      const view = await this.reach.viewOf(path, asking);
      if (view === 'hidden') return refuse(response, PROBLEMS['not-found']);
      if (view === 'kept') return refuse(response, KEPT);
      await this.#handOut(path, response);
    } catch (error) {
      if (!response.headersSent) refuse(response, this.#refusalOf(error));
    }
  }

  async #handOut(place: AttachmentPlace, response: Response): Promise<void> {
    const found = await this.attachments.open(place);
    if (typeof found === 'string') return refuse(response, PROBLEMS[found]);
    response.setHeader('Content-Type', found.mediaType);
    response.setHeader('Content-Length', found.bytes);
    response.setHeader('Content-Disposition', 'attachment; filename="attachment"');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    try {
      await pipeline(found.content, response);
    } catch (err) {
      this.log.warn({ err: err instanceof Error ? err.name : 'unknown' }, 'An attachment could not be handed out');
    }
  }

  async #asking(req: Request): Promise<Asking | undefined> {
    const caller = await this.authentication.callerOf(req);
    return caller && { caller, principal: await this.principals.principalOf(caller), req };
  }

  #refusalOf(error: unknown): Refusal {
    if (error instanceof BadInput) return { status: 400, code: 'BAD_USER_INPUT', message: error.message };
    if (error instanceof NotWithinReach) return PROBLEMS['not-found'];
    if (error instanceof TooLarge) return { ...PROBLEMS['too-large'], message: error.message };
    if (error instanceof CommandRefused || error instanceof CommandIdReused)
      return { status: 409, code: error.code, message: error.message };
    if (error instanceof CommandError) return { status: 400, code: error.code, message: error.message };
    this.log.error({ err: error }, 'An unforeseen error while attaching a file');
    return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong here.' };
  }
}

function refuse(response: Response, { status, code, message }: Refusal): void {
  // What is still on its way is not waited for.
  response.setHeader('Connection', 'close');
  refuseRequest(response, status, code, message);
}
