/** What the renderings say themselves. A worksheet in a language without words of its own is framed in English. */
export interface Words {
  readonly minutes: (count: number) => string;
  readonly minutesUnit: string;
  readonly why: string;
  readonly how: string;
  readonly example: string;
  readonly easier: string;
  readonly harder: string;
  readonly notReviewed: string;
  readonly needed: string;
  readonly addRow: string;
  readonly removeRow: string;
  readonly row: (number: number) => string;
  readonly breathe: { readonly in: string; readonly hold: string; readonly out: string; readonly rest: string };
  readonly seconds: string;
  readonly start: string;
  readonly pause: string;
  readonly left: string;
  readonly undo: string;
  readonly clear: string;
  readonly colour: (number: number) => string;
  readonly drawHere: string;
  readonly describe: string;
  readonly describeNeeded: string;
  readonly addPhoto: string;
  readonly addAudio: string;
  readonly bringFile: string;
  readonly amounts: { readonly all: string; readonly part: string; readonly none: string };
  readonly pages: string;
  readonly open: string;
  readonly listen: string;
  readonly readAlong: string;
  readonly notAnswered: string;
  readonly notComputed: string;
  readonly practised: (minutes: string) => string;
  readonly drawing: string;
  readonly photo: string;
  readonly audio: string;
  readonly of: (value: number, max: number) => string;
  readonly back: string;
  readonly next: string;
  readonly finish: string;
  readonly step: (number: number, count: number) => string;
  readonly onlyIf: string;
  readonly date: string;
  readonly tickEach: string;
  readonly chooseMany: string;
  readonly workOut: string;
  readonly bring: string;
  readonly version: string;
  readonly contents: string;
  readonly workbook: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly answered: string;
}

const en: Words = {
  minutes: (count) => (count === 1 ? 'About 1 minute' : `About ${count} minutes`),
  minutesUnit: 'minutes',
  why: 'Why this may help',
  how: 'How to do it',
  example: 'An example',
  easier: 'If this feels like a lot',
  harder: 'If you want a next step',
  notReviewed: 'Not clinically reviewed',
  needed: 'needed',
  addRow: 'Add another',
  removeRow: 'Remove this one',
  row: (number) => `Number ${number}`,
  breathe: { in: 'Breathe in', hold: 'Hold', out: 'Breathe out', rest: 'Rest' },
  seconds: 'seconds',
  start: 'Start',
  pause: 'Pause',
  left: 'left',
  undo: 'Undo',
  clear: 'Clear',
  colour: (number) => `Colour ${number}`,
  drawHere: 'Draw here',
  describe: 'Or put it into words',
  describeNeeded: 'Put it into words too',
  addPhoto: 'Take or choose a photo',
  addAudio: 'Record or choose a sound',
  bringFile: 'On paper: stick a photo here, or draw it.',
  amounts: { all: 'All of it', part: 'Some of it', none: 'Not this time' },
  pages: 'Pages',
  open: 'Open',
  listen: 'Listen',
  readAlong: 'Read along',
  notAnswered: 'Not answered',
  notComputed: 'Cannot be worked out yet',
  practised: (minutes) => `${minutes} minutes practised`,
  drawing: 'A drawing',
  photo: 'Photo',
  audio: 'Sound',
  of: (value, max) => `${value} of ${max}`,
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  step: (number, count) => `${number} of ${count}`,
  onlyIf: 'Skip this unless',
  date: 'Date',
  tickEach: 'Mark one circle each time you practise.',
  chooseMany: 'Choose all that fit.',
  workOut: 'Work out',
  bring: 'Bring this page to your next session',
  version: 'version',
  contents: 'What is inside',
  workbook: 'Workbook',
  and: 'and',
  or: 'or',
  not: 'not',
  atLeast: 'at least',
  atMost: 'at most',
  answered: 'is filled in',
};

const sv: Words = {
  minutes: (count) => (count === 1 ? 'Ungefär 1 minut' : `Ungefär ${count} minuter`),
  minutesUnit: 'minuter',
  why: 'Varför det kan hjälpa',
  how: 'Så här gör du',
  example: 'Ett exempel',
  easier: 'Om det känns för mycket',
  harder: 'Om du vill ta nästa steg',
  notReviewed: 'Inte kliniskt granskat',
  needed: 'behövs',
  addRow: 'Lägg till en till',
  removeRow: 'Ta bort den här',
  row: (number) => `Nummer ${number}`,
  breathe: { in: 'Andas in', hold: 'Håll', out: 'Andas ut', rest: 'Vila' },
  seconds: 'sekunder',
  start: 'Starta',
  pause: 'Pausa',
  left: 'kvar',
  undo: 'Ångra',
  clear: 'Rensa',
  colour: (number) => `Färg ${number}`,
  drawHere: 'Rita här',
  describe: 'Eller beskriv med ord',
  describeNeeded: 'Beskriv också med ord',
  addPhoto: 'Ta eller välj ett foto',
  addAudio: 'Spela in eller välj ett ljud',
  bringFile: 'På papper: klistra in ett foto här, eller rita.',
  amounts: { all: 'Allt', part: 'En del', none: 'Inte den här gången' },
  pages: 'Sidor',
  open: 'Öppna',
  listen: 'Lyssna',
  readAlong: 'Läs med',
  notAnswered: 'Inte besvarat',
  notComputed: 'Kan inte räknas ut än',
  practised: (minutes) => `${minutes} minuters övning`,
  drawing: 'En teckning',
  photo: 'Foto',
  audio: 'Ljud',
  of: (value, max) => `${value} av ${max}`,
  back: 'Tillbaka',
  next: 'Nästa',
  finish: 'Klar',
  step: (number, count) => `${number} av ${count}`,
  onlyIf: 'Hoppa över om inte',
  date: 'Datum',
  tickEach: 'Markera en cirkel varje gång du övar.',
  chooseMany: 'Välj allt som stämmer.',
  workOut: 'Räkna ut',
  bring: 'Ta med sidan till nästa samtal',
  version: 'version',
  contents: 'Innehåll',
  workbook: 'Arbetsbok',
  and: 'och',
  or: 'eller',
  not: 'inte',
  atLeast: 'minst',
  atMost: 'högst',
  answered: 'är ifyllt',
};

const KNOWN: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['sv', sv],
]);

/** The languages that the renderings speak themselves. */
export const framedLanguages: readonly string[] = [...KNOWN.keys()];

export function wordsOf(language: string): Words {
  return KNOWN.get(language) ?? KNOWN.get(language.split('-')[0] ?? '') ?? en;
}
