import { ours, SOURCES, t, ten } from './authoring.ts';

export const sessionReview = ours({
  id: 'session-review',
  title: t('What I take with me', 'Det jag tar med mig'),
  approach: ['any'],
  needs: ['any'],
  goals: ['learn-more', 'know-myself'],
  focus: 'mixed',
  medium: 'questionnaire',
  mechanism: 'session-review',
  use: 'session-review',
  minutes: 5,
  difficulty: 0,
  objective: t(
    'Keep what mattered in the session, and plan the week.',
    'Behåll det som var viktigt i samtalet, och planera veckan.',
  ),
  rationale: t(
    'After a talk, much is gone by the next day. A few lines keep it. They also tell us what to do more of, and what to drop.',
    'Efter ett samtal är mycket borta nästa dag. Några rader behåller det. De säger också vad vi ska göra mer av, och vad vi kan släppa.',
  ),
  steps: [
    t('Fill it in on the same day.', 'Fyll i samma dag.'),
    t('Write what you want to remember.', 'Skriv vad du vill minnas.'),
    t('Write what you will try, and when.', 'Skriv vad du ska pröva, och när.'),
  ],
  example: t(
    'To remember: a feeling is not a fact. To try: one thought record, on Thursday night. In the way: late shift. Then: Friday at lunch.',
    'Att minnas: en känsla är inte ett faktum. Att pröva: en tankedagbok, på torsdag kväll. I vägen: kvällspass. Då: fredag lunch.',
  ),
  easier: { text: t('Write one word to remember.', 'Skriv ett ord att minnas.') },
  harder: { text: t('Say next time what you missed in the session.', 'Säg nästa gång vad du saknade i samtalet.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t('May be filled in together in the last five minutes.', 'Kan fyllas i tillsammans de sista fem minuterna.'),
  },
  sources: [SOURCES.kazantzis, SOURCES.tompkins],
  fields: [
    {
      id: 'remember',
      kind: 'text',
      lines: 3,
      required: true,
      label: t('What do you want to remember?', 'Vad vill du minnas?'),
    },
    {
      id: 'try',
      kind: 'text',
      lines: 2,
      label: t('What will you try before next time?', 'Vad ska du pröva till nästa gång?'),
    },
    { id: 'when', kind: 'text', lines: 1, label: t('When and where?', 'När och var?') },
    {
      id: 'sure',
      ...ten(t('not sure', 'osäker'), t('quite sure', 'helt säker')),
      label: t('How sure are you that you will do it?', 'Hur säker är du på att det blir av?'),
    },
    {
      id: 'obstacle',
      kind: 'text',
      lines: 1,
      label: t('What may get in the way?', 'Vad kan komma emellan?'),
      showIf: { kind: 'answered', field: 'try' },
    },
    {
      id: 'then',
      kind: 'text',
      lines: 1,
      label: t('If so, then I will', 'I så fall gör jag så här'),
      showIf: { kind: 'answered', field: 'obstacle' },
    },
    {
      id: 'heard',
      ...ten(t('not at all', 'inte alls'), t('fully', 'helt')),
      label: t('How well did you feel heard?', 'Hur väl kände du dig hörd?'),
    },
    { id: 'missed', kind: 'text', lines: 2, label: t('What did you miss?', 'Vad saknade du?') },
  ],
});
