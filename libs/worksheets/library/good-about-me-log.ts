import { ours, SOURCES, strength, t } from './authoring.ts';

export const goodAboutMeLog = ours({
  id: 'good-about-me-log',
  title: t('Good about me: a log', 'Bra med mig: en loggbok'),
  approach: ['journaling', 'cognitive-behavioural'],
  needs: ['low-self-esteem', 'self-criticism', 'low-mood'],
  goals: ['be-kind-to-myself', 'see-thoughts-clearly'],
  focus: 'cognitive',
  medium: 'journal',
  mechanism: 'positive-self-view',
  minutes: 5,
  difficulty: 1,
  objective: t(
    'Collect signs that you are more than your harsh view of you.',
    'Samla tecken på att du är mer än din hårda bild av dig.',
  ),
  rationale: t(
    'If we think badly of ourselves, we see what fits and miss the rest. This log makes the rest count. One small line a day is enough.',
    'Tror vi illa om oss själva ser vi det som passar och missar resten. Loggboken låter resten räknas. En liten rad om dagen räcker.',
  ),
  steps: [
    t('Write what you used to think of yourself.', 'Skriv vad du brukat tro om dig själv.'),
    t('Write what you would rather believe.', 'Skriv vad du hellre vill tro.'),
    t(
      'Each day, note one thing you did that fits the new view.',
      'Skriv varje dag en sak du gjorde som passar den nya bilden.',
    ),
    t('Write what it says about you.', 'Skriv vad det säger om dig.'),
  ],
  example: t(
    'Old: “I am useless.” New: “I am good enough.” Monday: I helped a man with his pram. It says that I am one who sees others.',
    'Gammal: ”Jag är värdelös.” Ny: ”Jag duger.” Måndag: jag hjälpte en man med vagnen. Det säger att jag ser andra.',
  ),
  easier: { text: t('Write what a friend would put on the list.', 'Skriv vad en vän hade satt på listan.') },
  harder: { text: t('Read the whole log aloud to yourself.', 'Läs hela loggboken högt för dig själv.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t('Start in the session: the first line is the hardest.', 'Börja i samtalet: första raden är svårast.'),
  },
  sources: [SOURCES.fennell],
  fields: [
    { id: 'old', kind: 'text', lines: 1, label: t('What I used to think of me', 'Vad jag brukat tro om mig') },
    {
      id: 'new',
      kind: 'text',
      lines: 1,
      required: true,
      label: t('What I would rather believe', 'Vad jag hellre vill tro'),
    },
    {
      id: 'belief',
      ...strength,
      label: t('How much I believe the new view today', 'Hur mycket jag tror på det nya i dag'),
    },
    {
      id: 'log',
      kind: 'rows',
      label: t('My log', 'Min loggbok'),
      maxRows: 31,
      printRows: 7,
      columns: [
        { id: 'day', kind: 'date', label: t('Day', 'Dag') },
        { id: 'did', kind: 'text', lines: 1, label: t('What I did', 'Vad jag gjorde') },
        { id: 'says', kind: 'text', lines: 1, label: t('What it says about me', 'Vad det säger om mig') },
      ],
    },
    {
      id: 'belief-after',
      ...strength,
      label: t('How much I believe the new view after a week', 'Hur mycket jag tror på det nya efter en vecka'),
    },
  ],
});
