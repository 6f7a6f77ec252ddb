/** What of the board stands in its address, so that a link shows the same. */
export interface StudySearch {
  /** The log index to answer at; now, when left out. */
  readonly at?: number;
  readonly site?: string;
  readonly instrument?: string;
  readonly informant?: string;
  readonly definition?: string;
  readonly metric?: string;
  readonly lag?: number;
  readonly model?: string;
  readonly by?: string;
  /** The definition that another is compared with. */
  readonly other?: string;
  readonly denominator?: string;
  /** Order of people in the heat-map. */
  readonly order?: string;
  /** Kind of entries in the audit. */
  readonly entries?: string;
  /** A grid that is being fitted, or was. */
  readonly job?: string;
}

const TEXTS = [
  ...['site', 'instrument', 'informant', 'definition', 'metric', 'model', 'by'],
  ...['other', 'denominator', 'order', 'entries', 'job'],
] as const;
const LONGEST = 200;

/** Reads an address; what does not fit is left out. */
export function studySearch(search: Readonly<Record<string, unknown>>): StudySearch {
  const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;
  const isText = (value: unknown): value is string =>
    typeof value === 'string' && value !== '' && value.length <= LONGEST;
  const texts = TEXTS.flatMap((name) => (isText(search[name]) ? [[name, search[name]] as const] : []));
  return {
    ...Object.fromEntries(texts),
    ...(whole(search['at']) ? { at: search['at'] } : {}),
    ...(whole(search['lag']) ? { lag: Math.min(12, search['lag']) } : {}),
  };
}
