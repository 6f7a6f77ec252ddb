import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'product'
  | 'clinic'
  | 'research'
  | 'caseload'
  | 'review'
  | 'alerts'
  | 'cover'
  | 'study'
  | 'setup'
  | 'data'
  | 'operator'
  | 'keys'
  | 'out'
  | 'language'
  | 'theme'
  | 'theme-device'
  | 'theme-light'
  | 'theme-dark'
  | 'skip'
  | 'menu'
  | 'chooseStudy'
  | 'loading'
  | 'again'
  | 'missing'
  | 'missingText'
  | 'home'
  | 'noStudy'
  | 'noStudyText'
  | 'close'
  | 'keysTitle'
  | 'keysOn'
  | 'keysOff'
  | 'keysSwitch'
  | 'find'
  | 'findPlace'
  | 'nothingFound'
  | 'go'
  | 'settings'
  | 'saved'
  | 'saving'
  | 'undo'
  | 'undoing'
  | 'undone'
  | 'unsent'
  | 'retry'
  | 'discard'
  | 'goCaseload'
  | 'goReview'
  | 'goAlerts'
  | 'sheet'
  | 'people'
  | 'places'
  | 'reconnecting'
  | 'signedInAs'
  | 'notAllowed'
  | 'notAllowedText'
  | 'discardSure'
  | 'kept';

export const shellMessages: Catalogue<Key> = {
  en: {
    product: 'Intersession',
    clinic: 'Clinic',
    research: 'Research',
    caseload: 'Caseload',
    review: 'Review',
    alerts: 'Alerts',
    cover: 'Cover',
    study: 'Study',
    setup: 'Set-up',
    data: 'Data sets',
    operator: 'Server',
    keys: 'Keys',
    out: 'Sign out',
    language: 'Language',
    theme: 'Colours',
    'theme-device': 'As the device',
    'theme-light': 'Light',
    'theme-dark': 'Dark',
    skip: 'Skip to content',
    menu: 'Menu',
    chooseStudy: 'Study',
    loading: 'Loading …',
    again: 'Try again',
    missing: 'There is no such page',
    missingText: 'The address may be mistyped, or what it showed may be out of your reach.',
    home: 'To the caseload',
    noStudy: 'You have no part in a study yet',
    noStudyText: 'A coordinator appoints you. Then this page shows your people.',
    close: 'Close',
    keysTitle: 'All keys',
    keysOn: 'Single keys are on.',
    keysOff: 'Single keys are off.',
    keysSwitch: 'Use single keys',
    find: 'Go to a person or a page',
    findPlace: 'Code or page',
    nothingFound: 'Nothing of that name.',
    go: 'Go to …',
    settings: 'Settings',
    saved: 'Saved: {what}',
    saving: 'Saving: {what}',
    undo: 'Undo',
    undoing: 'Taking back …',
    undone: 'Taken back: {what}',
    unsent: 'Not saved: {what}. {why}',
    retry: 'Send again',
    discard: 'Discard',
    goCaseload: 'Caseload',
    goReview: 'Review',
    goAlerts: 'Alerts',
    sheet: 'All keys',
    people: 'Person',
    places: 'Page',
    reconnecting: 'No live connection. What you see may be old; it comes back by itself.',
    signedInAs: 'Signed in as {name}',
    notAllowed: 'Not for your role',
    notAllowedText: 'Your role in this study does not include this page.',
    discardSure: 'Discard what was not saved?',
    kept: 'Not taken back: {what}. {why}',
  },
  sv: {
    product: 'Intersession',
    clinic: 'Klinik',
    research: 'Forskning',
    caseload: 'Patienter',
    review: 'Gå igenom',
    alerts: 'Larm',
    cover: 'Ersättare',
    study: 'Studie',
    setup: 'Uppsättning',
    data: 'Datamängder',
    operator: 'Server',
    keys: 'Tangenter',
    out: 'Logga ut',
    language: 'Språk',
    theme: 'Färger',
    'theme-device': 'Som enheten',
    'theme-light': 'Ljust',
    'theme-dark': 'Mörkt',
    skip: 'Till innehållet',
    menu: 'Meny',
    chooseStudy: 'Studie',
    loading: 'Laddar …',
    again: 'Försök igen',
    missing: 'Sidan finns inte',
    missingText: 'Adressen kan vara felskriven, eller så når du inte det den visade.',
    home: 'Till patienterna',
    noStudy: 'Du är inte med i någon studie än',
    noStudyText: 'En koordinator lägger till dig. Då visas dina patienter här.',
    close: 'Stäng',
    keysTitle: 'Alla tangenter',
    keysOn: 'Enkla tangenter är på.',
    keysOff: 'Enkla tangenter är av.',
    keysSwitch: 'Använd enkla tangenter',
    find: 'Gå till en person eller sida',
    findPlace: 'Kod eller sida',
    nothingFound: 'Inget med det namnet.',
    go: 'Gå till …',
    settings: 'Inställningar',
    saved: 'Sparat: {what}',
    saving: 'Sparar: {what}',
    undo: 'Ångra',
    undoing: 'Tar tillbaka …',
    undone: 'Taget tillbaka: {what}',
    unsent: 'Inte sparat: {what}. {why}',
    retry: 'Skicka igen',
    discard: 'Släng',
    goCaseload: 'Patienter',
    goReview: 'Gå igenom',
    goAlerts: 'Larm',
    sheet: 'Alla tangenter',
    people: 'Person',
    places: 'Sida',
    reconnecting: 'Ingen direktkontakt. Det du ser kan vara gammalt; kontakten kommer tillbaka av sig själv.',
    signedInAs: 'Inloggad som {name}',
    notAllowed: 'Inte för din roll',
    notAllowedText: 'Din roll i studien omfattar inte den här sidan.',
    discardSure: 'Slänga det som inte sparats?',
    kept: 'Inte tillbakataget: {what}. {why}',
  },
};
