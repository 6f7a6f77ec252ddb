import { z } from 'zod';

/** What a rating of this form speaks of. */
export type RatingTargetKind = 'assignment' | 'session' | 'interval';

/** A rating form whose raw answers are recorded item by item, in the direction they were given. */
export interface RatingForm {
  readonly formId: string;
  readonly version: number;
  readonly title: string;
  readonly licence: string;
  readonly source: string;
  readonly target: RatingTargetKind;
  /** Who may fill it in: one form per informant. */
  readonly raters: readonly string[];
  readonly items: readonly RatingItem[];
  /** Without it there are raw items only. */
  readonly scored: 'by-key' | 'as-it-stands';
}

interface RatingItem {
  readonly code: string;
  /** What the item is about, in one word or two; never its wording. */
  readonly about: string;
  readonly min: number;
  readonly max: number;
}

const HRS_ITEMS = [
  ...['quantity', 'quality', 'difficulty', 'obstacles', 'comprehension', 'rationale'],
  ...['collaboration', 'specificity', 'match with goals', 'pleasure', 'mastery', 'progress'],
];

const hrs = (informant: 'client' | 'therapist'): RatingForm => ({
  formId: informant === 'client' ? 'hrs-ii' : 'hrs-ii-therapist',
  version: 1,
  title: `Homework Rating Scale II, ${informant} form: raw items`,
  licence: 'Wording and scoring belong to the authors: neither is shipped. Scores need the permission-holder’s key.',
  source: 'Kazantzis, Deane & Ronan 2004; Yew, Dobson, Zyphur & Kazantzis 2021',
  target: 'assignment',
  raters: informant === 'client' ? ['client'] : ['therapist'],
  items: HRS_ITEMS.map((about, index) => ({ code: `q${index + 1}`, about, min: 0, max: 4 })),
  scored: 'by-key',
});

const DOMAINS = ['review', 'design', 'planning'];

/** Rating forms that the platform knows by name. A study may publish others as instruments. */
export const ratingForms: readonly RatingForm[] = [
  hrs('client'),
  hrs('therapist'),
  {
    formId: 'haacs',
    version: 1,
    title: 'Homework Adherence and Competence Scale: raw ratings of one session',
    licence: 'Wording and anchors belong to the authors and are not shipped.',
    source:
      'Kazantzis et al.; domains of review, design and planning: Yew et al. 2021; range of answers not checked against the form',
    target: 'session',
    raters: ['observer'],
    items: ['adherence', 'competence'].flatMap((about) =>
      DOMAINS.map((domain) => ({ code: `${about}-${domain}`, about: `${about}: ${domain}`, min: 0, max: 6 })),
    ),
    scored: 'by-key',
  },
  {
    formId: 'assignment-compliance',
    version: 1,
    title: 'Assignment Compliance Rating',
    licence: 'Anchors as published; the wording of the form is not shipped.',
    source: 'Primakoff, Epstein & Covi 1986',
    target: 'assignment',
    raters: ['client', 'therapist', 'observer'],
    items: [{ code: 'compliance', about: 'compliance', min: 1, max: 6 }],
    scored: 'as-it-stands',
  },
];

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);

/** How a form’s raw items become scales, as whoever holds the permission writes it down. Never part of the platform. */
export const ratingKey = z
  .strictObject({
    format: z.literal('intersession.rating-key/1'),
    formId: code,
    version: z.int().min(1),
    /** Whose permission, and where it is kept. */
    permission: z.string().min(1).max(500),
    scales: z
      .array(
        z.strictObject({
          id: code,
          items: z.array(code).min(1).max(200),
          reversed: z.array(code).max(200).default([]),
          combine: z.enum(['sum', 'mean']),
          /** With more than this many items missing there is no score. */
          missingAtMost: z.int().min(0).default(0),
        }),
      )
      .min(1)
      .max(50),
  })
  .superRefine((key, context) => {
    const form = ratingForms.find(({ formId, version }) => formId === key.formId && version === key.version);
    if (form === undefined)
      return context.addIssue({ code: 'custom', path: ['formId'], message: 'is no rating form of the platform' });
    const known = new Set(form.items.map((item) => item.code));
    key.scales.forEach(({ items, reversed }, index) => {
      const path = ['scales', index];
      const unknown = items.find((item) => !known.has(item));
      if (unknown !== undefined)
        context.addIssue({ code: 'custom', path: [...path, 'items'], message: `no item is called ${unknown}` });
      const stray = reversed.find((item) => !items.includes(item));
      if (stray !== undefined)
        context.addIssue({ code: 'custom', path: [...path, 'reversed'], message: `${stray} is not of this scale` });
    });
  });
export type RatingKey = z.infer<typeof ratingKey>;

/** One scale of a rating under a key. */
export interface KeyedScore {
  readonly scale: string;
  /** Null where too many answers are missing, or one cannot be. */
  readonly value: number | null;
  readonly missing: number;
}

/**
 * Scores raw ratings by a key. Missing items of a sum take the mean of those answered, within what the key allows.
 * @param answers item code → raw answer, in the direction it was given
 */
export function scoreByKey(key: RatingKey, answers: Readonly<Record<string, number>>): KeyedScore[] {
  const form = ratingForms.find(({ formId, version }) => formId === key.formId && version === key.version);
  const items = new Map(form?.items.map((item) => [item.code, item]) ?? []);
  return key.scales.map(({ id, items: own, reversed, combine, missingAtMost }) => {
    const given = own.flatMap((name) => {
      const [answer, item] = [answers[name], items.get(name)];
      if (answer === undefined || item === undefined) return [];
      if (answer < item.min || answer > item.max) return [Number.NaN];
      return [reversed.includes(name) ? item.min + item.max - answer : answer];
    });
    const missing = own.length - given.length;
    const mean = given.reduce((sum, answer) => sum + answer, 0) / given.length;
    const known = missing <= missingAtMost && given.length > 0 && !Number.isNaN(mean);
    return { scale: id, value: known ? (combine === 'mean' ? mean : mean * own.length) : null, missing };
  });
}
