import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { v5 as uuidv5 } from 'uuid';
import { CommandIdReused, CommandRefused, Execute } from '#platform';
import { ReminderLinks } from '#processes';
import { Allow, ANYONE } from '../access/allow.decorator.ts';

/** Names the command by which a reminder is opened, so that a link that is followed twice is told once. */
const OPENED = '2d3a6a0e-0a5b-5a0c-8f5e-5f0f3d6f5b11';

/** Where links in messages lead. */
@Controller('r')
export class OpenedController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ReminderLinks) private readonly links: ReminderLinks,
  ) {}

  /** Notes that a message was opened, and leads on to the participant’s page: the link itself opens nothing. Any token gets the same answer. */
  @Get(':token')
  @Allow(ANYONE)
  async opened(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const reminderId = this.links.reminderOf(token);
    if (reminderId !== undefined) await this.#tell(reminderId);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'no-referrer');
    response.redirect(303, '/');
  }

  async #tell(reminderId: string): Promise<void> {
    const command = { type: 'OpenReminder', reminderId };
    const context = {
      commandId: uuidv5(reminderId, OPENED),
      actor: { id: 'system', role: 'system' },
      source: 'web',
    } as const;
    try {
      await this.commands.execute(new Execute('reminder', command, context));
    } catch (error) {
      // Opened before, or never sent: there is nothing new to note.
      if (!(error instanceof CommandRefused || error instanceof CommandIdReused)) throw error;
    }
  }
}
