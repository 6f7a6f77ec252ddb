import { CreateAccessLog1767225680000 } from './access-log.migration.ts';

export const accessLogMigrations = [CreateAccessLog1767225680000];
