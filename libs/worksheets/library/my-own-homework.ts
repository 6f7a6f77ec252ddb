import { ours, SOURCES, t } from './authoring.ts';

export const myOwnHomework = ours({
  id: 'my-own-homework',
  title: t('My own idea', 'Min egen idé'),
  approach: ['humanistic'],
  needs: ['any'],
  goals: ['feel-in-charge', 'know-myself'],
  focus: 'mixed',
  medium: 'free',
  mechanism: 'self-direction',
  minutes: 10,
  difficulty: 0,
  objective: t(
    'Write down something you have chosen to do, in your own words.',
    'Skriv ner något du själv valt att göra, med dina egna ord.',
  ),
  rationale: t(
    'You know your life best. What you choose for yourself often fits best. There is no right answer here, and no one hands out marks.',
    'Du känner ditt liv bäst. Det du väljer själv passar ofta bäst. Det finns inget rätt svar här, och ingen sätter betyg.',
  ),
  steps: [
    t('Write what you want to do, in your own words.', 'Skriv vad du vill göra, med egna ord.'),
    t('Do it your way, as much or as little as you like.', 'Gör det på ditt sätt, så mycket eller lite du vill.'),
    t('Write what came of it, if you want to.', 'Skriv vad det ledde till, om du vill.'),
  ],
  example: t(
    '“I want to sit by the sea once this week and not talk.” I went on Sunday. I cried a bit, and it was good.',
    '”Jag vill sitta vid havet en gång i veckan och inte prata.” Jag gick i söndags. Jag grät lite, och det var bra.',
  ),
  easier: { text: t('Just have the idea in mind.', 'Ha bara idén i tankarna.') },
  harder: { text: t('Tell someone about it.', 'Berätta om den för någon.') },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'audio', 'motor', 'translated'],
    notes: t(
      'Words, voice, photo or drawing. The clinician does not edit the client’s words.',
      'Ord, röst, foto eller teckning. Behandlaren ändrar inte klientens ord.',
    ),
  },
  sources: [SOURCES.brodley, { citation: 'Rogers CR. Client-Centered Therapy. Houghton Mifflin; 1951.' }],
  fields: [
    {
      id: 'idea',
      kind: 'note',
      required: true,
      lines: 4,
      label: t('What do you want to do?', 'Vad vill du göra?'),
      hint: t('In your own words.', 'Med dina egna ord.'),
    },
    { id: 'why', kind: 'text', lines: 2, label: t('What makes it matter to you?', 'Vad gör det viktigt för dig?') },
    { id: 'came-of-it', kind: 'note', lines: 6, label: t('What came of it?', 'Vad ledde det till?') },
    { id: 'picture', kind: 'drawing', label: t('Or draw it', 'Eller rita det') },
    {
      id: 'file',
      kind: 'attachment',
      accept: ['photo', 'audio'],
      max: 3,
      label: t('A photo or your voice', 'Ett foto eller din röst'),
    },
  ],
});
