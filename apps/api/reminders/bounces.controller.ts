import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { v5 as uuidv5 } from 'uuid';
import { CommandIdReused, CommandRefused, type Config, CONFIG, Execute } from '#platform';
import { Allow, ANYONE } from '../access/allow.decorator.ts';
import { refuseRequest } from '../http/refusal.ts';
import { type BounceReport, readBounceJson, readDeliveryReport } from './bounce.report.ts';

/** Names the command by which a message comes back: a report that is sent again is told once. */
const BOUNCED = '8f7d1c55-6a0e-5c7b-9b1d-0a4d4a3f2c19';
const MOST_BYTES = 256 * 1024;

type Outcome = 'recorded' | 'known-before' | 'not-final' | 'not-ours';

/** Where a mail server tells which messages came back after it had taken them. */
@Controller('mail')
export class BouncesController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** Takes `{"messageId", "status"}` as JSON, or the delivery status notification itself. Saying it again is safe. */
  @Post('bounces')
  @Allow(ANYONE)
  async bounced(@Req() request: Request, @Res() response: Response): Promise<void> {
    const secret = this.config.mail?.bounceSecret;
    if (secret === undefined) return refuseRequest(response, 404, 'NOT_FOUND', 'Nobody may tell of bounces here.');
    if (!isBearer(request.headers.authorization, secret)) {
      return refuseRequest(response, 401, 'UNAUTHENTICATED', 'This is not the secret of bounces.');
    }
    const report = request.is('application/json') === false ? await readMail(request) : readBounceJson(request.body);
    if (report === 'too-large') return refuseRequest(response, 413, 'TOO_LARGE', 'A report has 256 KiB at most.');
    if (report === undefined) {
      return refuseRequest(response, 400, 'BAD_USER_INPUT', 'body: is no delivery status notification (RFC 3464)');
    }
    if ('problem' in report) {
      return refuseRequest(response, 400, 'BAD_USER_INPUT', `${report.field}: ${report.problem}`);
    }
    response.status(202).json({ outcome: await this.#record(report) });
  }

  async #record({ reminderIds, final }: BounceReport): Promise<Outcome> {
    if (!final) return 'not-final';
    for (const reminderId of reminderIds) {
      const outcome = await this.#fail(reminderId);
      if (outcome !== 'not-ours') return outcome;
    }
    return 'not-ours';
  }

  async #fail(reminderId: string): Promise<Outcome> {
    const command = { type: 'FailReminder', reminderId, failure: 'bounced', permanent: true };
    const actor = { id: 'system', role: 'system' };
    const context = { commandId: uuidv5(reminderId, BOUNCED), actor, source: 'system' } as const;
    try {
      await this.commands.execute(new Execute('reminder', command, context));
      return 'recorded';
    } catch (error) {
      if (error instanceof CommandRefused) return error.code === 'ReminderNotFound' ? 'not-ours' : 'known-before';
      if (error instanceof CommandIdReused) return 'known-before';
      throw error;
    }
  }
}

function isBearer(header: string | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${secret}`));
}

async function readMail(request: Request): Promise<BounceReport | 'too-large' | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return 'too-large';
    chunks.push(chunk);
  }
  return readDeliveryReport(Buffer.concat(chunks).toString('latin1'));
}
