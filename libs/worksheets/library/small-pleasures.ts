import { helped, ours, SOURCES, t } from './authoring.ts';

export const smallPleasures = ours({
  id: 'small-pleasures',
  title: t('Small good things', 'Små goda ting'),
  approach: ['cognitive-behavioural'],
  needs: ['low-mood', 'low-energy', 'stress'],
  goals: ['do-more-of-what-helps', 'feel-better', 'look-after-myself'],
  focus: 'behavioural',
  medium: 'worksheet',
  mechanism: 'behavioural-activation',
  minutes: 5,
  difficulty: 0,
  objective: t('Pick three small things and do them this week.', 'Välj tre små saker och gör dem i veckan.'),
  rationale: t(
    'Small good things are easy to lose when life is hard. They do not fix it all. They do give you a bit of lift, and lifts add up.',
    'Små goda ting är lätta att tappa när livet är svårt. De löser inte allt. De ger lite kraft, och kraften läggs ihop.',
  ),
  steps: [
    t('Mark three things you could do this week.', 'Markera tre saker du kan göra i veckan.'),
    t('Write when you will do the first one.', 'Skriv när du gör den första.'),
    t('Do them. Notice how you feel before and after.', 'Gör dem. Känn efter före och efter.'),
  ],
  example: t(
    'Noor chose music, a bath and a walk. The walk helped the most, so she did it twice.',
    'Noor valde musik, ett bad och en promenad. Promenaden hjälpte mest, så hon gick två gånger.',
  ),
  easier: { text: t('Pick just one thing.', 'Välj bara en sak.') },
  harder: {
    text: t('Plan a small thing for each day.', 'Planera en liten sak för varje dag.'),
    worksheet: 'activity-schedule',
  },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'motor', 'translated'],
    notes: t(
      'Nearly all by ticking. Most choices can be done at home and cost nothing.',
      'Nästan bara kryss. Det mesta kan göras hemma och är gratis.',
    ),
  },
  sources: [SOURCES.lewinsohn, SOURCES.activation],
  fields: [
    {
      id: 'things',
      kind: 'checklist',
      required: true,
      label: t('What could you do?', 'Vad skulle du kunna göra?'),
      items: [
        { value: 'walk', label: t('Go for a short walk', 'Gå en kort promenad') },
        { value: 'music', label: t('Play a song I love', 'Spela en låt jag tycker om') },
        { value: 'bath', label: t('Have a warm bath', 'Ta ett varmt bad') },
        { value: 'call', label: t('Call or text a friend', 'Ring eller skriv till en vän') },
        { value: 'cook', label: t('Cook something simple', 'Laga något enkelt') },
        { value: 'sun', label: t('Sit in the sun', 'Sitt i solen') },
        { value: 'read', label: t('Read a few pages', 'Läs några sidor') },
        { value: 'hands', label: t('Make something by hand', 'Gör något med händerna') },
        { value: 'animal', label: t('Be with an animal', 'Var med ett djur') },
        { value: 'tidy', label: t('Tidy one small spot', 'Städa en liten plats') },
      ],
    },
    { id: 'own', kind: 'text', lines: 1, label: t('Something of your own', 'Något eget') },
    { id: 'when', kind: 'text', lines: 1, label: t('When will you do the first one?', 'När gör du den första?') },
    helped,
  ],
});
