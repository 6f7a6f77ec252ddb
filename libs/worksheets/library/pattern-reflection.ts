import { ours, t } from './authoring.ts';

export const patternReflection = ours({
  id: 'pattern-reflection',
  title: t('A pattern I know', 'Ett mönster jag känner igen'),
  approach: ['psychodynamic', 'interpersonal'],
  needs: ['relationships', 'self-criticism', 'low-mood'],
  goals: ['notice-patterns', 'make-sense-of-it', 'get-on-better'],
  focus: 'interpersonal',
  medium: 'worksheet',
  mechanism: 'insight-into-patterns',
  minutes: 25,
  difficulty: 3,
  objective: t(
    'See a pattern that comes back, and where it may come from.',
    'Se ett mönster som kommer tillbaka, och var det kan komma ifrån.',
  ),
  rationale: t(
    'We learn early what to hope for and what to fear from others. What once kept us safe can get in our way today. When we see the pattern, we have a choice.',
    'Vi lär oss tidigt vad vi kan hoppas och frukta av andra. Det som en gång skyddade oss kan stå i vägen i dag. När vi ser mönstret kan vi välja.',
  ),
  steps: [
    t('Think of two or three times when you felt the same way.', 'Tänk på två eller tre gånger då du kände samma sak.'),
    t('Write what you wished for each time.', 'Skriv vad du önskade varje gång.'),
    t(
      'Write how the other one met you, or how you feared they would.',
      'Skriv hur den andra mötte dig, eller hur du var rädd att bli mött.',
    ),
    t('Write what you did then.', 'Skriv vad du gjorde då.'),
    t('Ask: when did I first learn this?', 'Fråga: när lärde jag mig det här?'),
  ],
  example: t(
    'I wish to be asked. I fear to be a bother. So I wait, and no one asks. I first did that at home, when mum was ill. Today I could say one thing I need.',
    'Jag vill bli frågad. Jag är rädd att vara till besvär. Så jag väntar, och ingen frågar. Det började hemma, när mamma var sjuk. I dag kan jag säga en sak jag behöver.',
  ),
  easier: { text: t('Write about one moment only.', 'Skriv bara om en stund.'), worksheet: 'relationship-log' },
  harder: {
    text: t('Look for the pattern in the room with your therapist.', 'Leta efter mönstret i rummet med din terapeut.'),
  },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t('May stir up a lot. Leave time in the next session.', 'Kan väcka mycket. Lämna tid i nästa samtal.'),
  },
  sources: [
    {
      citation:
        'Luborsky L, Crits-Christoph P. Understanding Transference: The Core Conflictual Relationship Theme Method. 2nd ed. American Psychological Association; 1998.',
    },
    {
      citation:
        'Strupp HH, Binder JL. Psychotherapy in a New Key: A Guide to Time-Limited Dynamic Psychotherapy. Basic Books; 1984.',
    },
  ],
  fields: [
    {
      id: 'times',
      kind: 'rows',
      required: true,
      label: t('Times I felt the same', 'Gånger jag kände samma sak'),
      maxRows: 5,
      printRows: 2,
      columns: [
        { id: 'when', kind: 'text', lines: 1, label: t('When and with whom', 'När och med vem') },
        { id: 'wish', kind: 'text', lines: 1, label: t('I wished that', 'Jag önskade att') },
        { id: 'other', kind: 'text', lines: 1, label: t('The other one', 'Den andra') },
        { id: 'self', kind: 'text', lines: 1, label: t('Then I', 'Då gjorde jag') },
      ],
    },
    { id: 'pattern', kind: 'text', lines: 3, label: t('What is the same each time?', 'Vad är lika varje gång?') },
    { id: 'first', kind: 'text', lines: 3, label: t('When did you first learn this?', 'När lärde du dig det här?') },
    { id: 'kept-safe', kind: 'text', lines: 2, label: t('How did it help you then?', 'Hur hjälpte det dig då?') },
    { id: 'now', kind: 'text', lines: 2, label: t('What else could you do today?', 'Vad mer kan du göra i dag?') },
  ],
});
