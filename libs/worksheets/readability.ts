import { syllable } from 'syllable';
import type { Field } from './format/field.schema.ts';
import { columnsOf, isTable } from './format/table.columns.ts';
import type { Text } from './format/text.schema.ts';
import type { Worksheet } from './format/worksheet.schema.ts';

/** How hard a text is to read, by the measure of its language. */
export interface Readability {
  readonly measure: 'flesch-kincaid-grade' | 'lix';
  readonly value: number;
  readonly bound: number;
  readonly words: number;
}

/** US grade: the plain language asked of what participants read. */
const MOST_GRADE = 6;
/** Swedish LIX: below 30 is very easy, 30–40 easy, such as fiction and popular magazines (Björnsson, 1968). */
const MOST_LIX = 35;
/** Labels of a word or two would make any text look easy: they are not counted. */
const FEWEST_WORDS = 4;

/**
 * Measures all that a participant reads in one language: what, why, how, example, variants, questions and hints.
 * English by the Flesch–Kincaid grade (Kincaid et al., 1975), Swedish by LIX (Björnsson, 1968).
 * @returns undefined for a language without a measure here
 */
export function readabilityOf(worksheet: Worksheet, language: string): Readability | undefined {
  const sentences = participantTexts(worksheet, language)
    .flatMap((text) => text.split(/[.!?…]+(?:\s|$)|\n+/u))
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .filter((words) => words.length >= FEWEST_WORDS);
  const words = sentences.flat();
  if (words.length === 0) return undefined;
  const perSentence = words.length / sentences.length;
  if (language.startsWith('en')) {
    const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
    const value = 0.39 * perSentence + 11.8 * (syllables / words.length) - 15.59;
    return { measure: 'flesch-kincaid-grade', value, bound: MOST_GRADE, words: words.length };
  }
  if (!language.startsWith('sv')) return undefined;
  const long = words.filter((word) => word.length > 6).length;
  return { measure: 'lix', value: perSentence + (100 * long) / words.length, bound: MOST_LIX, words: words.length };
}

/** Every text that the person who does the worksheet reads; notes for clinicians and sources are not among them. */
export function participantTexts(worksheet: Worksheet, language: string): readonly string[] {
  const { title, objective, rationale, steps, example, easier, harder, fields } = worksheet;
  const texts = [
    title,
    objective,
    rationale,
    ...steps,
    example,
    easier.text,
    harder.text,
    ...fields.flatMap(fieldTexts),
  ];
  return texts.flatMap((text) => text[language] ?? []);
}

function fieldTexts(field: Field): Text[] {
  const asked = [field.label, ...(field.hint === undefined ? [] : [field.hint])];
  if (isTable(field))
    return [...asked, ...columnsOf(field).flatMap(({ label, hint }) => [label, ...(hint ? [hint] : [])])];
  switch (field.kind) {
    case 'information':
      return [...asked, field.text];
    case 'practice':
      return [...asked, field.script];
    case 'choice':
      return [...asked, ...field.options.map(({ label }) => label)];
    case 'checklist':
      return [...asked, ...field.items.map(({ label }) => label)];
    case 'demonstration':
      return [...asked, ...field.media.map(({ description }) => description)];
    case 'text':
    case 'scale':
    case 'number':
    case 'date':
    case 'time':
    case 'duration':
    case 'breathing':
    case 'drawing':
    case 'attachment':
    case 'resource':
    case 'note':
    case 'computed':
      return asked;
  }
}
