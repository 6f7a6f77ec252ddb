import {
  checkDescription,
  codebookCsv,
  codebookJson,
  codebookPage,
  dataPackage,
  type DatasetDescription,
  mainLanguage,
  odmDocument,
  type OdmClock,
  psychDsDescription,
  rScript,
  sasScript,
  spssScript,
  stataScript,
} from '#formats';
import type { ArchiveFile, DatasetRelease, DocumentWriter } from '../contract/archive.contract.ts';
import { instrumentDocument } from './instrument.document.ts';
import { describeRelease, textWidths } from './release.description.ts';
import { riskReportPage } from './risk-report/risk-report.page.ts';

/** A description that every document can be made from. @throws FormatError naming table and column. */
function described(release: DatasetRelease): DatasetDescription {
  const dataset = describeRelease(release);
  checkDescription(dataset);
  return dataset;
}

const encoder = new TextEncoder();
const textFile = (path: string, text: string): ArchiveFile => ({ path, bytes: encoder.encode(text) });

const codebook: DocumentWriter = {
  name: 'codebook',
  for: [],
  async write(release) {
    const dataset = described(release);
    return [
      textFile('codebook.csv', codebookCsv(dataset)),
      textFile('codebook.json', codebookJson(dataset)),
      ...dataset.languages.map((language) => textFile(`codebook.${language}.html`, codebookPage(dataset, language))),
    ];
  },
};

const descriptors: DocumentWriter = {
  name: 'datapackage',
  for: [],
  async write(release) {
    return [textFile('datapackage.json', dataPackage(described(release)))];
  },
};

const psychDs: DocumentWriter = {
  name: 'psych-ds',
  for: ['psych-ds'],
  async write(release) {
    return [textFile('dataset_description.json', psychDsDescription(described(release)))];
  },
};

/** R, Stata, SAS and SPSS, a script a table. */
const scripts: DocumentWriter = {
  name: 'scripts',
  for: [],
  async write(release) {
    const dataset = described(release);
    const files: ArchiveFile[] = [];
    for (const [index, table] of dataset.tables.entries()) {
      const rows = release.tables[index];
      const bytes = rows === undefined ? {} : await textWidths(rows);
      const source = { table, language: mainLanguage(dataset), bytes };
      files.push(
        textFile(`scripts/${table.name}.R`, rScript(source)),
        textFile(`scripts/${table.name}.do`, stataScript(source)),
        textFile(`scripts/${table.name}.sas`, sasScript(source)),
        textFile(`scripts/${table.name}.sps`, spssScript(source)),
      );
    }
    return files;
  },
};

const riskReport: DocumentWriter = {
  name: 'risk-report',
  for: [],
  async write(release) {
    return [textFile('risk-report.html', riskReportPage(release))];
  },
};

const CLOCKS = {
  'session-index': 'session',
  'study-week': 'week',
  'day-relative': 'day',
  'shift-and-truncate': 'day',
} as const satisfies Record<DatasetRelease['specification']['time']['mode'], OdmClock>;

const odm: DocumentWriter = {
  name: 'odm',
  for: ['odm'],
  async write(release) {
    const { specification, asOfDate, software, tables } = release;
    const rows = Object.fromEntries(tables.map((table) => [table.name, table]));
    const options = {
      protocol: specification.protocol,
      asOfDate,
      software,
      clock: CLOCKS[specification.time.mode],
      rows,
    };
    return [{ path: 'odm.xml', bytes: odmDocument(described(release), options) }];
  },
};

/** Everything that explains a data set, from its one description; in the order in which it is written. */
export const documentWriters: readonly DocumentWriter[] = [
  codebook,
  instrumentDocument,
  descriptors,
  psychDs,
  scripts,
  odm,
  riskReport,
];
