import { ours, SOURCES, t } from './authoring.ts';

export const strengthsList = ours({
  id: 'strengths-list',
  title: t('What I am good at', 'Det jag är bra på'),
  approach: ['journaling', 'humanistic'],
  needs: ['self-criticism', 'low-mood', 'low-self-esteem'],
  goals: ['be-kind-to-myself', 'know-myself'],
  focus: 'cognitive',
  medium: 'worksheet',
  mechanism: 'positive-self-view',
  minutes: 15,
  difficulty: 1,
  objective: t(
    'Name your strengths and use one in a new way.',
    'Sätt namn på dina styrkor och använd en på ett nytt sätt.',
  ),
  rationale: t(
    'It is easy to list our faults. Our strengths feel so normal that we look past them. Others often see them first. Using one on purpose can lift the week.',
    'Det är lätt att räkna upp sina fel. Styrkor känns så vanliga att vi ser förbi dem. Andra ser dem ofta först. Att använda en med flit kan lyfta veckan.',
  ),
  steps: [
    t('Mark the words that fit you, even a little.', 'Markera de ord som stämmer, även lite.'),
    t('Write one time when you used a strength.', 'Skriv om en gång då du använde en styrka.'),
    t('Ask one person what they value in you.', 'Fråga en person vad de uppskattar hos dig.'),
    t('Use one strength in a new way this week.', 'Använd en styrka på ett nytt sätt i veckan.'),
  ],
  example: t(
    'Rosa marked “fair” and “funny”. Her sister said: “You always come.” Rosa used “funny” at work and the talk got easier.',
    'Rosa markerade ”rättvis” och ”rolig”. Hennes syster sa: ”Du kommer alltid.” Rosa var rolig på jobbet och samtalet blev lättare.',
  ),
  easier: { text: t('Only mark the words.', 'Markera bara orden.') },
  harder: {
    text: t('Keep a log of it for a week.', 'För dagbok över det i en vecka.'),
    worksheet: 'good-about-me-log',
  },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'translated'],
    notes: t(
      'The list may be read aloud. A friend may help to mark.',
      'Listan kan läsas högt. En vän kan hjälpa till att markera.',
    ),
  },
  sources: [SOURCES.seligman],
  fields: [
    {
      id: 'strengths',
      kind: 'checklist',
      required: true,
      label: t('Which words fit you?', 'Vilka ord stämmer på dig?'),
      items: [
        { value: 'kind', label: t('Kind', 'Snäll') },
        { value: 'fair', label: t('Fair', 'Rättvis') },
        { value: 'brave', label: t('Brave', 'Modig') },
        { value: 'funny', label: t('Funny', 'Rolig') },
        { value: 'calm', label: t('Calm', 'Lugn') },
        { value: 'curious', label: t('Keen to learn', 'Nyfiken') },
        { value: 'handy', label: t('Good with my hands', 'Händig') },
        { value: 'true', label: t('True to my word', 'Pålitlig') },
        { value: 'tough', label: t('I keep going', 'Ger inte upp') },
        { value: 'listen', label: t('I listen well', 'Lyssnar bra') },
        { value: 'ideas', label: t('Full of ideas', 'Full av idéer') },
        { value: 'order', label: t('I keep things in order', 'Håller ordning') },
      ],
    },
    { id: 'time', kind: 'text', lines: 3, label: t('A time when you used one', 'En gång då du använde en') },
    { id: 'said', kind: 'text', lines: 2, label: t('What someone said', 'Vad någon sa') },
    { id: 'new-way', kind: 'text', lines: 2, label: t('A new way to use one', 'Ett nytt sätt att använda en') },
  ],
});
