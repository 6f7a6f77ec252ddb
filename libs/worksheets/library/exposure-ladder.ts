import { ours, t } from './authoring.ts';

export const exposureLadder = ours({
  id: 'exposure-ladder',
  title: t('My ladder', 'Min stege'),
  approach: ['cognitive-behavioural'],
  needs: ['anxiety', 'social-anxiety', 'panic', 'avoidance'],
  goals: ['face-fears', 'get-my-life-back'],
  focus: 'behavioural',
  medium: 'worksheet',
  mechanism: 'inhibitory-learning',
  minutes: 30,
  difficulty: 3,
  objective: t('Take one step at a time toward what you avoid.', 'Ta ett steg i taget mot det du undviker.'),
  rationale: t(
    'Fear grows when we turn away. It shrinks when we stay and find out what happens. You choose the steps. You start low. You go on when you are ready.',
    'Rädsla växer när vi vänder bort. Den krymper när vi stannar kvar och ser vad som händer. Du väljer stegen. Du börjar lågt. Du går vidare när du är redo.',
  ),
  steps: [
    t('Write the thing you want to be able to do.', 'Skriv vad du vill kunna göra.'),
    t('Write small steps that lead there, the least scary first.', 'Skriv små steg dit, det minst läskiga först.'),
    t(
      'Take one step. Rate your fear before, at its top and after.',
      'Ta ett steg. Skatta rädslan före, på topp och efter.',
    ),
    t('Stay until you have learned something.', 'Stanna tills du har lärt dig något.'),
    t('Do the step again on another day.', 'Gör om steget en annan dag.'),
  ],
  example: t(
    'Goal: take the bus to work. Step 1: stand at the stop for ten minutes. Fear before 50, top 70, after 30. I thought I would faint. I did not.',
    'Mål: ta bussen till jobbet. Steg 1: stå vid hållplatsen i tio minuter. Rädsla före 50, topp 70, efter 30. Jag trodde att jag skulle svimma. Det gjorde jag inte.',
  ),
  easier: {
    text: t('Cut the first step in half. Take someone along.', 'Dela det första steget på mitten. Ta med någon.'),
  },
  harder: {
    text: t('Take the steps in a mixed order, in new places.', 'Ta stegen i blandad ordning, på nya platser.'),
  },
  accessibility: {
    serves: ['plain-language', 'translated'],
    notes: t(
      'Plan the first step together in the session. Not for work with danger that is real.',
      'Planera första steget tillsammans i samtalet. Inte för fara som är verklig.',
    ),
  },
  sources: [
    {
      citation:
        'Craske MG, Treanor M, Conway CC, Zbozinek T, Vervliet B. Maximizing exposure therapy: an inhibitory learning approach. Behaviour Research and Therapy. 2014;58:10–23.',
    },
    { citation: 'Wolpe J. The Practice of Behavior Therapy. Pergamon Press; 1969.' },
  ],
  fields: [
    {
      id: 'goal',
      kind: 'text',
      lines: 1,
      required: true,
      label: t('What do you want to be able to do?', 'Vad vill du kunna göra?'),
    },
    {
      id: 'ladder',
      kind: 'exposure-ladder',
      required: true,
      label: t('The steps', 'Stegen'),
      hint: t('Fear from 0, calm, to 100, the most ever.', 'Rädsla från 0, lugn, till 100, värsta någonsin.'),
      maxRows: 15,
      printRows: 6,
      parts: [
        { part: 'step', label: t('What I will do', 'Vad jag gör') },
        { part: 'before', label: t('Before', 'Före') },
        { part: 'peak', label: t('Top', 'Topp') },
        { part: 'after', label: t('After', 'Efter') },
        { part: 'learned', label: t('What I learned', 'Vad jag lärde mig') },
      ],
    },
    {
      id: 'drop',
      kind: 'computed',
      label: t('From top to after, on most steps', 'Från topp till efter, i snitt'),
      value: {
        kind: 'difference',
        from: { field: 'ladder', column: 'after' },
        subtract: { field: 'ladder', column: 'peak' },
      },
    },
    { id: 'next', kind: 'text', lines: 1, label: t('My next step', 'Mitt nästa steg') },
  ],
});
