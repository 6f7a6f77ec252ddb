import { ours, SOURCES, t, ten } from './authoring.ts';

export const homeworkReview = ours({
  id: 'homework-review',
  title: t('Looking back at my homework', 'Tillbakablick på min uppgift'),
  approach: ['any'],
  needs: ['any'],
  goals: ['learn-more', 'feel-in-charge'],
  focus: 'mixed',
  medium: 'questionnaire',
  mechanism: 'homework-review',
  use: 'session-review',
  minutes: 4,
  difficulty: 0,
  objective: t(
    'See how it went, so we can build on it in session.',
    'Se hur det gick, så att vi kan bygga på det i samtalet.',
  ),
  rationale: t(
    'What got in the way is as useful as what went well. There is nothing to pass or fail. It helps us find what fits you.',
    'Det som kom emellan är lika värdefullt som det som gick bra. Det går inte att bli underkänd. Det hjälper oss att hitta vad som passar dig.',
  ),
  steps: [
    t('Think of the homework from last time.', 'Tänk på uppgiften från förra gången.'),
    t('Mark what fits. Your first thought is fine.', 'Markera det som stämmer. Din första tanke är bra.'),
    t('Bring it with you.', 'Ta med det hit.'),
  ],
  example: t(
    'I did about half. I forgot it at the weekend. It was hard to start and useful once I did.',
    'Jag gjorde ungefär hälften. Jag glömde det i helgen. Det var svårt att börja och till nytta när jag väl gjorde det.',
  ),
  easier: { text: t('Answer only the first question.', 'Svara bara på första frågan.') },
  harder: { text: t('Write what you would change for next time.', 'Skriv vad du vill ändra till nästa gång.') },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'motor', 'translated'],
    notes: t(
      'Can be asked aloud in the first minutes of the session.',
      'Kan frågas högt under samtalets första minuter.',
    ),
  },
  sources: [SOURCES.kazantzis, SOURCES.tompkins],
  fields: [
    {
      id: 'done',
      kind: 'choice',
      required: true,
      label: t('How much did you do?', 'Hur mycket gjorde du?'),
      options: [
        { value: 'none', label: t('None of it', 'Inget') },
        { value: 'tried', label: t('I tried but could not', 'Jag försökte men kunde inte') },
        { value: 'other', label: t('Something else in its place', 'Något annat i stället') },
        { value: 'part', label: t('Part of it', 'En del') },
        { value: 'all', label: t('All of it', 'Allt') },
        { value: 'more', label: t('More than we planned', 'Mer än vi planerade') },
      ],
    },
    {
      id: 'in-the-way',
      kind: 'checklist',
      label: t('What got in the way?', 'Vad kom emellan?'),
      showIf: {
        kind: 'not',
        of: {
          kind: 'any',
          of: [
            { kind: 'equals', field: 'done', value: 'all' },
            { kind: 'equals', field: 'done', value: 'more' },
          ],
        },
      },
      items: [
        { value: 'forgetting', label: t('I forgot', 'Jag glömde') },
        { value: 'practical', label: t('No time or no place', 'Ingen tid eller plats') },
        { value: 'symptom', label: t('I felt too bad', 'Jag mådde för dåligt') },
        { value: 'comprehension', label: t('I was not sure how', 'Jag visste inte riktigt hur') },
        { value: 'motivation', label: t('I did not see the point', 'Jag såg inte meningen') },
        { value: 'dull-or-irrelevant', label: t('It did not fit me', 'Det passade mig inte') },
        { value: 'relational', label: t('Someone around me', 'Någon i min närhet') },
        { value: 'other', label: t('Something else', 'Något annat') },
      ],
    },
    {
      id: 'hard',
      ...ten(t('very easy', 'mycket lätt'), t('very hard', 'mycket svårt')),
      label: t('How hard was it?', 'Hur svårt var det?'),
      showIf: { kind: 'not', of: { kind: 'equals', field: 'done', value: 'none' } },
    },
    {
      id: 'useful',
      ...ten(t('not at all', 'inte alls'), t('very', 'mycket')),
      label: t('How useful was it?', 'Hur stor nytta var det?'),
      showIf: { kind: 'not', of: { kind: 'equals', field: 'done', value: 'none' } },
    },
    { id: 'learned', kind: 'text', lines: 2, label: t('What did you learn?', 'Vad lärde du dig?') },
    { id: 'change', kind: 'text', lines: 2, label: t('What should we change?', 'Vad ska vi ändra?') },
  ],
});
