import type { WorksheetInput } from './format/worksheet.schema.ts';
import { defineWorksheet } from './format/worksheet.parser.ts';
import type { Worksheet } from './format/worksheet.schema.ts';

const text = (en: string) => ({ en });
const label = (en: string) => ({ label: text(en) });
const sha256 = 'a'.repeat(64);
const media = (type: string) => ({ id: `media-${type.replace('/', '-')}`, sha256, type });

/** A worksheet with a field of every kind, for specs and for authors who look for an example of one. */
export const everyKind: WorksheetInput = {
  format: 'intersession.worksheet/1',
  id: 'every-kind',
  version: 3,
  languages: ['en'],
  title: text('Every kind of field'),
  origin: {
    author: 'The Intersession authors',
    licence: 'Apache-2.0',
    basedOn: { id: 'thought-record-5', version: 1 },
  },
  clinicalReview: { status: 'not-reviewed' },
  approach: ['any'],
  needs: ['any'],
  goals: ['learn-more'],
  focus: 'mixed',
  medium: 'worksheet',
  mechanism: 'psychoeducation',
  minutes: 10,
  difficulty: 1,
  objective: text('See one field of each kind.'),
  rationale: text('It shows what can be asked.'),
  steps: [text('Look at each of them.')],
  example: text('Somebody filled it in.'),
  easier: { text: text('Look at half of them.') },
  harder: { text: text('Make one of your own.') },
  accessibility: { serves: ['plain-language'], notes: text('For authors.') },
  sources: [{ citation: 'None: an example.' }],
  fields: [
    { id: 'text', kind: 'text', ...label('A text'), hint: text('A line or two'), required: true, maxLength: 200 },
    {
      id: 'one',
      kind: 'choice',
      ...label('One of them'),
      options: [
        { value: 'yes', ...label('Yes') },
        { value: 'no', ...label('No') },
      ],
    },
    {
      id: 'many',
      kind: 'choice',
      many: true,
      ...label('Some of them'),
      options: [
        { value: 'a', ...label('First') },
        { value: 'b', ...label('Second') },
        { value: 'c', ...label('Third') },
      ],
    },
    {
      id: 'scale',
      kind: 'scale',
      min: 0,
      max: 100,
      step: 10,
      anchors: [{ at: 0, ...label('none') }],
      ...label('How much'),
    },
    { id: 'slider', kind: 'scale', min: 0, max: 100, ...label('How far') },
    { id: 'number', kind: 'number', min: 0, max: 24, decimals: 1, unit: text('hours'), ...label('How long') },
    { id: 'date', kind: 'date', ...label('Which day') },
    { id: 'time', kind: 'time', ...label('What time') },
    { id: 'duration', kind: 'duration', maxMinutes: 120, ...label('How many minutes') },
    {
      id: 'rows',
      kind: 'rows',
      maxRows: 3,
      ...label('Rows'),
      columns: [
        { id: 'what', kind: 'text', ...label('What') },
        { id: 'score', kind: 'scale', min: 0, max: 10, ...label('Score') },
        {
          id: 'pick',
          kind: 'choice',
          many: true,
          ...label('Pick'),
          options: [
            { value: 'x', ...label('X') },
            { value: 'y', ...label('Y') },
          ],
        },
      ],
    },
    {
      id: 'record',
      kind: 'thought-record',
      ...label('Record'),
      parts: [
        { part: 'situation', ...label('What happened') },
        { part: 'thought', ...label('Thought') },
        { part: 'belief', ...label('Belief') },
      ],
    },
    {
      id: 'ladder',
      kind: 'exposure-ladder',
      ...label('Ladder'),
      parts: [
        { part: 'step', ...label('Step') },
        { part: 'before', ...label('Before') },
        { part: 'peak', ...label('Peak') },
        { part: 'after', ...label('After') },
      ],
    },
    {
      id: 'schedule',
      kind: 'activity-schedule',
      ...label('Week'),
      slots: [text('Monday'), text('Tuesday')],
      parts: [
        { part: 'planned', ...label('Planned') },
        { part: 'done', ...label('Done') },
        { part: 'mastery', ...label('Mastery') },
        { part: 'pleasure', ...label('Pleasure') },
      ],
    },
    {
      id: 'mood',
      kind: 'mood-diary',
      ...label('Mood'),
      slots: [text('Monday'), text('Tuesday')],
      parts: [{ part: 'mood', ...label('Mood') }],
    },
    {
      id: 'sleep',
      kind: 'sleep-diary',
      ...label('Sleep'),
      slots: [text('Monday')],
      parts: [
        { part: 'to-bed', ...label('To bed') },
        { part: 'woke', ...label('Woke') },
      ],
    },
    { id: 'breath', kind: 'breathing', minutes: 2, in: 4, hold: 2, out: 6, rest: 1, ...label('Breathe') },
    {
      id: 'practice',
      kind: 'practice',
      minutes: 5,
      audio: media('audio/mpeg'),
      script: text('Sit.\nBreathe.'),
      ...label('Practise'),
    },
    { id: 'drawing', kind: 'drawing', description: 'required', ...label('Draw') },
    { id: 'files', kind: 'attachment', accept: ['photo', 'audio'], max: 2, ...label('Files') },
    {
      id: 'checks',
      kind: 'checklist',
      ...label('Tick'),
      items: [
        { value: 'one', ...label('First') },
        { value: 'two', ...label('Second') },
      ],
    },
    {
      id: 'book',
      kind: 'resource',
      citation: 'A book. A publisher; 2020.',
      pages: '1–10',
      url: 'https://example.org/book',
      ...label('Read'),
    },
    {
      id: 'shown',
      kind: 'demonstration',
      ...label('Look'),
      media: [
        { file: media('image/png'), caption: text('The first step'), description: text('A chair by a window') },
        { file: media('video/mp4'), description: text('Somebody sits down') },
      ],
    },
    { id: 'note', kind: 'note', ...label('A note') },
    {
      id: 'words',
      kind: 'information',
      ...label('To know'),
      text: text('Two lines.\nThe second.'),
      showIf: { kind: 'at-least', field: 'scale', value: 50 },
    },
    {
      id: 'why-not',
      kind: 'text',
      ...label('Why not'),
      required: true,
      showIf: { kind: 'equals', field: 'one', value: 'no' },
    },
    {
      id: 'mean',
      kind: 'computed',
      decimals: 1,
      ...label('Mean score'),
      value: { kind: 'mean', of: [{ field: 'rows', column: 'score' }] },
    },
    {
      id: 'drop',
      kind: 'computed',
      ...label('Drop'),
      value: {
        kind: 'difference',
        from: { field: 'ladder', column: 'peak' },
        subtract: { field: 'ladder', column: 'after' },
      },
    },
  ],
};

/** The same, checked. */
export const exampleWorksheet: Worksheet = defineWorksheet(everyKind);
