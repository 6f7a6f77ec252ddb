import { helped, ours, t } from './authoring.ts';

export const worryTime = ours({
  id: 'worry-time',
  title: t('Worry time', 'Orosstund'),
  approach: ['cognitive-behavioural'],
  needs: ['worry', 'anxiety', 'sleep'],
  goals: ['worry-less', 'sleep-better', 'feel-in-charge'],
  focus: 'behavioural',
  medium: 'worksheet',
  mechanism: 'stimulus-control',
  minutes: 20,
  difficulty: 1,
  objective: t(
    'Give your worries one set time, so they take up less of the day.',
    'Ge din oro en bestämd tid, så att den tar mindre av dagen.',
  ),
  rationale: t(
    'It is hard to tell a mind to stop. It is easier to tell it “later”. You note the worry and put it off. At worry time you look at the list. Many worries have gone stale by then.',
    'Det är svårt att säga stopp till tankar. Det är lättare att säga ”senare”. Du skriver upp oron och väntar. På orosstunden läser du listan. Mycket har då redan bleknat.',
  ),
  steps: [
    t(
      'Choose a time and a place. Not your bed, and not late.',
      'Välj en tid och en plats. Inte sängen, och inte sent.',
    ),
    t('When a worry comes, write three words and go on.', 'När oron kommer, skriv tre ord och gå vidare.'),
    t('At worry time, read the list for 15 minutes.', 'På orosstunden, läs listan i 15 minuter.'),
    t('Can you do something? Plan it. If not, let it be.', 'Kan du göra något? Planera det. Om inte, låt det vara.'),
    t('When the time is up, get up and do something else.', 'När tiden är slut, res dig och gör något annat.'),
  ],
  example: t(
    'Time: 17.00 at the kitchen table. List: “rent”, “mum’s knee”, “the rash”. By 17.00 the rash was gone. For the rent, Jo wrote a mail. Mum’s knee was not Jo’s to fix.',
    'Tid: 17.00 vid köksbordet. Lista: ”hyran”, ”mammas knä”, ”utslaget”. Klockan 17 var utslaget borta. Om hyran skrev Jo ett mejl. Mammas knä var inte Jos att laga.',
  ),
  easier: { text: t('Start with five minutes.', 'Börja med fem minuter.') },
  harder: {
    text: t('Take one worry on as a problem to solve.', 'Ta en oro som ett problem att lösa.'),
    worksheet: 'problem-solving',
  },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t('The list may be kept as voice notes.', 'Listan kan sparas som röstmemon.'),
  },
  sources: [
    {
      citation:
        'Borkovec TD, Wilkinson L, Folensbee R, Lerman C. Stimulus control applications to the treatment of worry. Behaviour Research and Therapy. 1983;21(3):247–251.',
    },
  ],
  fields: [
    { id: 'at', kind: 'time', label: t('My worry time', 'Min orosstund') },
    { id: 'place', kind: 'text', lines: 1, label: t('My place', 'Min plats') },
    {
      id: 'worries',
      kind: 'rows',
      required: true,
      label: t('My list', 'Min lista'),
      printRows: 8,
      columns: [
        { id: 'worry', kind: 'text', lines: 1, label: t('Worry', 'Oro') },
        {
          id: 'later',
          kind: 'choice',
          label: t('At worry time', 'På orosstunden'),
          options: [
            { value: 'gone', label: t('It has faded', 'Den har bleknat') },
            { value: 'do', label: t('I can do something', 'Jag kan göra något') },
            { value: 'leave', label: t('I let it be', 'Jag låter den vara') },
          ],
        },
        { id: 'plan', kind: 'text', lines: 1, label: t('What I will do', 'Vad jag gör') },
      ],
    },
    helped,
  ],
});
