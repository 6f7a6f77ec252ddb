import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'about'
  | 'whose'
  | 'by'
  | 'from'
  | 'to'
  | 'save'
  | 'said'
  | 'help'
  | 'backwards'
  | 'same'
  | 'hand'
  | 'covers'
  | 'coversNone'
  | 'now'
  | 'period'
  | 'end'
  | 'saidEnd'
  | 'endsToday'
  | 'callOff'
  | 'saidCallOff';

export const coverMessages: Catalogue<Key> = {
  en: {
    title: 'Cover a caseload',
    about:
      'While somebody is away, a colleague sees their people and answers their alerts. It begins and ends by itself.',
    whose: 'Whose caseload',
    by: 'Covered by',
    from: 'From',
    to: 'To, both days included',
    save: 'Hand over',
    said: '{by} covers for {whose}',
    help: 'Choose from the list, or write the id of a colleague with a post in this study.',
    backwards: 'The last day is before the first.',
    same: 'That is the same person.',
    hand: 'Hand over a caseload',
    covers: 'Covers now and to come',
    coversNone: 'Everybody looks after their own people. Hand a caseload over before somebody is away.',
    now: 'now',
    period: '{from} to {to}',
    end: 'End it with today',
    saidEnd: '{by} covers for {whose} until today',
    endsToday: 'ends with today',
    callOff: 'Call it off',
    saidCallOff: '{by} does not cover for {whose}',
  },
  sv: {
    title: 'Ersätt en kollega',
    about:
      'Medan någon är borta ser en kollega deras patienter och svarar på deras larm. Det börjar och slutar av sig självt.',
    whose: 'Vems patienter',
    by: 'Ersätts av',
    from: 'Från',
    to: 'Till och med',
    save: 'Lämna över',
    said: '{by} ersätter {whose}',
    help: 'Välj i listan, eller skriv id för en kollega med en post i studien.',
    backwards: 'Sista dagen ligger före den första.',
    same: 'Det är samma person.',
    hand: 'Lämna över patienter',
    covers: 'Ersättningar nu och framöver',
    coversNone: 'Alla har sina egna patienter. Lämna över innan någon är borta.',
    now: 'nu',
    period: '{from} till {to}',
    end: 'Avsluta med i dag',
    saidEnd: '{by} ersätter {whose} till och med i dag',
    endsToday: 'slutar i dag',
    callOff: 'Ställ in',
    saidCallOff: '{by} ersätter inte {whose}',
  },
};
