import { ours, SOURCES, t } from './authoring.ts';

export const relapsePlan = ours({
  id: 'relapse-plan',
  title: t('My plan for hard times', 'Min plan för svåra tider'),
  approach: ['cognitive-behavioural'],
  needs: ['low-mood', 'anxiety', 'staying-well'],
  goals: ['stay-well', 'feel-in-charge'],
  focus: 'mixed',
  medium: 'worksheet',
  mechanism: 'relapse-prevention',
  minutes: 30,
  difficulty: 2,
  objective: t(
    'Write down what helps, so it is there when you need it.',
    'Skriv ner vad som hjälper, så att det finns när du behöver det.',
  ),
  rationale: t(
    'Most people have ups and downs. A dip is not the same as being back at the start. It is easier to think of what helps while you feel well. Then the plan is ready.',
    'De flesta har upp och ner. En dipp är inte att vara tillbaka på ruta ett. Det är lättare att minnas vad som hjälper när du mår bra. Då är planen klar.',
  ),
  steps: [
    t('Write what may make things hard for you.', 'Skriv vad som kan göra det svårt för dig.'),
    t('Write the first small signs.', 'Skriv de första små tecknen.'),
    t('Write what has helped before.', 'Skriv vad som har hjälpt förut.'),
    t('Write who you can turn to.', 'Skriv vem du kan vända dig till.'),
    t('Keep the page where you can find it.', 'Spara sidan där du hittar den.'),
  ],
  example: t(
    'Hard for me: dark months, fights at home. First signs: I stop cooking, I wake at four. What helps: walks, my week plan, calling Per. If it lasts two weeks I call the clinic.',
    'Svårt för mig: mörka månader, bråk hemma. Första tecken: jag slutar laga mat, jag vaknar klockan fyra. Det hjälper: promenader, veckoplanen, ringa Per. Håller det i sig två veckor ringer jag mottagningen.',
  ),
  easier: { text: t('Write one sign and one thing that helps.', 'Skriv ett tecken och en sak som hjälper.') },
  harder: { text: t('Show the plan to someone who knows you well.', 'Visa planen för någon som känner dig väl.') },
  accessibility: {
    serves: ['plain-language', 'large-print', 'translated'],
    notes: t(
      'Print it in large type for the fridge. Fill in the crisis numbers of your place together.',
      'Skriv ut med stor text till kylskåpet. Fyll i ortens krisnummer tillsammans.',
    ),
  },
  sources: [
    {
      citation:
        'Marlatt GA, Gordon JR, editors. Relapse Prevention: Maintenance Strategies in the Treatment of Addictive Behaviors. Guilford Press; 1985.',
    },
    SOURCES.mbct,
  ],
  fields: [
    { id: 'triggers', kind: 'text', lines: 3, label: t('What may make things hard?', 'Vad kan göra det svårt?') },
    {
      id: 'signs',
      kind: 'text',
      lines: 3,
      required: true,
      label: t('What are your first signs?', 'Vilka är dina första tecken?'),
    },
    { id: 'helps', kind: 'text', lines: 4, required: true, label: t('What helps?', 'Vad hjälper?') },
    {
      id: 'people',
      kind: 'rows',
      label: t('Who can you turn to?', 'Vem kan du vända dig till?'),
      hint: t('A first name is enough.', 'Ett förnamn räcker.'),
      maxRows: 6,
      printRows: 3,
      columns: [
        { id: 'who', kind: 'text', lines: 1, label: t('Who', 'Vem') },
        { id: 'how', kind: 'text', lines: 1, label: t('How I reach them', 'Så når jag dem') },
      ],
    },
    {
      id: 'when-to-call',
      kind: 'text',
      lines: 2,
      label: t('When will you call the clinic?', 'När ringer du mottagningen?'),
    },
    {
      id: 'remember',
      kind: 'text',
      lines: 2,
      label: t('What do you want to tell yourself then?', 'Vad vill du säga till dig själv då?'),
    },
  ],
});
