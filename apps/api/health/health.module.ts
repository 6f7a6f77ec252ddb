import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { HealthReport } from './health.report.ts';

@Module({ controllers: [HealthController], providers: [HealthReport] })
export class HealthModule {}
