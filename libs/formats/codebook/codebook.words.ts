/** What a codebook says beside the words of the data. */
export interface CodebookWords {
  readonly codebook: string;
  readonly contents: string;
  readonly facts: string;
  readonly rows: (count: number) => string;
  readonly key: string;
  readonly file: string;
  readonly column: string;
  readonly meaning: string;
  readonly type: string;
  readonly values: string;
  readonly missing: string;
  readonly emptyCell: string;
  readonly computed: string;
  readonly source: string;
  readonly treatment: string;
  readonly wording: string;
  readonly fromTo: (least: number, most: number) => string;
  readonly types: Readonly<Record<'text' | 'integer' | 'number' | 'boolean' | 'date' | 'long', string>>;
}

const english: CodebookWords = {
  codebook: 'Codebook',
  contents: 'Tables',
  facts: 'What the data follow from',
  rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
  key: 'Rows are told apart by',
  file: 'File',
  column: 'Column',
  meaning: 'Meaning',
  type: 'Type',
  values: 'Values',
  missing: 'Missing codes',
  emptyCell: 'An empty cell means that there is no value.',
  computed: 'Computed',
  source: 'From',
  treatment: 'De-identification',
  wording: 'Asked as',
  fromTo: (least, most) => `${least} to ${most}`,
  types: {
    text: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    date: 'date',
    long: 'whole number of up to 64 bits',
  },
};

const swedish: CodebookWords = {
  codebook: 'Kodbok',
  contents: 'Tabeller',
  facts: 'Vad uppgifterna bygger på',
  rows: (count) => (count === 1 ? '1 rad' : `${count} rader`),
  key: 'Rader skiljs åt av',
  file: 'Fil',
  column: 'Kolumn',
  meaning: 'Betydelse',
  type: 'Typ',
  values: 'Värden',
  missing: 'Koder för saknade värden',
  emptyCell: 'En tom cell betyder att värde saknas.',
  computed: 'Beräknas',
  source: 'Från',
  treatment: 'Avidentifiering',
  wording: 'Fråga',
  fromTo: (least, most) => `${least} till ${most}`,
  types: {
    text: 'text',
    integer: 'heltal',
    number: 'tal',
    boolean: 'sant eller falskt',
    date: 'datum',
    long: 'heltal på upp till 64 bitar',
  },
};

/** In Swedish for Swedish, in English for every other language. */
export const codebookWords = (language: string): CodebookWords =>
  language === 'sv' || language.startsWith('sv-') ? swedish : english;
