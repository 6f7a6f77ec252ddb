import type { WorksheetInput } from '../format/worksheet.schema.ts';

/** A text of the library, in both of its languages. */
export const t = (en: string, sv: string): { en: string; sv: string } => ({ en, sv });

/** What differs from one worksheet of the library to the next. */
export type LibraryInput = Omit<WorksheetInput, 'format' | 'languages' | 'origin' | 'clinicalReview' | 'version'> & {
  readonly version?: number;
};

/** A worksheet of the library: written for it in English and Swedish, not yet reviewed by clinicians. */
export const ours = (input: LibraryInput): WorksheetInput => ({
  format: 'intersession.worksheet/1',
  version: 1,
  languages: ['en', 'sv'],
  origin: { author: 'The Intersession authors', licence: 'Apache-2.0' },
  clinicalReview: { status: 'not-reviewed' },
  ...input,
});

type Words = ReturnType<typeof t>;

/** A scale with its ends named. */
const scale = (max: number, step: number, low: Words, high: Words) => ({
  kind: 'scale' as const,
  min: 0,
  max,
  step,
  anchors: [
    { at: 0, label: low },
    { at: max, label: high },
  ],
});

/** 0–100 for how strong something is. */
export const strength = scale(100, 10, t('not at all', 'inte alls'), t('the most ever', 'det mesta någonsin'));

/** 0–10 for smaller questions. */
export const ten = (low: Words, high: Words) => scale(10, 1, low, high);

/** Days of a week, as the slots of a diary. */
export const week = [
  t('Mon', 'Mån'),
  t('Tue', 'Tis'),
  t('Wed', 'Ons'),
  t('Thu', 'Tors'),
  t('Fri', 'Fre'),
  t('Sat', 'Lör'),
  t('Sun', 'Sön'),
];

/** How much it helped, asked at the end of a practice. */
export const helped = {
  id: 'helped',
  label: t('How much did this help?', 'Hur mycket hjälpte det?'),
  ...ten(t('not at all', 'inte alls'), t('very much', 'väldigt mycket')),
};

export const SOURCES = {
  beck1979: { citation: 'Beck AT, Rush AJ, Shaw BF, Emery G. Cognitive Therapy of Depression. Guilford Press; 1979.' },
  mindOverMood: {
    citation:
      'Greenberger D, Padesky CA. Mind Over Mood: Change How You Feel by Changing the Way You Think. 2nd ed. Guilford Press; 2016.',
  },
  activation: {
    citation:
      "Martell CR, Dimidjian S, Herman-Dunn R. Behavioral Activation for Depression: A Clinician's Guide. Guilford Press; 2010.",
  },
  lewinsohn: {
    citation:
      'Lewinsohn PM. A behavioral approach to depression. In: Friedman RJ, Katz MM, editors. The Psychology of Depression: Contemporary Theory and Research. Wiley; 1974. p. 157–178.',
  },
  mbct: {
    citation:
      'Segal ZV, Williams JMG, Teasdale JD. Mindfulness-Based Cognitive Therapy for Depression. 2nd ed. Guilford Press; 2013.',
  },
  kabatZinn: { citation: 'Kabat-Zinn J. Full Catastrophe Living. Delacorte; 1990.' },
  fennell: {
    citation:
      'Fennell MJV. Low self-esteem: a cognitive perspective. Behavioural and Cognitive Psychotherapy. 1997;25(1):1–26.',
  },
  act: {
    citation:
      'Hayes SC, Strosahl KD, Wilson KG. Acceptance and Commitment Therapy: The Process and Practice of Mindful Change. 2nd ed. Guilford Press; 2012.',
  },
  ipt: {
    citation:
      'Weissman MM, Markowitz JC, Klerman GL. The Guide to Interpersonal Psychotherapy: Updated and Expanded Edition. Oxford University Press; 2018.',
  },
  seligman: {
    citation:
      'Seligman MEP, Steen TA, Park N, Peterson C. Positive psychology progress: empirical validation of interventions. American Psychologist. 2005;60(5):410–421.',
  },
  pennebaker: {
    citation:
      'Pennebaker JW, Beall SK. Confronting a traumatic event: toward an understanding of inhibition and disease. Journal of Abnormal Psychology. 1986;95(3):274–281.',
  },
  artTherapy: { citation: 'Malchiodi CA, editor. Handbook of Art Therapy. 2nd ed. Guilford Press; 2012.' },
  kazantzis: {
    citation:
      "Kazantzis N, Deane FP, Ronan KR, L'Abate L, editors. Using Homework Assignments in Cognitive Behavior Therapy. Routledge; 2005.",
  },
  tompkins: {
    citation: 'Tompkins MA. Using Homework in Psychotherapy: Strategies, Guidelines, and Forms. Guilford Press; 2004.',
  },
  brodley: {
    citation:
      'Brodley BT. Client-initiated homework in client-centered therapy. Journal of Psychotherapy Integration. 2006;16(2):140–161.',
  },
} as const;
