import { CreateAccounts1767225670000 } from './accounts.migration.ts';

export const accountMigrations = [CreateAccounts1767225670000];
