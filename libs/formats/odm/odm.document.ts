import type { DatasetDescription, DescribedTable, Variable } from '../description/dataset.description.ts';
import { type Batch, type Cell, checkBatch, FormatError } from '../file.column.ts';
import { columnsIn } from '../description/dataset.description.ts';
import { attributes, isXmlText, type Markup, markup } from '../markup/markup.ts';
import { AuditByRow, auditRecord, type OdmAuditEntry, type OdmClock } from './odm.audit.ts';
import { isRepeating, odmStudy, oids } from './odm.metadata.ts';

/** Rows of one table of the description, read from the start each time. */
export interface OdmTableRows {
  read(): AsyncIterable<Batch>;
  /** In the order of the rows. */
  audit?(): AsyncIterable<readonly OdmAuditEntry[]>;
}

export interface OdmOptions {
  /** Protocol and version. */
  readonly protocol: string;
  /** The day the data are of, ISO: no clock is asked. */
  readonly asOfDate: string;
  readonly software: { readonly name: string; readonly version: string };
  /** What numbers in `when` of audit entries count. */
  readonly clock: OdmClock;
  /** By name of table. */
  readonly rows: Readonly<Record<string, OdmTableRows>>;
}

const DESCRIPTION =
  'De-identified. A value that is absent is missing; IsNull with a flag says why. DateTimeStamp of audit records counts ' +
  'days, weeks or sessions from 1900-01-01, a nominal day, where no calendar date leaves: SourceID says which.';

/**
 * CDISC ODM 1.3.2: metadata in every language, administrative data without anybody's name, tables of people as clinical
 * data, others as reference data, audit records. In pieces: at most a batch is held. Values are those as of the index;
 * where rows have a history the file is transactional and each further entry is an `Update` that holds its audit record.
 * @throws FormatError naming the table or column whose text XML cannot hold, or a table without rows to read.
 */
export async function* odmDocument(dataset: DatasetDescription, options: OdmOptions): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const roles = await rolesOf(dataset, options);
  yield encoder.encode(head(dataset, options, roles).text);
  const [others, people] = [dataset.tables.filter(isReference), dataset.tables.filter((table) => !isReference(table))];
  for (const [element, tables] of [['ReferenceData', others] as const, ['ClinicalData', people] as const]) {
    if (tables.length === 0) continue;
    const refs = attributes({ StudyOID: oids.study(dataset.id), MetaDataVersionOID: oids.version });
    yield encoder.encode(`<${element}${refs.text}>\n`);
    for (const table of tables)
      for await (const piece of tableData(table, options, roles.length > 0)) yield encoder.encode(piece);
    yield encoder.encode(`</${element}>\n`);
  }
  yield encoder.encode('</ODM>\n');
}

const isReference = ({ subject }: DescribedTable): boolean => subject === undefined;

function rowsOf({ name }: DescribedTable, { rows }: OdmOptions): OdmTableRows {
  const found = rows[name];
  if (found === undefined) throw new FormatError(name, 'has no rows to read');
  return found;
}

async function rolesOf({ tables }: DatasetDescription, options: OdmOptions): Promise<string[]> {
  const roles = new Set<string>();
  for (const table of tables)
    for await (const entries of rowsOf(table, options).audit?.() ?? []) for (const { role } of entries) roles.add(role);
  return [...roles].sort();
}

function head(dataset: DatasetDescription, options: OdmOptions, roles: readonly string[]): Markup {
  const { id, version } = dataset;
  const { asOfDate, software, protocol } = options;
  const moment = `${asOfDate}T00:00:00Z`;
  const file = {
    xmlns: 'http://www.cdisc.org/ns/odm/v1.3',
    ODMVersion: '1.3.2',
    FileType: roles.length === 0 ? 'Snapshot' : 'Transactional',
    FileOID: `${id}.${version}`,
    CreationDateTime: moment,
    AsOfDateTime: moment,
    SourceSystem: software.name,
    SourceSystemVersion: software.version,
    Description: DESCRIPTION,
  };
  const effective = { StudyOID: oids.study(id), MetaDataVersionOID: oids.version, EffectiveDate: asOfDate };
  return markup`${XML}<ODM${attributes(file)}>
${odmStudy(dataset, protocol)}<AdminData${attributes({ StudyOID: oids.study(id) })}>${roles.map(
    (role) =>
      markup`<User${attributes({ OID: oids.user(role), UserType: 'Other' })}><DisplayName>${role}</DisplayName></User>`,
  )}<Location${attributes({ OID: oids.location, Name: 'All sites', LocationType: 'Other' })}><MetaDataVersionRef${attributes(effective)}/></Location></AdminData>
`;
}

