import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { type Database, DATABASE, HealthReport } from '#platform';
import { Allow } from '../access/allow.decorator.ts';
import { GridJobs } from '../board/grid.jobs.ts';
import { ServerReportModel } from './server.model.ts';

const STORAGE = `SELECT schemaname AS part, count(*)::int AS tables,
    coalesce(sum(pg_total_relation_size(format('%I.%I', schemaname, tablename)::regclass)), 0)::float8 AS bytes
  FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') GROUP BY 1 ORDER BY 3 DESC, 1`;
const WHOLE = `SELECT pg_database_size(current_database())::float8 AS bytes, current_setting('server_version') AS version,
    (SELECT count(*)::int FROM dataset_progress) AS exports`;

interface Part {
  readonly part: string;
  readonly tables: number;
  readonly bytes: number;
}

/** How the server is, for whoever runs it. */
@Resolver(() => ServerReportModel)
export class ServerResolver {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(HealthReport) private readonly report: HealthReport,
    @Inject(GridJobs) private readonly jobs: GridJobs,
  ) {}

  @Query(() => ServerReportModel, {
    complexity: 100,
    description: 'How the server is: health, lag, jobs, storage, versions.',
  })
  @Allow('study:register')
  async serverReport(): Promise<ServerReportModel> {
    const { processes, log, version, status, demonstration, runner, projections } = await this.report.read();
    const [{ rows: storage }, { rows: whole }] = await Promise.all([
      this.database.pool.query<Part>(STORAGE),
      this.database.pool.query<{ bytes: number; version: string; exports: number }>(WHOLE),
    ]);
    return {
      ...{ status, version, demonstration, runner, projections, storage },
      ...{ logIndex: log.index, numbering: log.numbering, engine: log.engine },
      ...{
        nodeVersion: process.version,
        databaseVersion: whole[0]?.version ?? '',
        databaseBytes: whole[0]?.bytes ?? 0,
      },
      ...{ processes: processes?.state ?? null, failingProcesses: processes?.failing ?? [] },
      ...{
        upSeconds: process.uptime(),
        runningJobs: this.jobs.running,
        runningExports: whole[0]?.exports ?? 0,
        memoryBytes: process.memoryUsage.rss(),
      },
    };
  }
}
