import { ours, SOURCES, t } from './authoring.ts';

export const midwayReview = ours({
  id: 'midway-review',
  title: t('How far have I come?', 'Hur långt har jag kommit?'),
  approach: ['any'],
  needs: ['any'],
  goals: ['learn-more', 'feel-in-charge'],
  focus: 'mixed',
  medium: 'questionnaire',
  mechanism: 'session-review',
  use: 'session-review',
  minutes: 10,
  difficulty: 1,
  objective: t(
    'Look back on the weeks so far and choose what comes next.',
    'Se tillbaka på veckorna hittills och välj vad som kommer härnäst.',
  ),
  rationale: t(
    'Change is slow, and it is hard to see from day to day. A look back shows what has moved. It is also a good time to change course.',
    'Förändring går långsamt och syns dåligt från dag till dag. En tillbakablick visar vad som har rört sig. Det är också ett bra läge att byta väg.',
  ),
  steps: [
    t('Write your goals, as you would say them today.', 'Skriv dina mål, som du hade sagt dem i dag.'),
    t('Rate how far you have come with each.', 'Skatta hur långt du kommit med vart och ett.'),
    t('Mark the homework that helped.', 'Markera vilka uppgifter som hjälpte.'),
    t('Write what you want more of, and less of.', 'Skriv vad du vill ha mer av, och mindre av.'),
  ],
  example: t(
    'Goal: sleep through. I am at 6 of 10. The sleep diary helped. I want fewer forms and more practice.',
    'Mål: sova hela natten. Jag är på 6 av 10. Sömndagboken hjälpte. Jag vill ha färre blanketter och mer övning.',
  ),
  easier: { text: t('Do it together in session.', 'Gör det tillsammans i samtalet.') },
  harder: { text: t('Ask someone close what they have seen.', 'Fråga någon nära vad de har sett.') },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t(
      'Can be done aloud. Leave a third of the session for it.',
      'Kan göras muntligt. Avsätt en tredjedel av samtalet.',
    ),
  },
  sources: [SOURCES.tompkins],
  fields: [
    {
      id: 'goals',
      kind: 'rows',
      required: true,
      label: t('My goals', 'Mina mål'),
      maxRows: 6,
      printRows: 3,
      columns: [
        { id: 'goal', kind: 'text', lines: 2, label: t('Goal', 'Mål') },
        { id: 'far', kind: 'scale', min: 0, max: 10, label: t('How far', 'Hur långt') },
        { id: 'next', kind: 'text', lines: 2, label: t('What comes next', 'Vad som kommer härnäst') },
      ],
    },
    {
      id: 'mean-far',
      kind: 'computed',
      decimals: 1,
      label: t('How far, over all goals', 'Hur långt, över alla mål'),
      value: { kind: 'mean', of: [{ field: 'goals', column: 'far' }] },
    },
    {
      id: 'helped-most',
      kind: 'text',
      lines: 2,
      label: t('Which homework helped the most?', 'Vilken uppgift hjälpte mest?'),
    },
    { id: 'more', kind: 'text', lines: 2, label: t('What do you want more of?', 'Vad vill du ha mer av?') },
    { id: 'less', kind: 'text', lines: 2, label: t('What do you want less of?', 'Vad vill du ha mindre av?') },
  ],
});
