import { ours, SOURCES, strength, t } from './authoring.ts';

export const thinkingTraps = ours({
  id: 'thinking-traps',
  title: t('Step out of a thinking trap', 'Ta dig ur en tankefälla'),
  approach: ['cognitive-behavioural'],
  needs: ['low-mood', 'anxiety', 'self-criticism', 'anger'],
  goals: ['notice-thoughts', 'see-thoughts-clearly'],
  focus: 'cognitive',
  medium: 'worksheet',
  mechanism: 'cognitive-restructuring',
  minutes: 15,
  difficulty: 2,
  objective: t('Find the trap in a thought and turn the thought round.', 'Hitta fällan i en tanke och vänd på tanken.'),
  rationale: t(
    'Minds take short cuts. Most of the time that works. When we are low or scared, the same short cuts become traps. A trap with a name is easier to step out of.',
    'Hjärnan tar genvägar. Oftast går det bra. När vi är nere eller rädda blir samma genvägar fällor. En fälla med ett namn är lättare att ta sig ur.',
  ),
  steps: [
    t('Write one thought that keeps coming back.', 'Skriv en tanke som ofta kommer tillbaka.'),
    t('Mark the traps that fit.', 'Markera de fällor som passar.'),
    t('Answer the questions, one by one.', 'Svara på frågorna, en i taget.'),
    t('Write the thought as a fair friend would say it.', 'Skriv tanken som en rättvis vän hade sagt den.'),
  ],
  example: t(
    '“I will fail and it will all fall apart.” Traps: seeing into the future, all or nothing. I have passed nine of ten tests. If I fail, I can take it again in May. New thought: “I may not pass, and I would cope.”',
    '”Jag misslyckas och allt faller samman.” Fällor: spå framtiden, allt eller inget. Jag har klarat nio av tio prov. Går det fel kan jag göra om i maj. Ny tanke: ”Jag kanske inte klarar det, och då löser jag det.”',
  ),
  easier: { text: t('Only find the trap. Do not answer it yet.', 'Hitta bara fällan. Svara inte än.') },
  harder: {
    text: t('Test the new thought in real life.', 'Pröva den nya tanken i verkligheten.'),
    worksheet: 'behavioural-experiment',
  },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'translated'],
    notes: t('The list can be read aloud and ticked together.', 'Listan kan läsas högt och fyllas i tillsammans.'),
  },
  sources: [
    SOURCES.beck1979,
    { citation: 'Beck AT. Cognitive Therapy and the Emotional Disorders. International Universities Press; 1976.' },
  ],
  fields: [
    { id: 'thought', kind: 'text', lines: 2, required: true, label: t('The thought', 'Tanken') },
    { id: 'belief', ...strength, label: t('How much do you believe it?', 'Hur mycket tror du på den?') },
    {
      id: 'traps',
      kind: 'checklist',
      label: t('Which traps fit?', 'Vilka fällor passar?'),
      items: [
        {
          value: 'all-or-nothing',
          label: t('All or nothing: it is perfect or it is rubbish', 'Allt eller inget: perfekt eller värdelöst'),
        },
        {
          value: 'future',
          label: t('Seeing into the future: it will go badly', 'Spå framtiden: det kommer att gå illa'),
        },
        { value: 'minds', label: t('Reading minds: I know what they think', 'Läsa tankar: jag vet vad de tänker') },
        { value: 'worst', label: t('The worst case: it would be a disaster', 'Det värsta: det vore en katastrof') },
        { value: 'filter', label: t('The filter: only the bad parts count', 'Filtret: bara det dåliga räknas') },
        {
          value: 'feeling',
          label: t('Feeling as fact: I feel it, so it is true', 'Känsla som fakta: jag känner det, så det är sant'),
        },
        { value: 'must', label: t('Must and should: I have to, or else', 'Måsten: jag måste, annars') },
        { value: 'label', label: t('Labels: I am stupid, he is mean', 'Etiketter: jag är dum, han är elak') },
        { value: 'mine', label: t('All my fault: it is because of me', 'Mitt fel: det är på grund av mig') },
      ],
    },
    { id: 'facts', kind: 'text', lines: 2, label: t('What do you know for sure?', 'Vad vet du säkert?') },
    {
      id: 'other-view',
      kind: 'text',
      lines: 2,
      label: t('How might someone else see it?', 'Hur kan någon annan se det?'),
    },
    {
      id: 'if-true',
      kind: 'text',
      lines: 2,
      label: t('If some of it is true, what could you do?', 'Om något stämmer, vad kan du göra?'),
    },
    {
      id: 'fair',
      kind: 'text',
      lines: 2,
      required: true,
      label: t('The thought, said by a fair friend', 'Tanken, sagd av en rättvis vän'),
    },
    {
      id: 'belief-after',
      ...strength,
      label: t('How much do you believe the first thought now?', 'Hur mycket tror du nu på den första tanken?'),
    },
  ],
});
