import { type DutyRota, parseDutyRota } from '#safety';
import { parseReminderPolicy, type ReminderPolicy } from '#reminders';
import type { ReadSnapshot, WatchDocumentKind } from '#read-models';

interface NewestDocument {
  readonly studyId: string;
  readonly version: number;
  readonly document: string;
}

const NEWEST = `SELECT DISTINCT ON (study_id) study_id AS "studyId", version, document
  FROM watch_documents WHERE kind = $1 ORDER BY study_id, version DESC`;

/** Newest document of a kind, by study; one that this version cannot read is left out, and nothing is done by it. */
async function newest<Document>(
  snapshot: ReadSnapshot,
  kind: WatchDocumentKind,
  read: (input: unknown) => { readonly ok: true; readonly document: Document } | { readonly ok: false },
): Promise<ReadonlyMap<string, { readonly version: number; readonly document: Document }>> {
  const rows = await snapshot.sql<NewestDocument>(NEWEST, [kind]);
  return new Map(
    rows.flatMap(({ studyId, version, document }) => {
      const parsed = read(JSON.parse(document));
      return parsed.ok ? [[studyId, { version, document: parsed.document }] as const] : [];
    }),
  );
}

/** The reminder policy in force, by study. */
export function reminderPolicies(snapshot: ReadSnapshot) {
  return newest<ReminderPolicy>(snapshot, 'reminder-policy', parseReminderPolicy);
}

/** The duty rota in force, by study. */
export function dutyRotas(snapshot: ReadSnapshot) {
  return newest<DutyRota>(snapshot, 'duty-rota', parseDutyRota);
}
