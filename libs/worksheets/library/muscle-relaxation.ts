import { helped, ours, strength, t } from './authoring.ts';

export const muscleRelaxation = ours({
  id: 'muscle-relaxation',
  title: t('Tense and let go', 'Spänn och släpp'),
  approach: ['cognitive-behavioural', 'mindfulness'],
  needs: ['stress', 'anxiety', 'sleep', 'pain'],
  goals: ['calm-my-body', 'sleep-better'],
  focus: 'behavioural',
  medium: 'practice',
  mechanism: 'physiological-calming',
  minutes: 12,
  difficulty: 1,
  objective: t('Learn how it feels when a muscle lets go.', 'Lär dig hur det känns när en muskel släpper.'),
  rationale: t(
    'Many of us are tense and do not know it. If you first make a muscle tight, you can feel how it goes soft. With time you find that soft state faster.',
    'Många är spända utan att veta det. Om du först spänner en muskel känner du hur den blir mjuk. Med tiden hittar du dit fortare.',
  ),
  steps: [
    t('Sit well, with your feet on the floor.', 'Sitt skönt, med fötterna i golvet.'),
    t(
      'Tense one part for five counts. Not so hard that it hurts.',
      'Spänn en del medan du räknar till fem. Inte så att det gör ont.',
    ),
    t('Let go all at once. Rest for ten counts.', 'Släpp på en gång. Vila medan du räknar till tio.'),
    t('Go on to the next part.', 'Gå vidare till nästa del.'),
  ],
  example: t(
    'Ali found that his shoulders sat by his ears. After a week he could drop them while he drove.',
    'Ali märkte att axlarna satt uppe vid öronen. Efter en vecka kunde han sänka dem när han körde.',
  ),
  easier: { text: t('Do just hands and shoulders.', 'Ta bara händer och axlar.') },
  harder: { text: t('Skip the tensing. Only let go.', 'Hoppa över att spänna. Släpp bara.') },
  accessibility: {
    serves: ['audio', 'low-vision', 'plain-language', 'translated'],
    notes: t(
      'Leave out parts that are sore or hurt. A site can add a recording.',
      'Hoppa över delar som är ömma eller skadade. Kliniken kan lägga till en inspelning.',
    ),
  },
  sources: [
    {
      citation:
        'Bernstein DA, Borkovec TD. Progressive Relaxation Training: A Manual for the Helping Professions. Research Press; 1973.',
    },
  ],
  fields: [
    { id: 'before', ...strength, label: t('How tense are you now?', 'Hur spänd är du nu?') },
    {
      id: 'practice',
      kind: 'practice',
      required: true,
      minutes: 12,
      label: t('Your practice', 'Din övning'),
      script: t(
        'Make fists. Hold. Let go.\nPull your arms in. Hold. Let go.\nLift your shoulders up. Hold. Let them drop.\nScrew up your face. Hold. Let it go smooth.\nPull in your belly. Hold. Let go.\nPress your knees together. Hold. Let go.\nPull your toes up. Hold. Let go.\nFeel your whole body. Let it be heavy for one more minute.',
        'Knyt händerna. Håll. Släpp.\nDra in armarna. Håll. Släpp.\nLyft axlarna. Håll. Låt dem falla.\nKnip ihop ansiktet. Håll. Låt det bli slätt.\nDra in magen. Håll. Släpp.\nPressa ihop knäna. Håll. Släpp.\nDra upp tårna. Håll. Släpp.\nKänn hela kroppen. Låt den vara tung en minut till.',
      ),
    },
    { id: 'after', ...strength, label: t('How tense are you after?', 'Hur spänd är du efteråt?') },
    {
      id: 'change',
      kind: 'computed',
      label: t('How much it changed', 'Så mycket ändrades det'),
      value: { kind: 'difference', from: { field: 'after' }, subtract: { field: 'before' } },
    },
    helped,
  ],
});
