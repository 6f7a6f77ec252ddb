import { ours, strength, t } from './authoring.ts';

export const imageryRescriptingLog = ours({
  id: 'imagery-rescripting-log',
  title: t('A new end to the picture', 'Ett nytt slut på bilden'),
  approach: ['experiential', 'cognitive-behavioural'],
  needs: ['trauma', 'anxiety', 'low-self-esteem', 'grief'],
  goals: ['make-sense-of-it', 'feel-safe', 'be-kind-to-myself'],
  focus: 'experiential',
  medium: 'worksheet',
  mechanism: 'imagery-rescripting',
  minutes: 20,
  difficulty: 4,
  objective: t(
    'Go back to a picture we changed in session, and keep the new end.',
    'Gå tillbaka till en bild vi ändrade i samtalet, och håll fast vid det nya slutet.',
  ),
  rationale: t(
    'Old pictures can come back as if they were now. In session you gave one a new end. Each time you go through the new end, it gets stronger.',
    'Gamla bilder kan komma tillbaka som om de var nu. I samtalet gav du en bild ett nytt slut. Varje gång du går igenom det nya slutet blir det starkare.',
  ),
  steps: [
    t('Use only a picture you have worked on in session.', 'Ta bara en bild du har arbetat med i samtalet.'),
    t(
      'Sit with your feet on the floor and your eyes as you like.',
      'Sitt med fötterna i golvet och blunda om du vill.',
    ),
    t('Let the picture come, up to where it changes.', 'Låt bilden komma, fram till där den ändras.'),
    t('Let the new end happen. Who helps? What do they say?', 'Låt det nya slutet ske. Vem hjälper? Vad säger de?'),
    t('Come back to the room. Write a few lines.', 'Kom tillbaka till rummet. Skriv några rader.'),
  ],
  example: t(
    'The child stands alone in the yard. Now I come in as I am today. I say “you can come with me”. Fear went from 70 to 30.',
    'Barnet står ensamt på gården. Nu kommer jag, som jag är i dag. Jag säger ”du får följa med mig”. Rädslan gick från 70 till 30.',
  ),
  easier: { text: t('Only go through the new end.', 'Gå bara igenom det nya slutet.'), worksheet: 'safe-place' },
  harder: { text: t('Let the younger you say what is still needed.', 'Låt den yngre säga vad som ännu behövs.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t(
      'Only after it was done in session, with a plan for support. A recording of the session may guide it.',
      'Först efter att det gjorts i samtal, med en plan för stöd. En inspelning från samtalet kan vägleda.',
    ),
  },
  sources: [
    {
      citation:
        'Arntz A, Weertman A. Treatment of childhood memories: theory and practice. Behaviour Research and Therapy. 1999;37(8):715–740.',
    },
    {
      citation:
        'Holmes EA, Arntz A, Smucker MR. Imagery rescripting in cognitive behaviour therapy: images, treatment techniques and outcomes. Journal of Behavior Therapy and Experimental Psychiatry. 2007;38(4):297–305.',
    },
  ],
  fields: [
    {
      id: 'agreed',
      kind: 'choice',
      required: true,
      label: t('Have we worked on this picture in session?', 'Har vi arbetat med bilden i samtalet?'),
      options: [
        { value: 'yes', label: t('Yes', 'Ja') },
        { value: 'no', label: t('No', 'Nej') },
      ],
    },
    {
      id: 'wait',
      kind: 'information',
      label: t('Then wait with this one', 'Vänta då med den här'),
      text: t(
        'Bring it to your next session. Until then, the calm place may do you good.',
        'Ta med det till nästa samtal. Tills dess kan den lugna platsen göra gott.',
      ),
      showIf: { kind: 'equals', field: 'agreed', value: 'no' },
    },
    {
      id: 'log',
      kind: 'rows',
      label: t('My log', 'Min loggbok'),
      maxRows: 10,
      printRows: 2,
      showIf: { kind: 'equals', field: 'agreed', value: 'yes' },
      columns: [
        { id: 'day', kind: 'date', label: t('Day', 'Dag') },
        { id: 'before', ...strength, label: t('How hard it was at the start', 'Hur svårt det var i början') },
        { id: 'end', kind: 'text', lines: 2, label: t('The new end', 'Det nya slutet') },
        { id: 'said', kind: 'text', lines: 1, label: t('What was said', 'Vad som sas') },
        { id: 'after', ...strength, label: t('How hard it was at the end', 'Hur svårt det var i slutet') },
      ],
    },
    {
      id: 'change',
      kind: 'computed',
      label: t('How much it changed', 'Så mycket ändrades det'),
      showIf: { kind: 'equals', field: 'agreed', value: 'yes' },
      value: {
        kind: 'difference',
        from: { field: 'log', column: 'after' },
        subtract: { field: 'log', column: 'before' },
      },
    },
  ],
});
