/** A point of a stroke: x and y in thousandths of the sheet's width, pressure 0–1. */
export type StrokePoint = readonly [x: number, y: number, pressure: number];

export interface Stroke {
  /** Index into the palette of the rendering; 0 is ink. */
  readonly colour: number;
  /** In thousandths of the sheet's width. */
  readonly width: number;
  readonly points: readonly StrokePoint[];
}

/** A drawing as strokes, or put into words, or both. */
export interface Drawing {
  readonly strokes: readonly Stroke[];
  readonly description?: string;
}

/** A file that was stored before the answers were sent. */
export interface AttachedFile {
  readonly attachmentId: string;
  readonly sha256: string;
  readonly kind: 'photo' | 'audio';
  readonly description?: string;
}

export type CellValue = string | number | readonly string[];

/** One row of a table: column → value. */
export type TableRow = Readonly<Record<string, CellValue>>;

/**
 * The answer to one field: text, date (`YYYY-MM-DD`), time (`HH:MM`), one choice and how much of a resource was used as text;
 * scale, number, duration (minutes) and practice (seconds) as a number; several choices and a checklist as texts.
 */
export type AnswerValue = string | number | readonly string[] | readonly TableRow[] | readonly AttachedFile[] | Drawing;

/** Field id → answer. What was not answered is absent. */
export type AnswerValues = Readonly<Record<string, AnswerValue>>;

/** Answers, bound to the version of the worksheet that was in front of the person. */
export interface WorksheetAnswers {
  readonly worksheet: { readonly id: string; readonly version: number };
  readonly language?: string;
  readonly values: AnswerValues;
}

/** Why an answer cannot be taken. Codes are stable; messages are for people. */
export interface AnswerFault {
  /** `values.ladder[2].peak` */
  readonly path: string;
  readonly code:
    | 'TooLarge'
    | 'Malformed'
    | 'OtherWorksheet'
    | 'OtherVersion'
    | 'UnknownField'
    | 'WrongKind'
    | 'OutOfRange'
    | 'TooLong'
    | 'TooMany'
    | 'Required';
  readonly message: string;
}

/** What was left out of the answers, which stand without it. */
export interface DroppedAnswer {
  readonly path: string;
  readonly reason: 'hidden' | 'not-asked';
}

/** A computed value, or null and why there is none. */
export interface ComputedValue {
  readonly value: number | null;
  readonly reason?: string;
}

export type CheckedAnswers =
  | {
      readonly ok: true;
      readonly answers: WorksheetAnswers;
      readonly dropped: readonly DroppedAnswer[];
      readonly computed: Readonly<Record<string, ComputedValue>>;
      /** Required fields in sight without an answer; always empty in the mode `complete`. */
      readonly unanswered: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly AnswerFault[] };

/** `draft` takes what is there so far; `complete` also wants every required field in sight. */
export type AnswerMode = 'draft' | 'complete';
