import { Controller, Get, HttpStatus, Inject, Res, ServiceUnavailableException } from '@nestjs/common';
import type { Response } from 'express';
import { type Database, DATABASE, type Health, HealthReport } from '#platform';

/** Answers that monitoring reads; nothing else is served here. They tell nothing of people. */
@Controller()
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(HealthReport) private readonly report: HealthReport,
  ) {}

  /** How the log and the read models are, and whether this process leads or stands by. 503 when something stands still. */
  @Get('health')
  async health(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const health = await this.report.read();
    response.status(health.status === 'failing' ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    return health;
  }

  /** This process could lead: the database answers. One that stands by is ready too. @throws ServiceUnavailableException */
  @Get('ready')
  async ready(): Promise<{ readonly status: 'ready' }> {
    try {
      await this.database.pool.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      throw new ServiceUnavailableException({ status: 'unavailable' });
    }
  }
}
