/**
 * What the participant's page of one release sends. Phones keep that page for as long as they are not online long enough to
 * fetch another: what it sends is answered for good.
 */
export interface ReleasedDocuments {
  readonly version: string;
  /** Operations that no earlier release had: SHA-256 of the text, and the text. */
  readonly documents: Readonly<Record<string, string>>;
  /** The inputs that operations of this release take, as they were, in GraphQL's schema language. */
  readonly inputs: string;
}
