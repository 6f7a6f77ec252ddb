import type { Say } from '../../language/messages.ts';
import { type Term, TERMS_EN } from '../words/terms.en.ts';
import { isTold, type Told } from './told.messages.ts';

/** Coded fields of an event that say at a glance what came of it, in the order they are said. */
const CODED = [
  ...['outcome', 'state', 'reviewed', 'assigned', 'whyNot', 'whyNotReviewed', 'reason', 'trigger', 'because', 'by'],
  ...['risk', 'grade', 'severity', 'modality', 'channel', 'visibility', 'step', 'kind'],
];
/** Fields whose codes mean something else elsewhere. */
const OF_THEIR_OWN = ['reviewed', 'assigned', 'by', 'risk', 'visibility'];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTerm = (term: string): term is Term => term in TERMS_EN;

/** How codes, and the words of the record, are said in a language. */
export interface Words {
  readonly told: Say<Told>;
  readonly terms: Say<Term>;
}

/** What an event is about, where it may be read: the homework’s title, the goal, the questionnaire, the form. */
export function subjectOf(data: unknown): string {
  if (!isFields(data)) return '';
  const terms = isFields(data['terms']) ? data['terms'] : {};
  const text = [data['title'], terms['title'], data['statement'], data['text'], data['question'], data['answer']];
  const title = text.find((each): each is string => typeof each === 'string');
  if (title !== undefined) return title;
  const instrument = isFields(data['instrument']) ? data['instrument']['instrumentId'] : undefined;
  if (typeof instrument !== 'string') return '';
  const occasion = typeof data['occasion'] === 'string' ? `, ${plain(data['occasion'])}` : '';
  return `${instrument.toUpperCase()}${occasion}`;
}

/** The record that an event of another record speaks of: a rating’s homework. */
export function aboutOf(data: unknown): string | undefined {
  const target = isFields(data) ? data['target'] : undefined;
  const id = isFields(target) ? target['assignmentId'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** What came of it, in the words of the page; codes that have none are left to the record itself. */
export function detailsOf(data: unknown, words: Words): readonly string[] {
  if (!isFields(data)) return [];
  return [...codesOf(data, words), ...figuresOf(data, words), ...barriersOf(data, words)];
}

function codesOf(data: Fields, { told }: Words): readonly string[] {
  const said = CODED.flatMap((field) => {
    const value = data[field];
    if (typeof value !== 'string') return [];
    const code = OF_THEIR_OWN.includes(field) ? `${field}-${value}` : value;
    return isTold(code) ? [told(code)] : [];
  });
  return [...new Set(said)];
}

/** Amounts, scores and changed terms. */
function figuresOf(data: Fields, { terms, told }: Words): readonly string[] {
  const changed = isFields(data['terms']) ? data['terms'] : {};
  const doses = [data['done'], 'trigger' in data ? changed['dose'] : undefined].flatMap((dose) => {
    if (!isFields(dose) || typeof dose['amount'] !== 'number' || typeof dose['unit'] !== 'string') return [];
    const unit = termOf('unit', dose['unit']);
    return unit === undefined ? [] : [`${dose['amount']} ${terms(unit)}`];
  });
  const attainment = `attainment.${String(data['attainment'])}`;
  const number = data['sessionNumber'];
  return [
    ...(typeof number === 'number' ? [told('session-number', { number })] : []),
    ...doses,
    ...(isTerm(attainment) ? [terms(attainment)] : []),
  ];
}

function barriersOf(data: Fields, { terms }: Words): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(data['barriers']) ? data['barriers'] : [];
  return listed.flatMap((barrier) => {
    const term = typeof barrier === 'string' ? termOf('barrier', barrier) : undefined;
    return term === undefined ? [] : [terms(term)];
  });
}

/** `chaotic-home` is stored, and `CHAOTIC_HOME` is what the API and its words call it. */
export function termOf(list: string, code: string): Term | undefined {
  const term = `${list}.${code.toUpperCase().replaceAll('-', '_')}`;
  return isTerm(term) ? term : undefined;
}

const plain = (code: string): string => code.replaceAll('-', ' ');
