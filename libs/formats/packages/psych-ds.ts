import { jsonText } from '../codebook/codebook.table.ts';
import { type DatasetDescription, mainLanguage, type Variable, wordsIn } from '../description/dataset.description.ts';

/** The version of Psych-DS that names and fields follow. */
export const PSYCH_DS = 'Psych-DS 0.4.0';

/**
 * `dataset_description.json` of Psych-DS: JSON-LD in the words of schema.org. Every column of every CSV file is a
 * `variableMeasured`; a name that several tables share stands there once, with what each of them says about it.
 */
export function psychDsDescription(dataset: DatasetDescription): string {
  const { id, title, description, version, keywords, languages, provenance, tables } = dataset;
  const language = mainLanguage(dataset);
  return jsonText({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: title,
    description,
    schemaVersion: PSYCH_DS,
    identifier: [id, ...Object.entries(provenance).map(([name, value]) => ({ '@type': 'PropertyValue', name, value }))],
    version,
    inLanguage: languages,
    ...(keywords === undefined || keywords.length === 0 ? {} : { keywords }),
    distribution: tables.map(({ file }) => ({
      '@type': 'DataDownload',
      contentUrl: file.path,
      encodingFormat: 'text/csv',
      ...(file.bytes === undefined ? {} : { contentSize: `${file.bytes} B` }),
      ...(file.sha256 === undefined ? {} : { sha256: file.sha256 }),
    })),
    variableMeasured: [...variablesByName(dataset)].map(([name, found]) => measured(name, found, language)),
  });
}

interface FoundVariable {
  readonly table: string;
  readonly variable: Variable;
}

function variablesByName({ tables }: DatasetDescription): Map<string, FoundVariable[]> {
  const found = new Map<string, FoundVariable[]>();
  for (const { name: table, columns } of tables)
    for (const variable of columns)
      found.set(variable.name, [...(found.get(variable.name) ?? []), { table, variable }]);
  return found;
}

function measured(name: string, found: readonly FoundVariable[], language: string) {
  const [first] = found;
  if (first === undefined) return { '@type': 'PropertyValue', name };
  const { unit, range, itemText, formula, source } = first.variable;
  const description = [...new Set(found.map(({ variable }) => wordsIn(variable.label, language)))].join(' / ');
  const valueReference = [...(first.variable.codes ?? []), ...(first.variable.missing ?? [])].map(
    ({ value, label }) => ({
      '@type': 'PropertyValue',
      value,
      description: wordsIn(label, language),
    }),
  );
  return {
    '@type': 'PropertyValue',
    name,
    description,
    ...(unit === undefined ? {} : { unitText: unit }),
    ...(range === undefined ? {} : { minValue: range.least, maxValue: range.most }),
    ...(itemText === undefined ? {} : { measurementTechnique: wordsIn(itemText, language) }),
    ...(formula === undefined ? {} : { measurementMethod: wordsIn(formula, language) }),
    ...(valueReference.length === 0 ? {} : { valueReference }),
    disambiguatingDescription: [
      `In ${found.map(({ table }) => table).join(', ')}`,
      ...(source === undefined ? [] : [`from ${source}`]),
    ].join('; '),
  };
}
