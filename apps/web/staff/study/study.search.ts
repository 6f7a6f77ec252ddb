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
}

const TEXTS = ['site', 'instrument', 'informant', 'definition', 'metric', 'model', 'by'] as const;

/** Reads an address; what does not fit is left out. */
export function studySearch(search: Readonly<Record<string, unknown>>): StudySearch {
  const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;
  const texts = TEXTS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]] as const] : []));
  return {
    ...Object.fromEntries(texts),
    ...(whole(search['at']) ? { at: search['at'] } : {}),
    ...(whole(search['lag']) ? { lag: Math.min(12, search['lag']) } : {}),
  };
}
