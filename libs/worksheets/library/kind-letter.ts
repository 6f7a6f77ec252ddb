import { helped, ours, t } from './authoring.ts';

export const kindLetter = ours({
  id: 'kind-letter',
  title: t('A kind letter to me', 'Ett snällt brev till mig'),
  approach: ['experiential', 'journaling'],
  needs: ['self-criticism', 'low-self-esteem', 'low-mood'],
  goals: ['be-kind-to-myself', 'feel-better'],
  focus: 'experiential',
  medium: 'journal',
  mechanism: 'self-compassion',
  minutes: 15,
  difficulty: 1,
  objective: t(
    'Write to yourself as you would write to a good friend.',
    'Skriv till dig själv som du hade skrivit till en god vän.',
  ),
  rationale: t(
    'We say things to ourselves that we would never say to a friend. A kind tone is not the same as giving up. It makes it easier to go on.',
    'Vi säger saker till oss själva som vi aldrig hade sagt till en vän. En snäll ton är inte att ge upp. Den gör det lättare att fortsätta.',
  ),
  steps: [
    t('Think of something you judge yourself for.', 'Tänk på något du dömer dig själv för.'),
    t('Think of a friend with the same worry.', 'Tänk på en vän med samma bekymmer.'),
    t('Write what you would say to them. Write it to you.', 'Skriv vad du hade sagt till vännen. Skriv det till dig.'),
    t('Read it aloud, slowly.', 'Läs det högt, långsamt.'),
  ],
  example: t(
    '“Dear Lou. You shouted at the kids, and you were worn out. You said sorry. Most parents know that night. Rest now.”',
    '”Kära Lou. Du skrek på barnen, och du var slut. Du sa förlåt. De flesta föräldrar känner till den kvällen. Vila nu.”',
  ),
  easier: { text: t('Write one kind line.', 'Skriv en snäll rad.') },
  harder: { text: t('Read the letter every night for a week.', 'Läs brevet varje kväll i en vecka.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t(
      'May be recorded in the person’s own voice and listened to.',
      'Kan spelas in med egen röst och lyssnas på.',
    ),
  },
  sources: [
    {
      citation:
        'Shapira LB, Mongrain M. The benefits of self-compassion and optimism exercises for individuals vulnerable to depression. The Journal of Positive Psychology. 2010;5(5):377–389.',
    },
    {
      citation:
        'Neff KD, Germer CK. A pilot study and randomized controlled trial of the mindful self-compassion program. Journal of Clinical Psychology. 2013;69(1):28–44.',
    },
  ],
  fields: [
    { id: 'about', kind: 'text', lines: 2, label: t('What do you judge yourself for?', 'Vad dömer du dig själv för?') },
    { id: 'letter', kind: 'note', required: true, lines: 12, label: t('Dear me', 'Kära jag') },
    helped,
  ],
});
