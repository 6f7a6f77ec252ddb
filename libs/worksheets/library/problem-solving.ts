import { ours, t } from './authoring.ts';

export const problemSolving = ours({
  id: 'problem-solving',
  title: t('One problem, step by step', 'Ett problem, steg för steg'),
  approach: ['cognitive-behavioural'],
  needs: ['stress', 'worry', 'low-mood'],
  goals: ['solve-a-problem', 'feel-in-charge'],
  focus: 'behavioural',
  medium: 'worksheet',
  mechanism: 'problem-solving',
  minutes: 25,
  difficulty: 2,
  objective: t('Take one problem and find one next step.', 'Ta ett problem och hitta ett nästa steg.'),
  rationale: t(
    'When there is too much, all of it blurs. One problem at a time is enough. First find many ideas, then choose. Doing both at once makes us stuck.',
    'När det är för mycket flyter allt ihop. Ett problem i taget räcker. Hitta först många idéer, välj sedan. Gör vi båda på en gång kör vi fast.',
  ),
  steps: [
    t('Write the problem in one line.', 'Skriv problemet på en rad.'),
    t('Write as many ideas as you can. Silly ones too.', 'Skriv så många idéer du kan. Även tokiga.'),
    t('Look at what is good and bad with each.', 'Se vad som är bra och dåligt med var och en.'),
    t('Pick one. Write the first small step and the day.', 'Välj en. Skriv första lilla steget och dagen.'),
    t('Do it, and look at how it went.', 'Gör det, och se hur det gick.'),
  ],
  example: t(
    'Problem: I owe 300 and payday is in two weeks. Ideas: ask for more time, sell the bike, ask my aunt. I chose to ask for more time. First step: call on Friday at ten.',
    'Problem: jag är skyldig 300 och lönen kommer om två veckor. Idéer: be om mer tid, sälj cykeln, fråga min moster. Jag valde att be om mer tid. Första steg: ring på fredag klockan tio.',
  ),
  easier: {
    text: t(
      'Write only three ideas, and ask a friend for one more.',
      'Skriv bara tre idéer, och be en vän om en till.',
    ),
  },
  harder: {
    text: t('Take a problem that others are part of.', 'Ta ett problem som andra är en del av.'),
    worksheet: 'asking-for-what-i-need',
  },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t('Can be done with a helper who writes.', 'Kan göras med någon som skriver.'),
  },
  sources: [
    {
      citation:
        "D'Zurilla TJ, Goldfried MR. Problem solving and behavior modification. Journal of Abnormal Psychology. 1971;78(1):107–126.",
    },
    { citation: "Nezu AM, Nezu CM, D'Zurilla TJ. Problem-Solving Therapy: A Treatment Manual. Springer; 2013." },
  ],
  fields: [
    { id: 'problem', kind: 'text', lines: 2, required: true, label: t('What is the problem?', 'Vad är problemet?') },
    {
      id: 'ideas',
      kind: 'rows',
      label: t('Ideas', 'Idéer'),
      hint: t('Do not judge them yet.', 'Döm dem inte än.'),
      maxRows: 12,
      printRows: 5,
      columns: [
        { id: 'idea', kind: 'text', lines: 1, label: t('Idea', 'Idé') },
        { id: 'good', kind: 'text', lines: 1, label: t('What is good', 'Vad är bra') },
        { id: 'bad', kind: 'text', lines: 1, label: t('What is hard', 'Vad är svårt') },
      ],
    },
    { id: 'choice', kind: 'text', lines: 1, required: true, label: t('What do you choose?', 'Vad väljer du?') },
    {
      id: 'first-step',
      kind: 'text',
      lines: 2,
      label: t('What is the first small step?', 'Vad är det första lilla steget?'),
    },
    { id: 'day', kind: 'date', label: t('On which day?', 'Vilken dag?') },
    { id: 'went', kind: 'text', lines: 2, label: t('How did it go?', 'Hur gick det?') },
  ],
});
