import { helped, ours, SOURCES, strength, t } from './authoring.ts';

export const safePlace = ours({
  id: 'safe-place',
  title: t('A calm place', 'En lugn plats'),
  approach: ['creative', 'experiential'],
  needs: ['anxiety', 'trauma', 'stress', 'sleep'],
  goals: ['feel-safe', 'calm-my-body'],
  focus: 'experiential',
  medium: 'drawing',
  mechanism: 'grounding',
  minutes: 15,
  difficulty: 1,
  objective: t(
    'Make a picture of a place that calms you, real or made up.',
    'Gör en bild av en plats som lugnar dig, verklig eller påhittad.',
  ),
  rationale: t(
    'The body reacts to what we picture. If you make the place with your hands, it is easier to find again. You can go there before sleep or before a hard task.',
    'Kroppen svarar på det vi ser inom oss. Gör du platsen med händerna är den lättare att hitta igen. Du kan gå dit innan du sover eller inför något svårt.',
  ),
  steps: [
    t('Think of a place where you feel calm.', 'Tänk på en plats där du känner dig lugn.'),
    t('Draw it, or take a photo of something like it.', 'Rita den, eller ta ett foto av något liknande.'),
    t('Write what you see, hear and smell there.', 'Skriv vad du ser, hör och luktar där.'),
    t('Close your eyes and be there for ten breaths.', 'Blunda och var där i tio andetag.'),
  ],
  example: t(
    'A pier at the lake at six in the morning. Warm wood, still water, the smell of tar.',
    'En brygga vid sjön klockan sex på morgonen. Varmt trä, stilla vatten, doften av tjära.',
  ),
  easier: { text: t('Find a photo of a place you like.', 'Leta upp ett foto av en plats du tycker om.') },
  harder: { text: t('Go there in your mind when you are a bit upset.', 'Gå dit i tanken när du är lite upprörd.') },
  accessibility: {
    serves: ['low-literacy', 'low-vision', 'motor', 'plain-language', 'translated'],
    notes: t(
      'A sound or a smell does as well as a picture. If a place turns bad, choose another.',
      'Ett ljud eller en doft går lika bra som en bild. Blir platsen otrygg, välj en annan.',
    ),
  },
  sources: [SOURCES.artTherapy],
  fields: [
    { id: 'picture', kind: 'drawing', description: 'offered', label: t('My place', 'Min plats') },
    {
      id: 'photo',
      kind: 'attachment',
      accept: ['photo', 'audio'],
      max: 2,
      label: t('A photo or a sound of it', 'Ett foto eller ljud av den'),
    },
    {
      id: 'senses',
      kind: 'text',
      lines: 4,
      required: true,
      label: t('What do you see, hear and smell there?', 'Vad ser, hör och luktar du där?'),
    },
    { id: 'calm', ...strength, label: t('How calm were you there?', 'Hur lugn var du där?') },
    helped,
  ],
});
