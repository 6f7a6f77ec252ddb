/** Whom it is for. */
export interface Assignee {
  readonly participantId: string;
  readonly code: string;
  readonly nextSession: { readonly at: string } | null;
}
