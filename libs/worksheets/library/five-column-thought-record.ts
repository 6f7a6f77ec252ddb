import { ours, SOURCES, t } from './authoring.ts';

export const fiveColumnThoughtRecord = ours({
  id: 'thought-record-5',
  title: t('Thought record', 'Tankedagbok'),
  approach: ['cognitive-behavioural'],
  needs: ['low-mood', 'anxiety', 'worry', 'self-criticism'],
  goals: ['notice-thoughts', 'see-thoughts-clearly', 'feel-better'],
  focus: 'cognitive',
  medium: 'worksheet',
  mechanism: 'cognitive-reappraisal',
  minutes: 10,
  difficulty: 2,
  objective: t('Catch one hard thought and look for a fairer one.', 'Fånga en svår tanke och leta efter en rimligare.'),
  rationale: t(
    'When we feel bad, a thought has often just gone by. It can feel like a fact. On paper it is a thought, and you can look at it. Looking at it tends to make the feeling less strong.',
    'När vi mår dåligt har en tanke ofta just gått förbi. Den kan kännas som ett faktum. På papper är den en tanke som du kan titta på. Då brukar känslan bli mindre stark.',
  ),
  steps: [
    t('Pick one moment this week when you felt bad.', 'Välj en stund i veckan då du mådde dåligt.'),
    t('Write where you were and what you felt.', 'Skriv var du var och vad du kände.'),
    t('Write the thought that hurt the most.', 'Skriv den tanke som gjorde mest ont.'),
    t(
      'Write a fairer thought. What would you tell a friend?',
      'Skriv en rimligare tanke. Vad hade du sagt till en vän?',
    ),
    t('Rate the feeling once more.', 'Skatta känslan en gång till.'),
  ],
  example: t(
    'Sam’s brother did not call back. Sam felt sad, 80. The thought was “I ruin things”. A fairer thought was “He works nights. I can call him on Sunday”. The sad feeling went down to 40.',
    'Sams bror ringde inte tillbaka. Sam blev ledsen, 80. Tanken var ”Jag förstör allt”. En rimligare tanke var ”Han jobbar natt. Jag kan ringa på söndag”. Känslan gick ner till 40.',
  ),
  easier: {
    text: t(
      'Just write down the moment and the thought. Stop there.',
      'Skriv bara ner stunden och tanken. Stanna där.',
    ),
  },
  harder: {
    text: t(
      'Look for facts on both sides with the long thought record.',
      'Leta fakta på båda sidor i den långa tankedagboken.',
    ),
    worksheet: 'thought-record-7',
  },
  accessibility: {
    serves: ['plain-language', 'large-print', 'translated'],
    notes: t(
      'May be dictated or told to somebody who writes. Three records are plenty; one is enough.',
      'Kan talas in eller berättas för någon som skriver. Tre räcker gott; en är nog.',
    ),
  },
  sources: [SOURCES.beck1979, SOURCES.mindOverMood],
  fields: [
    {
      id: 'record',
      kind: 'thought-record',
      label: t('One hard moment', 'En svår stund'),
      hint: t('A few words in each box will do.', 'Några ord i varje ruta räcker.'),
      required: true,
      maxRows: 10,
      printRows: 2,
      parts: [
        {
          part: 'situation',
          label: t('What happened?', 'Vad hände?'),
          hint: t('Where, when, who with', 'Var, när, med vem'),
        },
        { part: 'emotion', label: t('What did you feel?', 'Vad kände du?') },
        { part: 'intensity', label: t('How strong was it?', 'Hur starkt var det?') },
        { part: 'thought', label: t('What went through your mind?', 'Vad tänkte du?') },
        { part: 'alternative', label: t('What is a fairer thought?', 'Vad är en rimligare tanke?') },
        { part: 'intensity-after', label: t('How strong is it now?', 'Hur starkt är det nu?') },
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
