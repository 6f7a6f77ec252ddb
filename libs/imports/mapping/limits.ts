/** Bounds that keep a wrong or hostile file from being worked on for long. */

/** Characters of a column name. */
export const COLUMN_NAME_LIMIT = 500;
/** Bytes of a mapping file. */
export const MAPPING_FILE_LIMIT = 1_000_000;
/** Bytes of one record of a table; an unclosed quote would otherwise swallow the rest of the file. */
export const RECORD_LIMIT = 1_000_000;
/** Columns of a table. */
export const COLUMN_COUNT_LIMIT = 5_000;
