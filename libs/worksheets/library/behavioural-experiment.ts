import { ours, strength, t } from './authoring.ts';

export const behaviouralExperiment = ours({
  id: 'behavioural-experiment',
  title: t('Try it and see', 'Pröva och se'),
  approach: ['cognitive-behavioural'],
  needs: ['anxiety', 'social-anxiety', 'panic', 'self-criticism'],
  goals: ['test-a-belief', 'face-fears', 'see-thoughts-clearly'],
  focus: 'mixed',
  medium: 'worksheet',
  mechanism: 'belief-disconfirmation',
  minutes: 30,
  difficulty: 3,
  objective: t(
    'Test one belief by doing something and seeing what happens.',
    'Pröva en tro genom att göra något och se vad som händer.',
  ),
  rationale: t(
    'We can talk about a fear for a long time. Trying it out tells us more. You make a guess, you try, and you look. Both answers are useful.',
    'Vi kan prata länge om en rädsla. Att pröva säger mer. Du gissar, du prövar och du tittar. Båda svaren är till nytta.',
  ),
  steps: [
    t('Write what you think will happen. Be exact.', 'Skriv vad du tror händer. Var tydlig.'),
    t('Plan a small test. Say when and where.', 'Planera ett litet test. Skriv när och var.'),
    t('Drop the things you do to feel safe, if you can.', 'Släpp det du gör för att känna dig trygg, om du kan.'),
    t('Do it. Then write what you saw, like a camera.', 'Gör det. Skriv sedan vad du såg, som en kamera.'),
    t('Write what you learned.', 'Skriv vad du lärde dig.'),
  ],
  example: t(
    'Guess: “If I ask a question, they will laugh”, 80. Test: ask one thing at the meeting on Monday. What I saw: two people nodded, no one laughed. Now I believe it 30. I learned that my red face is not a big deal.',
    'Gissning: ”Frågar jag så skrattar de”, 80. Test: fråga en sak på mötet på måndag. Jag såg: två nickade, ingen skrattade. Nu tror jag det 30. Jag lärde mig att mitt röda ansikte inte är så farligt.',
  ),
  easier: {
    text: t(
      'Watch someone else do it first, and write what you see.',
      'Titta när någon annan gör det, och skriv vad du ser.',
    ),
  },
  harder: { text: t('Do the same test in a new place.', 'Gör samma test på ett nytt ställe.') },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t(
      'Can be planned in the session and only the result written at home.',
      'Kan planeras i samtalet så att bara resultatet skrivs hemma.',
    ),
  },
  sources: [
    {
      citation:
        'Bennett-Levy J, Butler G, Fennell M, Hackmann A, Mueller M, Westbrook D, editors. Oxford Guide to Behavioural Experiments in Cognitive Therapy. Oxford University Press; 2004.',
    },
  ],
  fields: [
    {
      id: 'guess',
      kind: 'text',
      lines: 2,
      required: true,
      label: t('What do you think will happen?', 'Vad tror du händer?'),
    },
    { id: 'belief', ...strength, label: t('How sure are you?', 'Hur säker är du?') },
    {
      id: 'test',
      kind: 'text',
      lines: 3,
      required: true,
      label: t('What will you do? When and where?', 'Vad ska du göra? När och var?'),
    },
    {
      id: 'safety',
      kind: 'text',
      lines: 1,
      label: t('What will you not do, to make it a fair test?', 'Vad låter du bli, så att testet blir rättvist?'),
    },
    {
      id: 'tried',
      kind: 'choice',
      label: t('Did you try it?', 'Prövade du?'),
      options: [
        { value: 'yes', label: t('Yes', 'Ja') },
        { value: 'part', label: t('In part', 'Till en del') },
        { value: 'no', label: t('Not this time', 'Inte den här gången') },
      ],
    },
    {
      id: 'saw',
      kind: 'text',
      lines: 3,
      label: t('What did you see and hear?', 'Vad såg och hörde du?'),
      showIf: {
        kind: 'any',
        of: [
          { kind: 'equals', field: 'tried', value: 'yes' },
          { kind: 'equals', field: 'tried', value: 'part' },
        ],
      },
    },
    {
      id: 'belief-after',
      ...strength,
      label: t('How sure are you of the guess now?', 'Hur säker är du nu på din gissning?'),
      showIf: { kind: 'answered', field: 'saw' },
    },
    {
      id: 'learned',
      kind: 'text',
      lines: 2,
      label: t('What did you learn?', 'Vad lärde du dig?'),
      showIf: { kind: 'answered', field: 'saw' },
    },
    {
      id: 'in-the-way',
      kind: 'text',
      lines: 2,
      label: t('What got in the way?', 'Vad kom emellan?'),
      hint: t('This is useful too.', 'Det är också bra att veta.'),
      showIf: { kind: 'equals', field: 'tried', value: 'no' },
    },
  ],
});
