import { ours, t, ten } from './authoring.ts';

export const askingForWhatINeed = ours({
  id: 'asking-for-what-i-need',
  title: t('Ask for what I need', 'Be om det jag behöver'),
  approach: ['interpersonal', 'cognitive-behavioural'],
  needs: ['relationships', 'social-anxiety', 'anger', 'low-self-esteem'],
  goals: ['get-on-better', 'stand-up-for-myself'],
  focus: 'interpersonal',
  medium: 'worksheet',
  mechanism: 'assertive-communication',
  minutes: 15,
  difficulty: 2,
  objective: t('Plan one clear and kind request, and make it.', 'Planera en tydlig och vänlig fråga, och ställ den.'),
  rationale: t(
    'Some of us give in, and some of us shout. There is a road in between. You say what you see, what you feel and what you would like. The other one is free to say no.',
    'En del ger efter, och en del skriker. Det finns en väg emellan. Du säger vad du ser, vad du känner och vad du vill. Den andra får säga nej.',
  ),
  steps: [
    t('Choose a small thing to ask for.', 'Välj en liten sak att be om.'),
    t('Write what you see, with no blame.', 'Skriv vad du ser, utan att skylla på någon.'),
    t('Write what you feel and what you would like.', 'Skriv vad du känner och vad du vill.'),
    t('Say it aloud twice at home. Then ask.', 'Säg det högt två gånger hemma. Fråga sedan.'),
  ],
  example: t(
    '“The last three nights I cooked. I get tired. I would like you to cook on Thursday.” He said yes, and made pasta.',
    '”De tre senaste kvällarna har jag lagat mat. Jag blir trött. Jag vill att du lagar på torsdag.” Han sa ja, och gjorde pasta.',
  ),
  easier: { text: t('Ask a stranger for the time.', 'Fråga någon på gatan vad klockan är.') },
  harder: { text: t('Say no to something you do not want.', 'Säg nej till något du inte vill.') },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t(
      'Practise it in the session first. Not where asking could put someone in danger.',
      'Öva i samtalet först. Inte där en fråga kan vara farlig.',
    ),
  },
  sources: [
    {
      citation:
        'Speed BC, Goldstein BL, Goldfried MR. Assertiveness training: a forgotten evidence-based treatment. Clinical Psychology: Science and Practice. 2018;25(1):e12216.',
    },
  ],
  fields: [
    { id: 'see', kind: 'text', lines: 2, required: true, label: t('What do you see?', 'Vad ser du?') },
    { id: 'feel', kind: 'text', lines: 1, required: true, label: t('What do you feel?', 'Vad känner du?') },
    { id: 'want', kind: 'text', lines: 2, required: true, label: t('What would you like?', 'Vad vill du?') },
    {
      id: 'if-no',
      kind: 'text',
      lines: 1,
      label: t('What will you do if the answer is no?', 'Vad gör du om svaret är nej?'),
    },
    {
      id: 'asked',
      kind: 'choice',
      label: t('Did you ask?', 'Frågade du?'),
      options: [
        { value: 'yes', label: t('Yes', 'Ja') },
        { value: 'no', label: t('Not yet', 'Inte än') },
      ],
    },
    {
      id: 'went',
      kind: 'text',
      lines: 2,
      label: t('How did it go?', 'Hur gick det?'),
      showIf: { kind: 'equals', field: 'asked', value: 'yes' },
    },
    {
      id: 'clear',
      ...ten(t('not clear', 'inte tydlig'), t('very clear', 'mycket tydlig')),
      label: t('How clear were you?', 'Hur tydlig var du?'),
      showIf: { kind: 'equals', field: 'asked', value: 'yes' },
    },
    {
      id: 'stopped',
      kind: 'text',
      lines: 2,
      label: t('What held you back?', 'Vad höll dig tillbaka?'),
      showIf: { kind: 'equals', field: 'asked', value: 'no' },
    },
  ],
});
