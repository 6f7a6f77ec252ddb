import { ours, SOURCES, t, ten } from './authoring.ts';

const low = t('not at all', 'inte alls');
const high = t('very much', 'väldigt mycket');

export const valuesCompass = ours({
  id: 'values-compass',
  title: t('What matters to me', 'Det som är viktigt för mig'),
  approach: ['journaling', 'humanistic'],
  needs: ['low-mood', 'life-change', 'self-criticism'],
  goals: ['know-myself', 'live-by-my-values'],
  focus: 'experiential',
  medium: 'worksheet',
  mechanism: 'valued-action',
  minutes: 20,
  difficulty: 2,
  objective: t(
    'Find what matters to you, and one step that way.',
    'Hitta vad som är viktigt för dig, och ett steg ditåt.',
  ),
  rationale: t(
    'A goal can be ticked off. A value is more like a compass. You can walk by it on good days and on bad days.',
    'Ett mål går att bocka av. Ett värde är mer som en kompass. Du kan gå efter den på bra och dåliga dagar.',
  ),
  steps: [
    t('For each part of life, write how you would like to be.', 'Skriv för varje del av livet hur du vill vara.'),
    t('Rate how much it matters to you.', 'Skatta hur viktigt det är för dig.'),
    t('Rate how close you lived to it this week.', 'Skatta hur nära du levde det i veckan.'),
    t('Look for the widest gap. Choose one small step.', 'Leta efter det största glappet. Välj ett litet steg.'),
  ],
  example: t(
    'Friends: “I want to be one who asks.” It matters 9. This week 2. Small step: text Dan tonight.',
    'Vänner: ”Jag vill vara en som frågar.” Viktigt 9. I veckan 2. Litet steg: skriv till Dan i kväll.',
  ),
  easier: { text: t('Do just one part of life.', 'Ta bara en del av livet.') },
  harder: {
    text: t('Ask someone close what they think matters to you.', 'Fråga någon nära vad de tror är viktigt för dig.'),
  },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t(
      'Can be done by drawing or with photos in place of words.',
      'Kan göras med teckningar eller foton i stället för ord.',
    ),
  },
  sources: [
    SOURCES.act,
    {
      citation:
        'Wilson KG, Sandoz EK, Kitchens J, Roberts M. The Valued Living Questionnaire: defining and measuring valued action within a behavioral framework. The Psychological Record. 2010;60:249–272.',
    },
  ],
  fields: [
    {
      id: 'parts',
      kind: 'rows',
      required: true,
      label: t('Parts of my life', 'Delar av mitt liv'),
      slots: [
        t('Family', 'Familj'),
        t('Friends', 'Vänner'),
        t('Work or study', 'Arbete eller studier'),
        t('Health', 'Hälsa'),
        t('Rest and play', 'Vila och lek'),
        t('The world around', 'Världen omkring'),
      ],
      columns: [
        { id: 'how', kind: 'text', lines: 2, label: t('How I would like to be', 'Hur jag vill vara') },
        { id: 'matters', ...ten(low, high), label: t('How much it matters', 'Hur viktigt det är') },
        { id: 'lived', ...ten(low, high), label: t('How close this week', 'Hur nära i veckan') },
      ],
    },
    {
      id: 'gap',
      kind: 'computed',
      decimals: 1,
      label: t(
        'How much I lived it, next to how much it matters',
        'Hur nära jag levde det jämfört med hur viktigt det är',
      ),
      value: {
        kind: 'difference',
        from: { field: 'parts', column: 'lived' },
        subtract: { field: 'parts', column: 'matters' },
      },
    },
    { id: 'step', kind: 'text', lines: 2, required: true, label: t('One small step', 'Ett litet steg') },
    { id: 'day', kind: 'date', label: t('On which day?', 'Vilken dag?') },
  ],
});
