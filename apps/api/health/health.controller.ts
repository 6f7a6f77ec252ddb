import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { type Database, DATABASE } from '#platform';

/** Answers that monitoring reads. They tell no more than whether it works. */
@Controller()
export class HealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The process answers. */
  @Get('health')
  health(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** Requests can be served: the database answers. @throws ServiceUnavailableException when it does not */
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
