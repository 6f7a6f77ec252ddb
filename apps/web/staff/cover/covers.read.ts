import { useRead } from '../commands/read.ts';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { Covers, type CoversQuery } from './cover.generated.ts';

/** A caseload that is looked after by somebody else, from one day to another, both included. */
export interface KnownCover {
  /** The entry that says so last. */
  readonly entryId: string;
  readonly staffId: string;
  readonly coveredBy: string;
  readonly from: string;
  readonly to: string;
}

type Entry = NonNullable<CoversQuery['history']>['nodes'][number];

function coverOf({ eventId, data }: Entry): KnownCover | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { staffId, coveredBy, from, to } = data as Readonly<Record<string, unknown>>;
  const [whose, by, first, last] = [staffId, coveredBy, from, to].map((each) => (typeof each === 'string' ? each : ''));
  if (!whose || !by || !first || !last) return undefined;
  return { entryId: eventId, staffId: whose, coveredBy: by, from: first, to: last };
}

/**
 * Covers that last or are to come, the soonest first. What was said last of the same two from the same day counts: so a cover is
 * made shorter.
 * @param today `YYYY-MM-DD` on the study’s calendar
 */
export function coversFrom(entries: readonly Entry[], today: string): readonly KnownCover[] {
  const newest = new Map<string, KnownCover>();
  for (const entry of entries.filter(({ standing }) => standing !== 'VOIDED')) {
    const cover = coverOf(entry);
    if (cover !== undefined) newest.set(`${cover.staffId} ${cover.coveredBy} ${cover.from}`, cover);
  }
  return [...newest.values()].filter(({ to }) => to >= today).sort((one, other) => one.from.localeCompare(other.from));
}

/** What is on record of covers. */
export function useCovers() {
  const { studyId } = useStudy();
  const { may } = useWho();
  return useRead(Covers, { studyId }, { enabled: may('history:read') });
}
