import type { Field } from '../format/field.schema.ts';
import { type Fault, type Limits, readPlain, shown } from '../format/input.limits.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import { BLANK, faulty, isRecord, type Verdict, wrongKind } from './answer.verdict.ts';
import type {
  AnswerFault,
  AnswerMode,
  AnswerValue,
  AnswerValues,
  CheckedAnswers,
  DroppedAnswer,
  WorksheetAnswers,
} from './answers.values.ts';
import { checkAttachments } from './attachment.check.ts';
import { checkDrawing } from './drawing.check.ts';
import { checkNumber, checkSeveral, checkSimple, checkText } from './simple.check.ts';
import { checkTable } from './table.check.ts';
import { isAsked, stateOf } from './worksheet.state.ts';

/** Answers of one worksheet, drawings included. Photos and sound are stored on their own and only named here. */
const LIMITS: Limits = {
  top: 'answers',
  characters: 2_000_000,
  depth: 8,
  values: 120_000,
  text: 20_000,
  entries: 20_000,
};

const MAX_FAULTS = 25;
const DAY_SECONDS = 86_400;

/**
 * Checks answers against the worksheet they were given to: the one validator, in a browser and on a server. Never throws.
 *
 * @param worksheet the version that was in front of the person; see `boundTo` for finding it
 * @param input answers as a JSON value or JSON text: `{ worksheet: { id, version }, language?, values }`
 * @param mode `draft` takes what is there so far; `complete` also wants every required field in sight
 * @returns the answers without blanks and without what was hidden (named in `dropped`), or at most 25 faults with their paths
 */
export function checkAnswers(worksheet: Worksheet, input: unknown, mode: AnswerMode = 'complete'): CheckedAnswers {
  const read = readPlain(input, LIMITS);
  if (!('value' in read)) return refused([fromLimit(read)]);
  const binding = boundTo(read.value);
  if (binding === undefined) return refused(notAnswers(read.value));
  const foreign = foreignTo(worksheet, binding);
  if (foreign !== undefined) return refused([foreign]);
  const values = isRecord(read.value) ? read.value['values'] : undefined;
  if (!isRecord(values)) return refused(wrongKind('values', 'an object of field id to answer').faults);
  return checkValues(worksheet, values, languageOf(worksheet, read.value), mode);
}

/** Which version of which worksheet the answers say that they belong to; undefined where they do not say. Never throws. */
export function boundTo(input: unknown): WorksheetAnswers['worksheet'] | undefined {
  if (!isRecord(input) || !isRecord(input['worksheet'])) return undefined;
  const { id, version } = input['worksheet'];
  return typeof id === 'string' && typeof version === 'number' && Number.isSafeInteger(version)
    ? { id, version }
    : undefined;
}

const refused = (faults: readonly AnswerFault[]): CheckedAnswers => ({
  ok: false,
  faults: faults.slice(0, MAX_FAULTS),
});
const fromLimit = ({ path, message, code }: Fault): AnswerFault => ({ path, message, code });

function notAnswers(value: unknown): readonly AnswerFault[] {
  return isRecord(value)
    ? faulty('worksheet', 'Malformed', 'must name the worksheet by id and version').faults
    : faulty('(answers)', 'Malformed', 'must be an object').faults;
}

function foreignTo(worksheet: Worksheet, { id, version }: WorksheetAnswers['worksheet']): AnswerFault | undefined {
  if (id !== worksheet.id) {
    const message = `is "${shown(id)}"; these are checked against "${worksheet.id}"`;
    return { path: 'worksheet.id', code: 'OtherWorksheet', message };
  }
  if (version === worksheet.version) return undefined;
  const message = `is ${version}; these are checked against version ${worksheet.version}`;
  return { path: 'worksheet.version', code: 'OtherVersion', message };
}

function languageOf(worksheet: Worksheet, input: unknown): string | undefined {
  const language = isRecord(input) ? input['language'] : undefined;
  return typeof language === 'string' && worksheet.languages.includes(language) ? language : undefined;
}

