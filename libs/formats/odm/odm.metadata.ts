import {
  type DatasetDescription,
  type DescribedCode,
  type DescribedTable,
  type Variable,
  type Words,
  wordsIn,
} from '../description/dataset.description.ts';
import type { CellType } from '../file.column.ts';
import { attributes, type Markup, markup } from '../markup/markup.ts';

/** Names of things within an ODM file. */
export const oids = {
  study: (id: string) => `ST.${id}`,
  version: 'MDV.1',
  event: 'SE.DATASET',
  form: (table: string) => `F.${table}`,
  group: (table: string) => `IG.${table}`,
  item: (table: string, column: string) => `IT.${table}.${column}`,
  codes: (table: string, column: string) => `CL.${table}.${column}`,
  missing: (table: string, column: string) => `CLM.${table}.${column}`,
  method: (table: string, column: string) => `MT.${table}.${column}`,
  unit: (unit: string) => `MU.${unit}`,
  user: (role: string) => `U.${role}`,
  location: 'L.STUDY',
} as const;

const DATA_TYPES: Readonly<Record<CellType, string>> = {
  text: 'text',
  integer: 'integer',
  long: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
};
/** Code lists know fewer types than items. */
const CODE_TYPES: Readonly<Record<CellType, string>> = {
  ...DATA_TYPES,
  number: 'float',
  boolean: 'text',
  date: 'text',
};

/** One of each language, with English where a language has none. */
const translated = (words: Words, languages: readonly string[]): Markup[] =>
  languages.map(
    (language) =>
      markup`<TranslatedText${attributes({ 'xml:lang': language })}>${wordsIn(words, language)}</TranslatedText>`,
  );

/** The `Study` element: what the tables and columns mean, in every language of the data set. */
export function odmStudy(dataset: DatasetDescription, protocol: string): Markup {
  const { id, title, description, tables, languages } = dataset;
  const columns = tables.flatMap((table) => table.columns.map((column) => ({ table, column })));
  const units = [...new Set(columns.flatMap(({ column }) => (column.unit === undefined ? [] : [column.unit])))];
  const people = tables.filter(({ subject }) => subject !== undefined);
  return markup`<Study${attributes({ OID: oids.study(id) })}>
<GlobalVariables><StudyName>${title}</StudyName><StudyDescription>${description}</StudyDescription><ProtocolName>${protocol}</ProtocolName></GlobalVariables>
<BasicDefinitions>${units.map(
    (unit) =>
      markup`<MeasurementUnit${attributes({ OID: oids.unit(unit), Name: unit })}><Symbol>${translated({ en: unit }, ['en'])}</Symbol></MeasurementUnit>`,
  )}</BasicDefinitions>
<MetaDataVersion${attributes({ OID: oids.version, Name: `${title} ${dataset.version}` })}>
<Protocol><StudyEventRef${attributes({ StudyEventOID: oids.event, OrderNumber: 1, Mandatory: 'Yes' })}/></Protocol>
<StudyEventDef${attributes({ OID: oids.event, Name: title, Repeating: 'No', Type: 'Common' })}>${people.map(
    ({ name }, index) =>
      markup`<FormRef${attributes({ FormOID: oids.form(name), OrderNumber: index + 1, Mandatory: 'No' })}/>`,
  )}</StudyEventDef>
${people.map((table) => formDef(table, languages))}${tables.map((table) => itemGroupDef(table, languages))}${columns.map(
    ({ table, column }) => itemDef(table.name, column, languages),
  )}${columns.map(({ table, column }) => codeLists(table.name, column, languages))}${columns.map(({ table, column }) =>
    methodDef(table.name, column, languages),
  )}</MetaDataVersion>
</Study>
`;
}

