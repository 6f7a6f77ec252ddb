import { ours, SOURCES, t } from './authoring.ts';

export const makeSomething = ours({
  id: 'make-something',
  title: t('Make something', 'Gör något med händerna'),
  approach: ['creative'],
  needs: ['low-mood', 'life-change', 'low-self-esteem'],
  goals: ['express-feelings', 'do-more-of-what-helps'],
  focus: 'experiential',
  medium: 'drawing',
  mechanism: 'emotional-expression',
  minutes: 30,
  difficulty: 1,
  objective: t('Make one thing that shows a side of you.', 'Gör en sak som visar en sida av dig.'),
  rationale: t(
    'Making is a rest for a busy head. What comes out may tell you something. There is no right way, and it need not be pretty.',
    'Att skapa är vila för ett trött huvud. Det som kommer kan berätta något. Det finns inget rätt sätt, och det behöver inte bli fint.',
  ),
  steps: [
    t(
      'Choose a way: a collage, clay, a song, a poem, a dance.',
      'Välj ett sätt: klippbild, lera, en sång, en dikt, en dans.',
    ),
    t('Take what you have at home.', 'Ta det du har hemma.'),
    t('Make it for half an hour. Leave the judge outside.', 'Håll på en halvtimme. Lämna domaren utanför.'),
    t('Take a photo or tell what you made.', 'Ta ett foto eller berätta vad du gjorde.'),
  ],
  example: t(
    'Tess tore up old maps and made a bird. “It knows the way”, she wrote.',
    'Tess rev sönder gamla kartor och gjorde en fågel. ”Den vet vägen”, skrev hon.',
  ),
  easier: { text: t('Cut out three pictures you like.', 'Klipp ut tre bilder du tycker om.') },
  harder: { text: t('Make something for someone.', 'Gör något till någon.') },
  accessibility: {
    serves: ['low-literacy', 'low-vision', 'motor', 'plain-language', 'translated'],
    notes: t(
      'Any craft or sound will do. The work itself need not be shared.',
      'Vilket hantverk eller ljud som helst. Verket behöver inte delas.',
    ),
  },
  sources: [SOURCES.artTherapy],
  fields: [
    {
      id: 'way',
      kind: 'choice',
      many: true,
      label: t('What did you use?', 'Vad använde du?'),
      options: [
        { value: 'paper', label: t('Paper and glue', 'Papper och lim') },
        { value: 'paint', label: t('Paint or pens', 'Färg eller pennor') },
        { value: 'clay', label: t('Clay or dough', 'Lera eller deg') },
        { value: 'sound', label: t('Voice or music', 'Röst eller musik') },
        { value: 'words', label: t('Words', 'Ord') },
        { value: 'body', label: t('Dance or moves', 'Dans eller rörelse') },
      ],
    },
    {
      id: 'work',
      kind: 'attachment',
      accept: ['photo', 'audio'],
      max: 4,
      label: t('A photo or a sound of it', 'Ett foto eller ljud av det'),
    },
    { id: 'told', kind: 'text', lines: 3, required: true, label: t('What did you make?', 'Vad gjorde du?') },
    { id: 'felt', kind: 'text', lines: 2, label: t('How was it to make it?', 'Hur var det att göra det?') },
  ],
});
