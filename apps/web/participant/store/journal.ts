import type { InputOf } from './commands.ts';
import type { Phone } from './phone.ts';
import type { Day } from './participant.day.ts';
import { journalOf } from './today.ts';
import type { Waiting } from './waiting.ts';

/** An entry of the journal, as it stands for the person: what was done here counts at once. */
export interface JournalEntry {
  readonly attemptId: string;
  readonly at: string;
  readonly text: string;
  readonly erased: boolean;
  readonly shared: boolean;
  readonly waits: boolean;
}

/** Newest first. Pure. */
export function journalEntries(
  day: Day | undefined,
  told: readonly Waiting[],
  person: string,
): readonly JournalEntry[] {
  const journal = journalOf(person);
  const changes = sharingOf(told, journal);
  const here = told.flatMap(({ command, occurredAt }): readonly JournalEntry[] => {
    if (command.name !== 'recordAttempt' || command.input.assignmentId !== journal) return [];
    const attemptId = String(command.input.attemptId);
    const shared = changes.get(attemptId) ?? false;
    return [{ attemptId, at: occurredAt, text: command.input.note ?? '', erased: false, shared, waits: true }];
  });
  const known = new Set(here.map(({ attemptId }) => attemptId));
  const entries = (day?.known.attempts.nodes ?? []).flatMap((entry): readonly JournalEntry[] => {
    const { assignmentId, attemptId, occurredAt, visibility, note } = entry;
    if (assignmentId !== journal || known.has(attemptId)) return [];
    const shared = changes.get(attemptId) ?? (visibility !== null && visibility !== 'PRIVATE');
    return [{ attemptId, at: occurredAt, text: note?.text ?? '', erased: note?.erased ?? false, shared, waits: false }];
  });
  return [...here, ...entries].sort((one, other) => other.at.localeCompare(one.at));
}

function sharingOf(told: readonly Waiting[], journal: string): ReadonlyMap<string, boolean> {
  return new Map(
    told.flatMap(({ command }) =>
      command.name === 'changeSharing' && command.input.assignmentId === journal
        ? [[String(command.input.attemptId), command.input.visibility !== 'PRIVATE'] as const]
        : [],
    ),
  );
}

/** Where an entry is written before it is kept. */
export const JOURNAL_DRAFT = 'journal';

/** Keeps an entry; the first one begins the journal. */
export async function keepEntry(
  phone: Phone,
  { text, share, title }: { readonly text: string; readonly share: boolean; readonly title: string },
): Promise<void> {
  const assignmentId = journalOf(phone.person);
  const begun =
    phone.day.value?.known.assignments.nodes.some((one) => one.assignmentId === assignmentId) === true ||
    [...phone.outbox.waiting.value, ...phone.outbox.sent.value].some(({ command }) => command.name === 'keepJournal');
  if (!begun) await phone.keep({ name: 'keepJournal', input: { participantId: phone.person, title } }, { title });
  const attemptId = await phone.handIn(JOURNAL_DRAFT, (draft) => {
    const input: InputOf<'recordAttempt'> = {
      ...{ assignmentId, attemptId: draft, outcome: 'FULL', performer: 'CLIENT', informant: 'CLIENT', note: text },
    };
    return { command: { name: 'recordAttempt', input }, told: { title } };
  });
  if (share && attemptId !== undefined) await shareEntry(phone, { attemptId, share, title });
}

export async function shareEntry(
  phone: Phone,
  { attemptId, share, title }: { readonly attemptId: string; readonly share: boolean; readonly title: string },
): Promise<void> {
  const input = {
    assignmentId: journalOf(phone.person),
    attemptId,
    visibility: share ? 'THERAPIST' : 'PRIVATE',
  } as const;
  await phone.tell({ name: 'changeSharing', input }, { title });
}
