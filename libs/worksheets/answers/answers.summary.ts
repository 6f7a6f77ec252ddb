import type { Field } from '../format/field.schema.ts';
import type { Column } from '../format/question.schema.ts';
import { columnsOf, isTable, type TableField } from '../format/table.columns.ts';
import type { Text } from '../format/text.schema.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import type {
  AnswerValue,
  AnswerValues,
  AttachedFile,
  CellValue,
  ComputedValue,
  Drawing,
  TableRow,
} from './answers.values.ts';
import { isAnswer } from './condition.evaluation.ts';
import { stateOf } from './worksheet.state.ts';

/** One answer as a reader wants it: words, not codes. */
export type SummaryAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly value: number; readonly unit: string | null }
  | {
      readonly kind: 'scale';
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly low: string | null;
      readonly high: string | null;
    }
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly chosen: boolean }[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly { readonly slot: string | null; readonly cells: readonly string[] }[];
    }
  | { readonly kind: 'practice'; readonly seconds: number }
  | { readonly kind: 'used'; readonly amount: 'all' | 'part' | 'none' }
  | { readonly kind: 'drawing'; readonly drawing: Drawing }
  | { readonly kind: 'files'; readonly files: readonly AttachedFile[] }
  | {
      readonly kind: 'computed';
      readonly value: string | null;
      readonly unit: string | null;
      readonly reason?: string;
    };

export interface SummaryLine {
  readonly field: string;
  readonly label: string;
  readonly answer: SummaryAnswer;
}

type Say = (text: Text) => string;

/**
 * Checked answers as a clinician reads them: every field in sight, in order, answered or not.
 * @param language one of the worksheet's; its first where left out or not there
 */
export function answersSummary(worksheet: Worksheet, values: AnswerValues, language?: string): readonly SummaryLine[] {
  const [original = 'en'] = worksheet.languages;
  const say: Say = (text) => text[language ?? original] ?? text[original] ?? '';
  const { visible, computed } = stateOf(worksheet, values);
  const answers = new Map(Object.entries(values));
  return visible
    .filter(({ kind }) => kind !== 'information' && kind !== 'demonstration')
    .map((field) => ({
      field: field.id,
      label: say(field.label),
      answer: summarised(field, { value: answers.get(field.id), computed: computed[field.id], say }),
    }));
}

interface Found {
  readonly value: AnswerValue | undefined;
  readonly computed: ComputedValue | undefined;
  readonly say: Say;
}

const NONE: SummaryAnswer = { kind: 'none' };

function summarised(field: Field, { value, computed, say }: Found): SummaryAnswer {
  if (field.kind === 'computed') return computedAnswer(field, computed, say);
  if (!isAnswer(value)) return NONE;
  if (isTable(field)) return tableAnswer(field, value, say);
  switch (field.kind) {
    case 'scale':
      return typeof value === 'number' ? scaleAnswer(field, value, say) : NONE;
    case 'number':
      return typeof value === 'number' ? { kind: 'amount', value, unit: field.unit ? say(field.unit) : null } : NONE;
    case 'duration':
      return typeof value === 'number' ? { kind: 'practice', seconds: value * 60 } : NONE;
    case 'breathing':
    case 'practice':
      return typeof value === 'number' ? { kind: 'practice', seconds: value } : NONE;
    case 'choice':
      return listAnswer(field.options, typeof value === 'string' ? [value] : value, say);
    case 'checklist':
      return listAnswer(field.items, value, say);
    case 'resource':
      return value === 'all' || value === 'part' || value === 'none' ? { kind: 'used', amount: value } : NONE;
    case 'drawing':
      return typeof value === 'object' && 'strokes' in value ? { kind: 'drawing', drawing: value } : NONE;
    case 'attachment':
      return filesAnswer(value);
    case 'text':
    case 'note':
    case 'date':
    case 'time':
      return typeof value === 'string' ? { kind: 'text', text: value } : NONE;
    case 'information':
    case 'demonstration':
      return NONE;
  }
}

function computedAnswer(
  { decimals, unit }: Extract<Field, { kind: 'computed' }>,
  computed: ComputedValue | undefined,
  say: Say,
): SummaryAnswer {
  const value = computed?.value ?? null;
  return {
    kind: 'computed',
    value: value === null ? null : value.toFixed(decimals),
    unit: unit === undefined ? null : say(unit),
    ...(computed?.reason === undefined ? {} : { reason: computed.reason }),
  };
}

function scaleAnswer(field: Extract<Field, { kind: 'scale' }>, value: number, say: Say): SummaryAnswer {
  const { min, max, anchors } = field;
  const anchored = (at: number) => {
    const anchor = anchors.find((each) => each.at === at);
    return anchor === undefined ? null : say(anchor.label);
  };
  return { kind: 'scale', value, min, max, low: anchored(min), high: anchored(max) };
}

type Options = readonly { readonly value: string; readonly label: Text }[];

function listAnswer(options: Options, value: unknown, say: Say): SummaryAnswer {
  const chosen = new Set<unknown>(Array.isArray(value) ? value : []);
  return {
    kind: 'list',
    items: options.map((option) => ({ text: say(option.label), chosen: chosen.has(option.value) })),
  };
}

function filesAnswer(value: AnswerValue): SummaryAnswer {
  if (!Array.isArray(value)) return NONE;
  const files = value.filter((entry): entry is AttachedFile => typeof entry === 'object' && 'attachmentId' in entry);
  return { kind: 'files', files };
}

function tableAnswer(field: TableField, value: AnswerValue, say: Say): SummaryAnswer {
  if (!Array.isArray(value)) return NONE;
  const columns = columnsOf(field);
  const rows = value.filter((entry): entry is TableRow => typeof entry === 'object');
  return {
    kind: 'table',
    columns: columns.map(({ label }) => say(label)),
    rows: rows.map((row, index) => {
      const slot = field.slots?.[index];
      const cells = columns.map((column) => cellWords(column, row[column.id], say));
      return { slot: slot === undefined ? null : say(slot), cells };
    }),
  };
}

function cellWords(column: Column, value: CellValue | undefined, say: Say): string {
  if (value === undefined) return '';
  if (column.kind !== 'choice') return String(value);
  const chosen = typeof value === 'object' ? value : [String(value)];
  return column.options
    .filter((option) => chosen.includes(option.value))
    .map((option) => say(option.label))
    .join(', ');
}
