import { call } from '../../graphql/call.ts';
import type { Language } from '../../language/language.ts';
import type { Draft } from './drafts.ts';
import { PhoneDay, type PhoneDayQuery } from '../server/day.generated.ts';

/** What the server knew of a person when it was last asked. */
export interface Day {
  readonly askedAt: string;
  readonly studyId: string;
  readonly language: Language;
  readonly known: PhoneDayQuery;
}

export type Homework = PhoneDayQuery['assignments']['nodes'][number];
export type Occurrence = PhoneDayQuery['occurrences']['nodes'][number];
export type Entry = PhoneDayQuery['attempts']['nodes'][number];
export type Instrument = PhoneDayQuery['builtInInstruments'][number];
export type DueMeasure = PhoneDayQuery['dueMeasures'][number];

/** Days around today that a phone carries. */
const BEFORE = 28;
const AFTER = 14;
const DAY = 86_400_000;

export interface Asking {
  readonly studyId: string;
  readonly participantId: string;
  readonly language: Language;
  /** Nothing older than what this phone wrote. */
  readonly afterPosition: string | undefined;
}

/** @throws CallFailed */
export async function askForDay({ afterPosition, ...asking }: Asking): Promise<Day> {
  const now = Date.now();
  const on = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
  const period = { from: on(now - BEFORE * DAY), to: on(now + AFTER * DAY) };
  const known = await call(PhoneDay, { ...asking, ...period, afterPosition: afterPosition ?? null });
  const { studyId, language } = asking;
  const wanted = new Set([...known.dueMeasures, ...known.measures.nodes].map(({ instrumentId }) => instrumentId));
  // A phone carries the questionnaires it may need, not the whole shelf.
  const builtInInstruments = known.builtInInstruments.filter(({ instrumentId }) => wanted.has(instrumentId));
  return { askedAt: new Date(now).toISOString(), studyId, language, known: { ...known, builtInInstruments } };
}

/** A record of the phone, if an earlier version of this page wrote one that this version reads. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'object' || value === null || !('known' in value) || !('askedAt' in value)) return false;
  const { known } = value;
  return typeof known === 'object' && known !== null && 'assignments' in known && 'dueMeasures' in known;
}

/** The new day with what drafts still need of the old one: the version of a worksheet they were begun on. */
export function carriedOver(day: Day, before: Day | undefined, drafts: Iterable<Pick<Draft, 'worksheet'>>): Day {
  const bound = [...drafts].flatMap(({ worksheet }) => worksheet ?? []);
  const { assignedWorksheets } = day.known;
  const missing = (before?.known.assignedWorksheets ?? []).filter(
    ({ templateId, version }) =>
      bound.some((one) => one.id === templateId && one.version === version) &&
      !assignedWorksheets.some((one) => one.templateId === templateId && one.version === version),
  );
  return { ...day, known: { ...day.known, assignedWorksheets: [...assignedWorksheets, ...missing] } };
}
