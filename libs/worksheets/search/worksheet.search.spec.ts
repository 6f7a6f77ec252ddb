import { describe, expect, it } from '@jest/globals';
import { parseWorksheet } from '../format/worksheet.parser.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import { searchWords, WorksheetIndex } from './worksheet.index.ts';
import { suggestWorksheets, type WorksheetExperience } from './worksheet.suggestions.ts';

const text = (en: string, sv: string) => ({ en, sv });

function worksheet(id: string, title: [string, string], changes: Partial<Worksheet> = {}): Worksheet {
  const made = {
    ...{ format: 'intersession.worksheet/1', id, version: 1, languages: ['en', 'sv'], title: text(...title) },
    ...{ origin: { author: 'us', licence: 'ours' }, clinicalReview: { status: 'not-reviewed' } },
    ...{ approach: ['cognitive-behavioural'], needs: ['worry'], goals: ['worry-less'], focus: 'cognitive' },
    ...{ medium: 'worksheet', mechanism: 'reappraisal', minutes: 10, difficulty: 1 },
    objective: text('Look at one thought.', 'Se på en tanke.'),
    rationale: text('It may help.', 'Det kan hjälpa.'),
    steps: [text('Write it down.', 'Skriv ned den.')],
    example: text('Kim wrote.', 'Kim skrev.'),
    easier: { text: text('Less.', 'Mindre.') },
    harder: { text: text('More.', 'Mer.') },
    accessibility: { serves: ['large-print'], notes: text('Any size.', 'Vilken storlek som helst.') },
    sources: [{ citation: 'Ours' }],
    fields: [{ kind: 'text', id: 'thought', label: text('The thought', 'Tanken') }],
    ...changes,
  };
  const parsed = parseWorksheet(made);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.worksheet;
}

const library = [
  worksheet('thought-record', ['Thought record', 'Tankedagbok'], {
    harder: { text: text('More.', 'Mer.'), worksheet: 'experiment' },
    easier: { text: text('Less.', 'Mindre.'), worksheet: 'notice' },
  }),
  worksheet('experiment', ['Test a prediction', 'Pröva en förutsägelse'], { difficulty: 3, minutes: 40 }),
  worksheet('notice', ['Notice a thought', 'Märk en tanke'], { difficulty: 0, minutes: 3 }),
  worksheet('breathing', ['Breathing space', 'Andningspaus'], {
    ...{ approach: ['mindfulness'], needs: ['stress'], goals: ['calm'], mechanism: 'attention', medium: 'practice' },
    accessibility: { serves: ['audio', 'low-vision'], notes: text('Sound.', 'Ljud.') },
  }),
];
const index = new WorksheetIndex(library);
const idsOf = (found: readonly { readonly worksheet: Worksheet }[]) => found.map((each) => each.worksheet.id);

describe('the search', () => {
  it('takes words in any order, without their accents, the last one begun', () => {
    expect(idsOf(index.find({ text: 'prova' }))).toEqual(['experiment']);
    expect(idsOf(index.find({ text: 'PRÖVA förut' }))).toEqual(['experiment']);
    expect(idsOf(index.find({ text: 'record thought' }))).toEqual(['thought-record']);
    expect(idsOf(index.find({ text: 'thought' }))[0]).toBe('thought-record');
    expect(index.find({ text: 'thought unheard-of' })).toEqual([]);
    expect(searchWords('Être – l’âge 7')).toEqual(['etre', 'l', 'age', '7']);
  });

  it('says which word it found where, the title before the rest', () => {
    const [first] = index.find({ text: 'breathing' });
    expect(first?.matched).toEqual([{ word: 'breathing', place: 'title' }]);
    expect(index.find({ text: 'stress' })[0]?.matched).toEqual([{ word: 'stress', place: 'purpose' }]);
  });

  it.each([
    [{ needs: ['stress', 'grief'] }, ['breathing']],
    [{ goals: ['calm'] }, ['breathing']],
    [{ approach: ['mindfulness' as const] }, ['breathing']],
    [{ difficultyAtMost: 0 }, ['notice']],
    [{ difficultyAtLeast: 2 }, ['experiment']],
    [{ minutesAtMost: 5 }, ['notice']],
    [{ accessibility: ['audio' as const, 'low-vision' as const] }, ['breathing']],
    [{ language: 'de' }, []],
    [{ use: 'session-review' as const }, []],
    [{ medium: ['practice' as const], text: 'prediction' }, []],
  ])('filters by %j', (query, ids) => {
    expect(idsOf(index.find(query))).toEqual(ids);
  });

  it('meets strange questions with nothing, not with an error', () => {
    for (const strange of ['((((', '.*+?^${}', '\u0000', 'a'.repeat(100_000), '💥', 'x '.repeat(50_000)])
      expect(Array.isArray(index.find({ text: strange }))).toBe(true);
    expect(index.find({}).length).toBe(4);
  });
});

const did = (worksheetId: string, changes: Partial<WorksheetExperience>): WorksheetExperience => ({
  ...{ worksheetId, tried: 2, skipped: 0, full: 2, helpfulness: null, difficulty: null, current: false },
  ...changes,
});

describe('suggestions', () => {
  it('say one step harder of what is done with ease, one step easier of what was hard', () => {
    const [harder] = suggestWorksheets(library, [did('thought-record', { difficulty: 1 })]);
    expect([harder?.worksheet.id, harder?.reasons[0]]).toEqual([
      'experiment',
      { kind: 'one-step-harder', worksheetId: 'thought-record' },
    ]);
    const [easier] = suggestWorksheets(library, [did('thought-record', { difficulty: 4, full: 0 })]);
    expect([easier?.worksheet.id, easier?.reasons[0]?.kind]).toEqual(['notice', 'one-step-easier']);
  });

  it('say what helped, and what is like it', () => {
    const found = suggestWorksheets(library, [did('notice', { helpfulness: 4 })]);
    expect(found.map((each) => [each.worksheet.id, each.reasons[0]?.kind])).toEqual([
      ['notice', 'found-helpful'],
      ['thought-record', 'like-what-helped'],
      ['experiment', 'like-what-helped'],
    ]);
  });

  it('are silent about what did not help, what is skipped, what is assigned now, and where nothing is known', () => {
    expect(idsOf(suggestWorksheets(library, [did('notice', { helpfulness: 1 })], ['worry']))).not.toContain('notice');
    expect(idsOf(suggestWorksheets(library, [did('breathing', { tried: 0, skipped: 3 })], ['stress']))).toEqual([]);
    expect(idsOf(suggestWorksheets(library, [did('breathing', { current: true })], ['stress']))).toEqual([]);
    expect(suggestWorksheets(library, [])).toEqual([]);
  });

  it('serve needs that are named', () => {
    const [first] = suggestWorksheets(library, [], ['stress']);
    expect(first).toMatchObject({
      worksheet: { id: 'breathing' },
      reasons: [{ kind: 'serves-need', needs: ['stress'] }, { kind: 'not-tried-yet' }],
    });
  });
});
