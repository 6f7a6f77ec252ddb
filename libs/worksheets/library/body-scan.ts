import { helped, ours, SOURCES, t } from './authoring.ts';

export const bodyScan = ours({
  id: 'body-scan',
  title: t('A walk through the body', 'En vandring genom kroppen'),
  approach: ['mindfulness'],
  needs: ['stress', 'sleep', 'anxiety', 'pain'],
  goals: ['calm-my-body', 'be-here-now', 'sleep-better'],
  focus: 'experiential',
  medium: 'practice',
  mechanism: 'mindful-attention',
  minutes: 15,
  difficulty: 1,
  objective: t(
    'Move your attention through the body, part by part.',
    'Flytta din uppmärksamhet genom kroppen, del för del.',
  ),
  rationale: t(
    'We live a lot in our heads. When you turn to the body you come back to now. There is nothing to reach. When your mind drifts off, you bring it back. That is the practice.',
    'Vi lever mycket i huvudet. När du vänder dig till kroppen kommer du tillbaka till nu. Det finns inget att nå. När tankarna far iväg tar du dem tillbaka. Det är själva övningen.',
  ),
  steps: [
    t('Lie down or sit. Close your eyes if you like.', 'Ligg eller sitt. Blunda om du vill.'),
    t('Start the clock. Read along, or let someone read.', 'Starta klockan. Läs själv, eller låt någon läsa.'),
    t('Stay with each part for a few breaths.', 'Stanna vid varje del några andetag.'),
    t('If a part feels bad, move on to the next.', 'Känns en del dålig, gå vidare till nästa.'),
  ],
  example: t(
    'Ines fell asleep at the knees three nights in a row. That was fine. On the fourth night she got to her hands.',
    'Ines somnade vid knäna tre kvällar i rad. Det var helt okej. Fjärde kvällen kom hon till händerna.',
  ),
  easier: { text: t('Do only your feet and your hands.', 'Ta bara fötter och händer.') },
  harder: { text: t('Do it without the text.', 'Gör det utan texten.') },
  accessibility: {
    serves: ['audio', 'low-vision', 'motor', 'plain-language', 'translated'],
    notes: t(
      'A site can add a recording. After trauma, keep eyes open and choose parts that feel safe.',
      'Kliniken kan lägga till en inspelning. Efter trauma: öppna ögon och bara delar som känns trygga.',
    ),
  },
  sources: [SOURCES.kabatZinn, SOURCES.mbct],
  fields: [
    {
      id: 'scan',
      kind: 'practice',
      required: true,
      minutes: 15,
      label: t('Your practice', 'Din övning'),
      script: t(
        'Feel how the ground holds you. Let it.\nGo to your feet. Are they warm or cold? Let them be as they are.\nGo to your legs. Feel their weight.\nGo to your belly. It moves with each breath. You do not have to do a thing.\nGo to your back, then to your hands. Feel each finger.\nGo to your face. Let your jaw hang a little.\nNow feel the whole body at once, from feet to head. Breathe a few times. Then look around the room.',
        'Känn hur golvet bär dig. Låt det bära.\nGå till fötterna. Är de varma eller kalla? Låt dem vara som de är.\nGå till benen. Känn hur tunga de är.\nGå till magen. Den rör sig när du andas. Du behöver inte göra något.\nGå till ryggen, sedan till händerna. Känn varje finger.\nGå till ansiktet. Låt käken hänga lite.\nKänn nu hela kroppen på en gång, från fot till huvud. Andas några gånger. Titta sedan runt i rummet.',
      ),
    },
    { id: 'noticed', kind: 'text', lines: 3, label: t('What did you notice?', 'Vad märkte du?') },
    helped,
  ],
});
