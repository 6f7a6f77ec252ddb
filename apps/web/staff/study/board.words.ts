import { useLanguage } from '../../language/language.context.tsx';
import type { Language } from '../../language/language.ts';
import { useWho } from '../shell/who.context.tsx';
import type { Cell } from './board.table.ts';
import { hoursText, momentOf, numberText, shareText } from './board.text.ts';
import { WORDS_EN, WORDS_SV } from './board.dictionary.ts';

const DICTIONARY: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: WORDS_EN, sv: WORDS_SV };

/** A code of the record or a column of a table in the reader’s language; one that nobody has put into words stays, without its hyphens. */
export function wordOf(code: string, language: Language): string {
  const key = code.toLowerCase().replaceAll('_', '-');
  const week = /^week (\d+)$/.exec(code);
  if (week !== null) return language === 'sv' ? `vecka ${week[1]}` : code;
  return DICTIONARY[language][key] ?? WORDS_EN[key] ?? (/^[A-Z_]+$/.test(code) ? key : code).replaceAll('-', ' ');
}

export function useWord(): (code: string) => string {
  const { language } = useLanguage();
  return (code) => wordOf(code, language);
}

/** Columns whose texts are codes. Others hold ids and names, which stay as they are. */
const CODED = new Set([
  ...['status', 'reason', 'metric', 'informant', 'model', 'denominator', 'stage', 'source', 'kind', 'timing'],
  ...['analysis', 'as', 'what', 'locked', 'approach', 'focus', 'medium', 'phase', 'setting', 'initiated-by'],
  ...['rationale-given', 'obstacles-foreseen', 'confidence-asked', 'reviewed', 'barrier', 'adjusted-because'],
  ...['ended-because', 'first', 'second'],
]);
const SHARES = new Set(['late', 'paper', 'unlogged', 'missing measures', 'share completed']);
const HOURS = new Set(['median lag', '90 % within', 'session lag', 'session 90 %', 'measure lag', 'entry lag']);
const WEEK = /^week \d+$/;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** How a cell is shown: shares in per cent, lags as people say them, unknown as a dash; never a zero for what is unknown. */
export function useShown(): (cell: Cell | undefined, column?: string) => string {
  const { language } = useLanguage();
  const zone = useWho().study?.timeZone ?? 'UTC';
  return (cell, column = '') => {
    if (cell === null || cell === undefined) return '–';
    if (typeof cell === 'number') {
      if (WEEK.test(column)) return cell < 0 ? '?' : shareText(cell, language);
      if (SHARES.has(column)) return shareText(cell, language);
      return HOURS.has(column) ? hoursText(cell, language) : numberText(cell, language, 3);
    }
    if (typeof cell === 'string' && MOMENT.test(cell)) return momentOf(cell, language, zone);
    return typeof cell === 'boolean' || CODED.has(column) ? wordOf(String(cell), language) : cell;
  };
}
