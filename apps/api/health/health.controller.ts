import { Controller, Get, HttpStatus, Inject, Res, ServiceUnavailableException } from '@nestjs/common';
import type { Response } from 'express';
import { type Database, DATABASE, type Health, HealthReport } from '#platform';
import { Allow, ANYONE } from '../access/allow.decorator.ts';

/** Answers that monitoring reads. They tell how the server is and nothing of people. */
@Controller()
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly report: HealthReport,
  ) {}

  /** How the log and the read models are. 503 when something stands still that an operator has to look at. */
  @Get('health')
  @Allow(ANYONE)
  async health(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const health = await this.report.read();
    response.status(health.status === 'failing' ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    return health;
  }

  /** Requests can be served: the database answers, and there are tables to read. @throws ServiceUnavailableException */
  @Get('ready')
  @Allow(ANYONE)
  async ready(): Promise<{ readonly status: 'ready' }> {
    if (await this.#serves()) return { status: 'ready' };
    throw new ServiceUnavailableException({ status: 'unavailable' });
  }

  async #serves(): Promise<boolean> {
    try {
      await this.database.pool.query('SELECT 1');
      return await this.report.hasTables();
    } catch {
      return false;
    }
  }
}
