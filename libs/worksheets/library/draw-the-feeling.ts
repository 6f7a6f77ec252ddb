import { helped, ours, SOURCES, t } from './authoring.ts';

export const drawTheFeeling = ours({
  id: 'draw-the-feeling',
  title: t('Draw the feeling', 'Rita känslan'),
  approach: ['creative'],
  needs: ['low-mood', 'worry', 'anger', 'grief'],
  goals: ['express-feelings', 'know-myself'],
  focus: 'experiential',
  medium: 'drawing',
  mechanism: 'emotional-expression',
  minutes: 10,
  difficulty: 0,
  objective: t('Give a feeling a shape and a colour.', 'Ge en känsla en form och en färg.'),
  rationale: t(
    'Some feelings have no words yet. A line or a colour can hold them. It does not have to look like a thing. On the page it is outside of you, and you can look at it.',
    'En del känslor har inga ord än. Ett streck eller en färg kan bära dem. Det behöver inte likna något. På pappret är det utanför dig, och du kan titta på det.',
  ),
  steps: [
    t('Think of one feeling from this week.', 'Tänk på en känsla från veckan.'),
    t('If it had a shape, what would it look like? Draw it.', 'Om den hade en form, hur såg den ut? Rita den.'),
    t('Look at it. What does it need? Add that.', 'Titta på den. Vad behöver den? Rita till det.'),
    t('Give it a name, if you like.', 'Ge den ett namn, om du vill.'),
  ],
  example: t(
    'My worry was a grey knot. I drew a warm hand under it. I called it “held”.',
    'Min oro var en grå knut. Jag ritade en varm hand under den. Jag kallade den ”buren”.',
  ),
  easier: { text: t('Choose a colour and fill the page.', 'Välj en färg och fyll sidan.') },
  harder: { text: t('Draw the same feeling when it is gone.', 'Rita samma känsla när den är borta.') },
  accessibility: {
    serves: ['low-literacy', 'low-vision', 'motor', 'plain-language', 'translated'],
    notes: t(
      'May be told in words in place of drawn, made from clay, or chosen among pictures.',
      'Kan beskrivas med ord i stället, formas i lera eller väljas bland bilder.',
    ),
  },
  sources: [
    SOURCES.artTherapy,
    {
      citation:
        'Drake JE, Winner E. Confronting sadness through art-making: distraction is more beneficial than venting. Psychology of Aesthetics, Creativity, and the Arts. 2012;6(3):255–261.',
    },
  ],
  fields: [
    { id: 'feeling', kind: 'text', lines: 1, label: t('Which feeling is it?', 'Vilken känsla är det?') },
    {
      id: 'drawing',
      kind: 'drawing',
      required: true,
      description: 'offered',
      label: t('If it had a shape, what would it look like?', 'Om den hade en form, hur såg den ut?'),
    },
    { id: 'needs', kind: 'text', lines: 2, label: t('What does it need?', 'Vad behöver den?') },
    { id: 'name', kind: 'text', lines: 1, label: t('A name for it', 'Ett namn på den') },
    helped,
  ],
});
