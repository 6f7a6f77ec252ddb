import { ours, SOURCES, t } from './authoring.ts';

export const sevenColumnThoughtRecord = ours({
  id: 'thought-record-7',
  title: t('Long thought record', 'Lång tankedagbok'),
  approach: ['cognitive-behavioural'],
  needs: ['low-mood', 'anxiety', 'self-criticism', 'anger'],
  goals: ['see-thoughts-clearly', 'feel-better'],
  focus: 'cognitive',
  medium: 'worksheet',
  mechanism: 'cognitive-reappraisal',
  minutes: 20,
  difficulty: 3,
  objective: t(
    'Put one hot thought to the test, with facts on both sides.',
    'Pröva en het tanke, med fakta på båda sidor.',
  ),
  rationale: t(
    'A hot thought brings the strongest feeling. It may hold some truth, and it may leave a lot out. When you write down what speaks for it and what speaks against it, you can judge for yourself.',
    'En het tanke ger den starkaste känslan. Den kan stämma lite, och den kan utelämna mycket. När du skriver vad som talar för och emot kan du själv döma.',
  ),
  steps: [
    t('Pick a moment when a feeling was strong.', 'Välj en stund då en känsla var stark.'),
    t('Write all the thoughts you had. Choose the hottest one.', 'Skriv alla tankar du hade. Välj den hetaste.'),
    t(
      'Write facts that speak for it. A feeling is not a fact.',
      'Skriv fakta som talar för den. En känsla är inte fakta.',
    ),
    t('Write facts that speak against it.', 'Skriv fakta som talar emot den.'),
    t('Write a thought that fits all the facts. Rate again.', 'Skriv en tanke som passar alla fakta. Skatta igen.'),
  ],
  example: t(
    'At work Lena’s talk had one mistake. Hot thought: “They think I am no good.” For: one man looked at his phone. Against: two people said thanks, and I was asked back. Fairer: “I made one slip in a good talk.” Shame went from 90 to 35.',
    'På jobbet hade Lenas föredrag ett fel. Het tanke: ”De tycker att jag är dålig.” För: en man tittade på mobilen. Emot: två sa tack, och jag blev bjuden igen. Rimligare: ”Jag gjorde en miss i ett bra föredrag.” Skammen gick från 90 till 35.',
  ),
  easier: {
    text: t('Use the short thought record first.', 'Börja med den korta tankedagboken.'),
    worksheet: 'thought-record-5',
  },
  harder: {
    text: t('Test the thought in real life with an experiment.', 'Pröva tanken i verkligheten med ett experiment.'),
    worksheet: 'behavioural-experiment',
  },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t(
      'Long: may be done over two days. Each part can be saved and taken up again.',
      'Lång: kan göras på två dagar. Varje del kan sparas och tas upp igen.',
    ),
  },
  sources: [SOURCES.mindOverMood, SOURCES.beck1979],
  fields: [
    {
      id: 'record',
      kind: 'thought-record',
      label: t('The record', 'Dagboken'),
      required: true,
      maxRows: 6,
      printRows: 1,
      parts: [
        {
          part: 'situation',
          label: t('What happened?', 'Vad hände?'),
          hint: t('Who, what, when, where', 'Vem, vad, när, var'),
        },
        { part: 'emotion', label: t('What did you feel?', 'Vad kände du?') },
        { part: 'intensity', label: t('How strong was it?', 'Hur starkt var det?') },
        { part: 'thought', label: t('Thoughts', 'Tankar'), hint: t('Mark the hottest one', 'Markera den hetaste') },
        { part: 'belief', label: t('How much did you believe it?', 'Hur mycket trodde du på den?') },
        { part: 'evidence-for', label: t('Facts for it', 'Fakta för') },
        { part: 'evidence-against', label: t('Facts against it', 'Fakta emot') },
        { part: 'alternative', label: t('A thought that fits the facts', 'En tanke som passar alla fakta') },
        { part: 'belief-alternative', label: t('How much do you believe it?', 'Hur mycket tror du på den?') },
        { part: 'intensity-after', label: t('How strong is the feeling now?', 'Hur stark är känslan nu?') },
        { part: 'next-step', label: t('What will you do with this?', 'Vad gör du av detta?') },
      ],
    },
    {
      id: 'change',
      kind: 'computed',
      label: t('How much the feeling changed', 'Så mycket ändrades känslan'),
      value: {
        kind: 'difference',
        from: { field: 'record', column: 'intensity-after' },
        subtract: { field: 'record', column: 'intensity' },
      },
    },
  ],
});
