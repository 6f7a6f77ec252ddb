import type { Catalogue } from '../../language/messages.ts';

export const studyMessages: Catalogue<'title' | 'none' | 'noneText'> = {
  en: {
    title: 'Study',
    none: 'Nothing here yet',
    noneText: 'Questions about the study are answered over GraphQL, at /console.',
  },
  sv: { title: 'Studie', none: 'Inget här än', noneText: 'Frågor om studien besvaras över GraphQL, på /console.' },
};
