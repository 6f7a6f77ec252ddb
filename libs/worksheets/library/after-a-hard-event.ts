import { ours, SOURCES, strength, t } from './authoring.ts';

export const afterAHardEvent = ours({
  id: 'after-a-hard-event',
  title: t('After something hard', 'Efter något svårt'),
  approach: ['journaling', 'experiential'],
  needs: ['trauma', 'grief', 'life-change', 'stress'],
  goals: ['put-it-into-words', 'make-sense-of-it'],
  focus: 'experiential',
  medium: 'journal',
  mechanism: 'emotional-expression',
  minutes: 20,
  difficulty: 3,
  objective: t('Write about a hard time, on your own terms.', 'Skriv om en svår tid, på dina villkor.'),
  rationale: t(
    'A hard time can stay in us as bits and pieces. Writing gives it a start, a middle and an end. You may feel worse for an hour or two. For many it gets lighter over the next weeks.',
    'En svår tid kan bli kvar i oss i bitar. När vi skriver får den en början, en mitt och ett slut. Du kan må sämre en timme eller två. För många blir det lättare under veckorna som följer.',
  ),
  steps: [
    t(
      'Choose a calm time and place. Plan something kind for after.',
      'Välj en lugn tid och plats. Planera något snällt efteråt.',
    ),
    t(
      'Write for 15 minutes about what happened and what you felt.',
      'Skriv i 15 minuter om vad som hände och vad du kände.',
    ),
    t('Stop when you want to. You are in charge.', 'Sluta när du vill. Du bestämmer.'),
    t('End with what you need now.', 'Avsluta med vad du behöver nu.'),
  ],
  example: t(
    'After the crash I wrote on three nights. The first night was hard. On the third I wrote: “I got out, and I rang for help.”',
    'Efter olyckan skrev jag tre kvällar. Första kvällen var svår. Den tredje skrev jag: ”Jag tog mig ut, och jag ringde efter hjälp.”',
  ),
  easier: { text: t('Write about the day after, not the event.', 'Skriv om dagen efter, inte om händelsen.') },
  harder: { text: t('Write about it on three days in a row.', 'Skriv om det tre dagar i rad.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t(
      'Agree on it in the session first. Not in the first days after a trauma, and not while in danger.',
      'Kom överens i samtalet först. Inte de första dagarna efter ett trauma, och inte vid pågående fara.',
    ),
  },
  sources: [SOURCES.pennebaker],
  fields: [
    { id: 'before', ...strength, label: t('How upset are you now?', 'Hur upprörd är du nu?') },
    { id: 'kind-plan', kind: 'text', lines: 1, label: t('Something kind for after', 'Något snällt efteråt') },
    {
      id: 'page',
      kind: 'note',
      required: true,
      lines: 14,
      label: t('What happened, and what did you feel?', 'Vad hände, och vad kände du?'),
    },
    { id: 'need', kind: 'text', lines: 2, label: t('What do you need now?', 'Vad behöver du nu?') },
    { id: 'after', ...strength, label: t('How upset are you after?', 'Hur upprörd är du efteråt?') },
    {
      id: 'care',
      kind: 'information',
      label: t('Take care of yourself now', 'Ta hand om dig nu'),
      text: t(
        'Do your kind thing. Talk to someone you trust. If you do not feel safe, call the crisis line on your sheet.',
        'Gör det snälla du valt. Prata med någon du litar på. Känner du dig inte trygg, ring krisnumret på ditt blad.',
      ),
      showIf: { kind: 'at-least', field: 'after', value: 70 },
    },
  ],
});
