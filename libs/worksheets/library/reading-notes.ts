import { helped, ours, t } from './authoring.ts';

export const readingNotes = ours({
  id: 'reading-notes',
  title: t('Read and try', 'Läs och pröva'),
  approach: ['any'],
  needs: ['any'],
  goals: ['learn-more', 'feel-in-charge'],
  focus: 'mixed',
  medium: 'outside-resource',
  mechanism: 'psychoeducation',
  minutes: 30,
  difficulty: 1,
  objective: t('Read a few pages and try one thing from them.', 'Läs några sidor och pröva en sak från dem.'),
  rationale: t(
    'Good books hold the voices of many who have been there. Reading is a start. It helps most when you try one thing out.',
    'Bra böcker bär rösten från många som varit där. Att läsa är en början. Det hjälper mest när du prövar något.',
  ),
  steps: [
    t('Read the pages we agreed on.', 'Läs de sidor vi kom överens om.'),
    t('Mark a line that fits you, and one that does not.', 'Markera en rad som stämmer, och en som inte gör det.'),
    t('Try one thing this week.', 'Pröva en sak i veckan.'),
    t('Bring your questions.', 'Ta med dina frågor.'),
  ],
  example: t(
    'I read part of the pages on sleep. “Get up when you lie awake” fits me. I tried it on Monday.',
    'Jag läste en del av sidorna om sömn. ”Gå upp när du ligger vaken” stämmer på mig. Jag prövade i måndags.',
  ),
  easier: { text: t('Read two pages, or listen to them.', 'Läs två sidor, eller lyssna på dem.') },
  harder: { text: t('Tell a friend what you read.', 'Berätta för en vän vad du läst.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t(
      'Name the pages when you assign it. An audio book or a short talk may take the place of print.',
      'Ange sidorna när du ger uppgiften. En ljudbok eller ett kort föredrag kan ersätta tryck.',
    ),
  },
  sources: [
    {
      citation:
        'Marrs RW. A meta-analysis of bibliotherapy studies. American Journal of Community Psychology. 1995;23(6):843–870.',
    },
  ],
  fields: [
    {
      id: 'book',
      kind: 'resource',
      required: true,
      label: t('What to read', 'Att läsa'),
      hint: t('Your therapist may name another book.', 'Din terapeut kan välja en annan bok.'),
      citation: 'Greenberger D, Padesky CA. Mind Over Mood. 2nd ed. Guilford Press; 2016.',
      pages: '1–14',
    },
    { id: 'fits', kind: 'text', lines: 2, label: t('What fits you?', 'Vad stämmer på dig?') },
    { id: 'not', kind: 'text', lines: 2, label: t('What does not?', 'Vad stämmer inte?') },
    { id: 'tried', kind: 'text', lines: 2, label: t('What did you try?', 'Vad prövade du?') },
    { id: 'questions', kind: 'text', lines: 2, label: t('What do you want to ask?', 'Vad vill du fråga?') },
    helped,
  ],
});