function checkValues(
  worksheet: Worksheet,
  values: Record<string, unknown>,
  language: string | undefined,
  mode: AnswerMode,
): CheckedAnswers {
  const fields = new Map(worksheet.fields.map((field) => [field.id, field]));
  const faults: AnswerFault[] = [];
  const dropped: DroppedAnswer[] = [];
  const taken: [string, AnswerValue][] = [];
  for (const [id, value] of Object.entries(values)) {
    const path = `values.${shown(id)}`;
    const field = fields.get(id);
    const verdict =
      field === undefined
        ? faulty(path, 'UnknownField', 'is not a field of this version')
        : checkAnswer(field, value, path);
    if ('faults' in verdict) faults.push(...verdict.faults);
    if ('value' in verdict) taken.push([id, verdict.value]);
    if (field !== undefined && !isAsked(field)) dropped.push({ path, reason: 'not-asked' });
  }
  if (faults.length > 0) return refused(faults);
  return settle(worksheet, { taken, dropped, language, mode });
}

interface Settling {
  readonly taken: readonly (readonly [string, AnswerValue])[];
  readonly dropped: readonly DroppedAnswer[];
  readonly language: string | undefined;
  readonly mode: AnswerMode;
}

function settle(worksheet: Worksheet, { taken, dropped, language, mode }: Settling): CheckedAnswers {
  const { visible, computed, unanswered } = stateOf(worksheet, Object.fromEntries(taken));
  const inSight = new Set(visible.map(({ id }) => id));
  const values: AnswerValues = Object.fromEntries(taken.filter(([id]) => inSight.has(id)));
  if (mode === 'complete') {
    const missing = [...unanswered.map((id) => absent(`values.${id}`)), ...undescribed(visible, values)];
    if (missing.length > 0) return refused(missing);
  }
  const hidden = taken
    .filter(([id]) => !inSight.has(id))
    .map(([id]) => ({ path: `values.${id}`, reason: 'hidden' as const }));
  const { id, version } = worksheet;
  const answers = { worksheet: { id, version }, ...(language === undefined ? {} : { language }), values };
  return { ok: true, answers, dropped: [...dropped, ...hidden], computed, unanswered };
}

const absent = (path: string): AnswerFault => ({ path, code: 'Required', message: 'is not answered yet' });

/** Drawings that must be put into words and are not. */
function undescribed(visible: readonly Field[], values: AnswerValues): AnswerFault[] {
  return visible.flatMap((field) => {
    const value = values[field.id];
    if (field.kind !== 'drawing' || field.description !== 'required' || !isRecord(value)) return [];
    return value['description'] === undefined ? [absent(`values.${field.id}.description`)] : [];
  });
}

const AMOUNTS = [{ value: 'all' }, { value: 'part' }, { value: 'none' }];

/** Checks the answer to one field, whether in sight or not. */
export function checkAnswer(field: Field, value: unknown, path: string): Verdict {
  if (value === null || value === undefined || value === '') return BLANK;
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'scale':
    case 'number':
    case 'date':
    case 'time':
    case 'duration':
      return checkSimple(field, value, path);
    case 'rows':
    case 'thought-record':
    case 'exposure-ladder':
    case 'activity-schedule':
    case 'mood-diary':
    case 'sleep-diary':
      return checkTable(field, value, path);
    case 'breathing':
    case 'practice':
      return checkNumber(value, 0, DAY_SECONDS, path);
    case 'drawing':
      return checkDrawing(value, path);
    case 'attachment':
      return checkAttachments(field, value, path);
    case 'checklist':
      return checkSeveral(value, field.items, path);
    case 'resource':
      return AMOUNTS.some((amount) => amount.value === value) && typeof value === 'string'
        ? { value }
        : wrongKind(path, 'all, part or none');
    case 'note':
      return checkText(value, LIMITS.text, path);
    case 'demonstration':
    case 'information':
    case 'computed':
      return BLANK;
  }
}
