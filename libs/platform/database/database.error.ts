import { StartupError } from '../startup.error.ts';

/** A newer version of this program has migrated the database: this one would misread it. */
export class DatabaseIsNewer extends StartupError {
  override readonly name = 'DatabaseIsNewer';
  constructor(
    where: string,
    readonly unknownMigrations: readonly string[],
  ) {
    super(
      `The database (${where}) was migrated by a newer version of Intersession: this one does not know ${unknownMigrations.join(', ')}. Nothing was changed. Start the newer version, or use another database.`,
    );
  }
}

/** The database server cannot be reached or is not fit; the message never holds the password. */
export class DatabaseUnusable extends StartupError {
  override readonly name = 'DatabaseUnusable';
}