const XML = markup`<?xml version="1.0" encoding="UTF-8"?>\n`;

/** Pieces of a table: rows of one person that follow each other share a `SubjectData`. */
async function* tableData(table: DescribedTable, options: OdmOptions, transactional: boolean): AsyncGenerator<string> {
  const rows = rowsOf(table, options);
  const history = new AuditByRow(rows.audit?.()[Symbol.asyncIterator]());
  const columns = columnsIn(table, 'en');
  const subject = table.columns.findIndex(({ name }) => name === table.subject);
  const items = table.columns.map((column) => itemWriter(table.name, column));
  let [row, person] = [0, undefined as string | undefined];
  for await (const batch of rows.read()) {
    checkBatch(columns, batch);
    let text = '';
    for (let at = 0; at < batch.rows; at += 1, row += 1) {
      const own = subject < 0 ? undefined : subjectOf(table, batch.columns[subject]?.[at] ?? null);
      if (own !== person) {
        text += (person === undefined ? '' : PERSON_END) + (own === undefined ? '' : personStart(table, own));
        person = own;
      }
      const values = items.map((item, column) => item(batch.columns[column]?.[at] ?? null)).join('');
      text += groups(table, row, values, await history.of(row), options.clock, transactional);
    }
    yield text;
  }
  if (person !== undefined) yield PERSON_END;
}

function subjectOf({ name, subject = '' }: DescribedTable, cell: Cell): string {
  if (cell === null || cell === '')
    throw new FormatError(`${name}.${subject}`, 'a row says of nobody that it is theirs');
  return String(cell);
}

const PERSON_END = '</FormData></StudyEventData></SubjectData>\n';

const personStart = ({ name }: DescribedTable, person: string): string =>
  `<SubjectData${attributes({ SubjectKey: person }).text}><StudyEventData${attributes({ StudyEventOID: oids.event }).text}><FormData${attributes({ FormOID: oids.form(name) }).text}>`;

/** The row as of the index, with the first entry of its history; then the other entries. */
function groups(
  { name, key, subject }: DescribedTable,
  row: number,
  values: string,
  entries: readonly OdmAuditEntry[],
  clock: OdmClock,
  transactional: boolean,
): string {
  const start = (change: 'Insert' | 'Update') =>
    `<ItemGroupData${
      attributes({
        ItemGroupOID: oids.group(name),
        ItemGroupRepeatKey: isRepeating({ key, subject }) ? row + 1 : undefined,
        TransactionType: transactional ? change : undefined,
      }).text
    }>`;
  const [first, ...others] = entries.map((entry) => auditRecord(entry, clock).text);
  const updates = others.map((record) => `${start('Update')}${record}</ItemGroupData>`);
  return `${start('Insert')}${first ?? ''}${values}</ItemGroupData>${updates.join('')}\n`;
}

/** Writes an `ItemData`: nothing for a missing value, a flag for a missing code. */
function itemWriter(table: string, variable: Variable): (cell: Cell) => string {
  const { name, type, missing = [], unit } = variable;
  const item = attributes({ ItemOID: oids.item(table, name) }).text;
  const list = attributes({ CodeListOID: oids.missing(table, name) }).text;
  const absent = new Map(
    missing.map(({ value }) => {
      const flag = `<Annotation SeqNum="1"><Flag><FlagValue${list}>${markup`${String(value)}`.text}</FlagValue></Flag></Annotation>`;
      return [String(value), `<ItemData${item} IsNull="Yes">${flag}</ItemData>`];
    }),
  );
  const end =
    unit === undefined
      ? '/>'
      : `>${markup`<MeasurementUnitRef${attributes({ MeasurementUnitOID: oids.unit(unit) })}/>`.text}</ItemData>`;
  return (cell) => {
    if (cell === null) return '';
    const text = String(cell);
    const known = absent.get(text);
    if (known !== undefined) return known;
    if (type === 'text' && !isXmlText(text)) throw new FormatError(`${table}.${name}`, 'a text that XML cannot hold');
    return `<ItemData${item}${attributes({ Value: text }).text}${end}`;
  };
}