function formDef({ name, title, grain }: DescribedTable, languages: readonly string[]): Markup {
  return markup`<FormDef${attributes({ OID: oids.form(name), Name: title.en, Repeating: 'No' })}><Description>${translated(grain, languages)}</Description><ItemGroupRef${attributes(
    { ItemGroupOID: oids.group(name), OrderNumber: 1, Mandatory: 'No' },
  )}/></FormDef>
`;
}

/** Whether a person has several rows, or the table is about nobody. */
export const isRepeating = ({
  key,
  subject,
}: {
  readonly key: readonly string[];
  readonly subject: string | undefined;
}) => subject === undefined || key.length !== 1 || key[0] !== subject;

function itemGroupDef({ name, title, grain, subject, columns, key }: DescribedTable, languages: readonly string[]) {
  const repeating = isRepeating({ key, subject }) ? 'Yes' : 'No';
  const isReference = subject === undefined ? 'Yes' : 'No';
  return markup`<ItemGroupDef${attributes({ OID: oids.group(name), Name: title.en, Repeating: repeating, IsReferenceData: isReference })}><Description>${translated(grain, languages)}</Description>${columns.map(
    (column, index) =>
      markup`<ItemRef${attributes({
        ItemOID: oids.item(name, column.name),
        OrderNumber: index + 1,
        Mandatory: 'No',
        KeySequence: key.includes(column.name) ? key.indexOf(column.name) + 1 : undefined,
        MethodOID: column.formula === undefined ? undefined : oids.method(name, column.name),
      })}/>`,
  )}</ItemGroupDef>
`;
}

function itemDef(table: string, variable: Variable, languages: readonly string[]): Markup {
  const { name, type, label, unit, codes = [], itemText, range, source, treatment } = variable;
  return markup`<ItemDef${attributes({ OID: oids.item(table, name), Name: name, DataType: DATA_TYPES[type] })}><Description>${translated(label, languages)}</Description>${
    itemText === undefined ? null : markup`<Question>${translated(itemText, languages)}</Question>`
  }${unit === undefined ? null : markup`<MeasurementUnitRef${attributes({ MeasurementUnitOID: oids.unit(unit) })}/>`}${
    range === undefined ? null : [check('GE', range.least), check('LE', range.most)]
  }${codes.length === 0 ? null : markup`<CodeListRef${attributes({ CodeListOID: oids.codes(table, name) })}/>`}${alias('source', source)}${alias('de-identification', treatment?.en)}</ItemDef>
`;
}

const check = (comparator: 'GE' | 'LE', value: number): Markup =>
  markup`<RangeCheck${attributes({ Comparator: comparator, SoftHard: 'Soft' })}><CheckValue>${value}</CheckValue></RangeCheck>`;

const alias = (context: string, name: string | undefined): Markup | null =>
  name === undefined ? null : markup`<Alias${attributes({ Context: context, Name: name })}/>`;

/** Codes in one list; missing codes, which are flags of values that are null, in another. */
function codeLists(table: string, { name, type, codes = [], missing = [] }: Variable, languages: readonly string[]) {
  const list = (oid: string, called: string, entries: readonly DescribedCode[]) =>
    entries.length === 0
      ? null
      : markup`<CodeList${attributes({ OID: oid, Name: called, DataType: CODE_TYPES[type] })}>${entries.map(
          ({ value, label }, index) =>
            markup`<CodeListItem${attributes({ CodedValue: value, OrderNumber: index + 1 })}><Decode>${translated(label, languages)}</Decode></CodeListItem>`,
        )}</CodeList>
`;
  return [
    list(oids.codes(table, name), `${table}.${name}`, codes),
    list(oids.missing(table, name), `${table}.${name}, why missing`, missing),
  ];
}

function methodDef(table: string, { name, formula }: Variable, languages: readonly string[]): Markup | null {
  if (formula === undefined) return null;
  return markup`<MethodDef${attributes({ OID: oids.method(table, name), Name: `${table}.${name}`, Type: 'Computation' })}><Description>${translated(formula, languages)}</Description></MethodDef>
`;
}
