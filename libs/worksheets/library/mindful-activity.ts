import { helped, ours, SOURCES, t } from './authoring.ts';

export const mindfulActivity = ours({
  id: 'mindful-activity',
  title: t('One thing at a time', 'En sak i taget'),
  approach: ['mindfulness'],
  needs: ['stress', 'worry', 'low-mood'],
  goals: ['be-here-now', 'look-after-myself'],
  focus: 'experiential',
  medium: 'practice',
  mechanism: 'mindful-attention',
  minutes: 10,
  difficulty: 1,
  objective: t('Do one daily thing with your whole attention.', 'Gör en vardaglig sak med full uppmärksamhet.'),
  rationale: t(
    'Much of the day runs by itself while the mind is somewhere else. If you do one thing on purpose, you get a small rest from worry. It is also a way to notice what is nice.',
    'Mycket av dagen går av sig själv medan tankarna är någon annanstans. Gör du en sak med flit får du vila lite från oro. Det är också ett sätt att märka det som är skönt.',
  ),
  steps: [
    t('Choose one thing: tea, a shower, the dishes, a walk.', 'Välj en sak: te, en dusch, disken, en promenad.'),
    t('Put the phone in another room.', 'Lägg mobilen i ett annat rum.'),
    t('Notice what you see, hear, smell and feel.', 'Märk vad du ser, hör, luktar och känner.'),
    t(
      'When your mind drifts, come back. As often as it takes.',
      'När tankarna far iväg, kom tillbaka. Så ofta det behövs.',
    ),
  ],
  example: t(
    'Bo did the dishes. The water was hot. He thought of work four times, and came back four times.',
    'Bo diskade. Vattnet var varmt. Han tänkte på jobbet fyra gånger, och kom tillbaka fyra gånger.',
  ),
  easier: { text: t('Take three slow bites of a meal.', 'Ta tre långsamma tuggor av en måltid.') },
  harder: { text: t('Do it with a task you do not like.', 'Gör det med något du inte tycker om.') },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'translated'],
    notes: t('Works with any task that a person can do.', 'Går med vilken syssla som helst som personen kan göra.'),
  },
  sources: [SOURCES.kabatZinn, SOURCES.mbct],
  fields: [
    {
      id: 'times',
      kind: 'rows',
      required: true,
      label: t('What I did', 'Vad jag gjorde'),
      maxRows: 14,
      printRows: 5,
      columns: [
        { id: 'day', kind: 'date', label: t('Day', 'Dag') },
        { id: 'what', kind: 'text', lines: 1, label: t('What I did', 'Vad jag gjorde') },
        { id: 'minutes', kind: 'duration', label: t('Minutes', 'Minuter'), maxMinutes: 240 },
        { id: 'noticed', kind: 'text', lines: 1, label: t('What I noticed', 'Vad jag märkte') },
      ],
    },
    {
      id: 'minutes',
      kind: 'computed',
      label: t('Minutes in all', 'Minuter totalt'),
      value: { kind: 'sum', of: [{ field: 'times', column: 'minutes' }] },
    },
    helped,
  ],
});
