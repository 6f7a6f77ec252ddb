import type { Actor, Category, Fact } from '#domain';

/** Who imports, when it happened and under which id: the caller's part of a command. Times are ISO 8601 UTC. */
export interface ImportContext {
  readonly commandId: string;
  readonly actor: Actor;
  readonly source: 'import';
  readonly occurredAt?: string;
  readonly occurredPrecision?: 'instant' | 'minute' | 'day';
}

/** What became of a command. A refusal wrote nothing; `sentence` is safe to show. */
export type Execution =
  | { readonly outcome: 'done'; readonly events: number }
  | { readonly outcome: 'refused'; readonly code: string; readonly sentence: string };

/** What an import needs of the platform; specs hand in their own. */
export interface ImportPorts {
  /** Sends a command. Throws only where going on makes no sense (no database, no disk). */
  execute(category: Category, command: { readonly type: string }, context: ImportContext): Promise<Execution>;
  /** Every event of one record, decoded, oldest first; empty for a record that does not exist. Sealed fields may stay sealed. */
  history(category: Category, id: string): Promise<readonly Fact[]>;
}
