import { ours, t } from './authoring.ts';

export const unsentLetter = ours({
  id: 'unsent-letter',
  title: t('A letter I do not send', 'Ett brev jag inte skickar'),
  approach: ['experiential'],
  needs: ['grief', 'anger', 'relationships', 'trauma'],
  goals: ['express-feelings', 'put-it-into-words', 'make-sense-of-it'],
  focus: 'experiential',
  medium: 'journal',
  mechanism: 'emotional-processing',
  minutes: 25,
  difficulty: 2,
  objective: t(
    'Say what was never said, in a letter that stays with you.',
    'Säg det som aldrig blev sagt, i ett brev som stannar hos dig.',
  ),
  rationale: t(
    'Some talks never took place. The feeling is still there and wants to be heard. In a letter you can say it all. It is not for sending, so you can be free.',
    'En del samtal blev aldrig av. Känslan finns kvar och vill bli hörd. I ett brev kan du säga allt. Det ska inte skickas, så du är fri.',
  ),
  steps: [
    t('Choose who the letter is to. It can be you.', 'Välj vem brevet är till. Det kan vara du själv.'),
    t('Write what you felt, what you miss and what you need.', 'Skriv vad du kände, vad du saknar och vad du behöver.'),
    t('If you like, write what they might answer.', 'Skriv vad de kanske hade svarat, om du vill.'),
    t(
      'Decide what to do with the letter. Keep, burn or bring it.',
      'Bestäm vad du gör med brevet. Spara, bränn eller ta med det.',
    ),
  ],
  example: t(
    '“Dear Dad. You left in June and no one said why. I was eight. I needed you to say that it was not my fault.”',
    '”Kära pappa. Du gick i juni och ingen sa varför. Jag var åtta. Jag behövde höra att det inte var mitt fel.”',
  ),
  easier: { text: t('Write just the first line and the last.', 'Skriv bara första och sista raden.') },
  harder: { text: t('Write the answer you wish you had got.', 'Skriv svaret du önskar att du fått.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t(
      'May be spoken. Private unless the person chooses to share it.',
      'Kan talas in. Privat om personen inte väljer att dela.',
    ),
  },
  sources: [
    {
      citation:
        'Paivio SC, Greenberg LS. Resolving "unfinished business": efficacy of experiential therapy using empty-chair dialogue. Journal of Consulting and Clinical Psychology. 1995;63(3):419–425.',
    },
    {
      citation:
        'Greenberg LS. Emotion-Focused Therapy: Coaching Clients to Work Through Their Feelings. 2nd ed. American Psychological Association; 2015.',
    },
  ],
  fields: [
    { id: 'to', kind: 'text', lines: 1, label: t('Who is it to? A role is enough.', 'Till vem? En roll räcker.') },
    { id: 'letter', kind: 'note', required: true, lines: 16, label: t('The letter', 'Brevet') },
    { id: 'answer', kind: 'text', lines: 4, label: t('What might they answer?', 'Vad hade de kanske svarat?') },
    {
      id: 'then',
      kind: 'choice',
      label: t('What will you do with it?', 'Vad gör du med det?'),
      options: [
        { value: 'keep', label: t('Keep it', 'Sparar det') },
        { value: 'destroy', label: t('Tear it up or burn it', 'River eller bränner det') },
        { value: 'bring', label: t('Bring it to a session', 'Tar med det till ett samtal') },
      ],
    },
    { id: 'felt', kind: 'text', lines: 2, label: t('How do you feel now?', 'Hur känns det nu?') },
  ],
});
