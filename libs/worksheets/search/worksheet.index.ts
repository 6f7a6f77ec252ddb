import type { Approach, Worksheet } from '../format/worksheet.schema.ts';

/** What is looked for; every clause that is given must hold, and within one any of its words. */
export interface WorksheetQuery {
  /** Words of any language of the worksheet, in any order, with or without their accents; the last may be a beginning. */
  readonly text?: string | undefined;
  readonly needs?: readonly string[] | undefined;
  readonly goals?: readonly string[] | undefined;
  readonly approach?: readonly Approach[] | undefined;
  readonly focus?: readonly Worksheet['focus'][] | undefined;
  readonly medium?: readonly Worksheet['medium'][] | undefined;
  readonly use?: Worksheet['use'] | undefined;
  readonly difficultyAtLeast?: number | undefined;
  readonly difficultyAtMost?: number | undefined;
  readonly minutesAtMost?: number | undefined;
  /** Every one of these has to be served. */
  readonly accessibility?: Worksheet['accessibility']['serves'] | undefined;
  /** BCP 47; the worksheet must be complete in it. */
  readonly language?: string | undefined;
}

/** A worksheet that was found, and which words found it where. */
export interface FoundWorksheet {
  readonly worksheet: Worksheet;
  /** Higher is nearer; 0 when no words were given. */
  readonly score: number;
  readonly matched: readonly { readonly word: string; readonly place: SearchPlace }[];
}

/** Where a word was found, from what says most of a worksheet to what says least. */
export type SearchPlace = 'title' | 'purpose' | 'objective' | 'steps' | 'text';

const WEIGHTS: Readonly<Record<SearchPlace, number>> = { title: 8, purpose: 5, objective: 3, steps: 2, text: 1 };
const PLACES: readonly SearchPlace[] = ['title', 'purpose', 'objective', 'steps', 'text'];
/** Words of a question beyond these say nothing more. */
const MOST_WORDS = 12;

interface Indexed {
  readonly worksheet: Worksheet;
  readonly words: Readonly<Record<SearchPlace, ReadonlySet<string>>>;
}

/** `Être Âge` → `etre`, `age`: lower case, without accents, letters and digits only. */
export function searchWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** An index in memory over a library. Worksheets stay in the order they came in where nothing tells them apart. */
export class WorksheetIndex {
  readonly #entries: readonly Indexed[];

  constructor(worksheets: readonly Worksheet[]) {
    this.#entries = worksheets.map((worksheet) => ({ worksheet, words: wordsOf(worksheet) }));
  }

  /** Nearest first. Never throws: what cannot be found is not there. */
  find(query: WorksheetQuery): readonly FoundWorksheet[] {
    const wanted = searchWords(query.text ?? '').slice(0, MOST_WORDS);
    return this.#entries
      .filter(({ worksheet }) => fits(worksheet, query))
      .flatMap((entry) => matching(entry, wanted))
      .sort((one, other) => other.score - one.score);
  }
}

function wordsOf(worksheet: Worksheet): Indexed['words'] {
  const { title, objective, rationale, steps, example, needs, goals, approach, focus, medium, mechanism } = worksheet;
  const said = (...texts: readonly Readonly<Record<string, string>>[]) => texts.flatMap((text) => Object.values(text));
  const set = (texts: readonly string[]) => new Set(texts.flatMap(searchWords));
  return {
    title: set(said(title)),
    purpose: set([...needs, ...goals, ...approach, focus, medium, mechanism]),
    objective: set(said(objective)),
    steps: set(said(...steps)),
    text: set(said(rationale, example)),
  };
}

function fits(worksheet: Worksheet, query: WorksheetQuery): boolean {
  const { difficulty, minutes, languages, accessibility } = worksheet;
  const any = <Word>(wanted: readonly Word[] | undefined, own: readonly Word[]) =>
    wanted === undefined || wanted.length === 0 || wanted.some((word) => own.includes(word));
  return (
    any(query.needs, worksheet.needs) &&
    any(query.goals, worksheet.goals) &&
    any(query.approach, worksheet.approach) &&
    any(query.focus, [worksheet.focus]) &&
    any(query.medium, [worksheet.medium]) &&
    any(query.use === undefined ? undefined : [query.use], [worksheet.use]) &&
    difficulty >= (query.difficultyAtLeast ?? 0) &&
    difficulty <= (query.difficultyAtMost ?? Number.POSITIVE_INFINITY) &&
    minutes <= (query.minutesAtMost ?? Number.POSITIVE_INFINITY) &&
    (query.accessibility ?? []).every((need) => accessibility.serves.includes(need)) &&
    (query.language === undefined || languages.includes(query.language))
  );
}

/** Every word must be somewhere; each counts where it says most. */
function matching({ worksheet, words }: Indexed, wanted: readonly string[]): FoundWorksheet[] {
  const matched: { word: string; place: SearchPlace }[] = [];
  for (const [index, word] of wanted.entries()) {
    const last = index === wanted.length - 1;
    const place = PLACES.find((each) => holds(words[each], word, last));
    if (place === undefined) return [];
    matched.push({ word, place });
  }
  return [{ worksheet, matched, score: matched.reduce((sum, { place }) => sum + WEIGHTS[place], 0) }];
}

function holds(words: ReadonlySet<string>, word: string, beginning: boolean): boolean {
  return words.has(word) || (beginning && word.length > 1 && [...words].some((each) => each.startsWith(word)));
}
