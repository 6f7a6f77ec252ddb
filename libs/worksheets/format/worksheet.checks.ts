import { dependencyLoops, referenceErrors } from './dependency.checks.ts';
import type { Field } from './field.schema.ts';
import { pathText } from './input.limits.ts';
import type { Column } from './question.schema.ts';
import { columnsOf, isTable } from './table.columns.ts';
import { tableParts } from './table.parts.ts';
import type { Worksheet } from './worksheet.schema.ts';

interface CheckError {
  readonly path: string;
  readonly message: string;
}

const MAX_DRAWINGS = 10;

const at = (path: readonly PropertyKey[], message: string): CheckError => ({
  path: pathText(path, 'worksheet'),
  message,
});

/** What no schema can say: names used once, references that lead somewhere, no loops, every text in every language. */
export function worksheetErrors(worksheet: Worksheet): readonly CheckError[] {
  return [
    ...repeated(worksheet.languages).map((language) => at(['languages'], `names ${language} twice`)),
    ...repeated(worksheet.fields.map(({ id }) => id)).map((id) => at(['fields'], `has two fields called ${id}`)),
    ...worksheet.fields.flatMap((field, index) => fieldErrors(field, ['fields', index])),
    ...drawingErrors(worksheet.fields),
    ...referenceErrors(worksheet.fields),
    ...dependencyLoops(worksheet.fields),
    ...languageErrors(worksheet, worksheet.languages),
  ];
}

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

function drawingErrors(fields: readonly Field[]): CheckError[] {
  const drawings = fields.filter(({ kind }) => kind === 'drawing').length;
  return drawings > MAX_DRAWINGS ? [at(['fields'], `has ${drawings} drawings; at most ${MAX_DRAWINGS}`)] : [];
}

function fieldErrors(field: Field, path: readonly PropertyKey[]): CheckError[] {
  if (isTable(field)) return tableErrors(field, path);
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'scale':
    case 'number':
    case 'date':
    case 'time':
    case 'duration':
      return simpleErrors(field, path);
    case 'checklist':
      return repeated(field.items.map(({ value }) => value)).map((value) =>
        at([...path, 'items'], `has ${value} twice`),
      );
    case 'attachment':
      return repeated(field.accept).map((kind) => at([...path, 'accept'], `names ${kind} twice`));
    case 'demonstration':
      return field.media.flatMap(({ file }, index) =>
        file.type.startsWith('audio/')
          ? [at([...path, 'media', index, 'file', 'type'], 'must be a picture or video')]
          : [],
      );
    case 'practice':
      return field.audio === undefined || field.audio.type.startsWith('audio/')
        ? []
        : [at([...path, 'audio', 'type'], 'must be sound')];
    case 'resource':
      return field.citation === undefined && field.url === undefined
        ? [at(path, 'names neither a citation nor an address')]
        : [];
    case 'breathing':
    case 'drawing':
    case 'note':
    case 'information':
    case 'computed':
      return [];
  }
}

function simpleErrors(column: Column, path: readonly PropertyKey[]): CheckError[] {
  switch (column.kind) {
    case 'choice':
      return repeated(column.options.map(({ value }) => value)).map((value) =>
        at([...path, 'options'], `has ${value} twice`),
      );
    case 'scale':
      return scaleErrors(column, path);
    case 'number':
      return column.min < column.max ? [] : [at([...path, 'max'], 'must be above min')];
    case 'text':
    case 'date':
    case 'time':
    case 'duration':
      return [];
  }
}

function scaleErrors(scale: Extract<Column, { kind: 'scale' }>, path: readonly PropertyKey[]): CheckError[] {
  const { min, max, step, anchors } = scale;
  if (min >= max) return [at([...path, 'max'], 'must be above min')];
  if ((max - min) % step !== 0) return [at([...path, 'step'], 'must lead from min to max')];
  if ((max - min) / step > 100) return [at([...path, 'step'], 'gives more than 101 steps')];
  return anchors.flatMap((anchor, index) =>
    anchor.at < min || anchor.at > max ? [at([...path, 'anchors', index, 'at'], 'is outside the scale')] : [],
  );
}

function tableErrors(field: Extract<Field, { maxRows: number }>, path: readonly PropertyKey[]): CheckError[] {
  const names = field.kind === 'rows' ? field.columns.map(({ id }) => id) : field.parts.map(({ part }) => part);
  const list = field.kind === 'rows' ? 'columns' : 'parts';
  const twice = repeated(names).map((name) => at([...path, list], `has ${name} twice`));
  const needed: readonly string[] = field.kind === 'rows' ? [] : tableParts[field.kind].needed;
  const lacking = needed.filter((name) => !names.includes(name));
  return [
    ...twice,
    ...lacking.map((name) => at([...path, list], `lacks ${name}, without which it is no ${field.kind}`)),
    ...columnsOf(field).flatMap((column, index) => simpleErrors(column, [...path, list, index])),
  ];
}

const TEXTS: ReadonlySet<string> = new Set([
  'title',
  'label',
  'hint',
  'text',
  'unit',
  'objective',
  'rationale',
  'example',
  'notes',
  'script',
  'caption',
  'description',
]);
const TEXT_LISTS: ReadonlySet<string> = new Set(['steps', 'slots']);

/** Every text must be there in exactly the languages of the worksheet. */
function languageErrors(value: unknown, languages: readonly string[], path: readonly PropertyKey[] = []): CheckError[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText(path) && !Array.isArray(value)) return textErrors(Object.keys(value), languages, path);
  return Object.entries(value).flatMap(([key, child]) =>
    languageErrors(child, languages, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function isText(path: readonly PropertyKey[]): boolean {
  const last = path.at(-1);
  if (typeof last === 'number') return TEXT_LISTS.has(String(path.at(-2)));
  return TEXTS.has(String(last));
}

function textErrors(
  present: readonly string[],
  languages: readonly string[],
  path: readonly PropertyKey[],
): CheckError[] {
  return [
    ...languages
      .filter((language) => !present.includes(language))
      .map((language) => at([...path, language], 'is missing')),
    ...present
      .filter((language) => !languages.includes(language))
      .map((language) => at([...path, language], 'is not a language of this worksheet')),
  ];
}
