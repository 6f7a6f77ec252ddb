/**
 * JSON Schemas of what the specs ask of descriptors, written after the standards (datapackage.org 2.0; Psych-DS): those of
 * the standards themselves are not shipped. Stricter than these where our files are: every field has a type.
 */
const text = { type: 'string', minLength: 1 };
const labelled = (value: object) => ({
  type: 'array',
  minItems: 1,
  items: { type: 'object', required: ['value'], properties: { value, label: { type: 'string' } } },
});
const missingValues = {
  anyOf: [{ type: 'array', items: { type: 'string' } }, labelled({ type: 'string' })],
};
const field = (type: string, more: object = {}) => ({
  type: 'object',
  required: ['name', 'type'],
  properties: { name: text, type: { const: type }, title: text, description: text, missingValues, ...more },
});
const bounds = (type: string) => ({
  constraints: { type: 'object', properties: { minimum: { type }, maximum: { type } }, additionalProperties: false },
});
const keys = { type: 'array', minItems: 1, uniqueItems: true, items: text };

export const TABLE_SCHEMA = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          field('string', { categories: labelled({ type: 'string' }) }),
          field('integer', { categories: labelled({ type: 'integer' }), ...bounds('integer') }),
          field('number', bounds('number')),
          field('boolean', { trueValues: keys, falseValues: keys }),
          field('date'),
        ],
      },
    },
    missingValues,
    primaryKey: keys,
    foreignKeys: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: keys,
          reference: { type: 'object', required: ['resource', 'fields'], properties: { resource: text, fields: keys } },
        },
      },
    },
  },
};

export const DATA_PACKAGE_SCHEMA = {
  type: 'object',
  required: ['$schema', 'name', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
    title: text,
    description: { type: 'string' },
    version: text,
    keywords: { type: 'array', minItems: 1, items: text },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['$schema', 'name', 'path', 'type', 'schema'],
        properties: {
          $schema: { const: 'https://datapackage.org/profiles/2.0/dataresource.json' },
          name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
          type: { const: 'table' },
          path: { type: 'string', pattern: '^(?![./~])(?!.*\\.\\./)(?!.*\\\\)(?!.*://).+$' },
          mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
          bytes: { type: 'integer', minimum: 0 },
          hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$' },
          dialect: {
            type: 'object',
            properties: { delimiter: text, lineTerminator: text, doubleQuote: { type: 'boolean' } },
          },
          schema: TABLE_SCHEMA,
        },
      },
    },
  },
};

const propertyValue = {
  type: 'object',
  required: ['@type', 'name'],
  properties: {
    '@type': { const: 'PropertyValue' },
    name: text,
    description: { type: 'string' },
    unitText: text,
    minValue: { type: 'number' },
    maxValue: { type: 'number' },
    measurementTechnique: text,
    measurementMethod: text,
    disambiguatingDescription: text,
    valueReference: { type: 'array', items: { type: 'object', required: ['@type', 'value'] } },
  },
  additionalProperties: false,
};

/** Properties outside schema.org's Dataset are errors here. */
export const PSYCH_DS_SCHEMA = {
  type: 'object',
  required: ['@context', '@type', 'name', 'description', 'variableMeasured'],
  properties: {
    '@context': { const: 'https://schema.org/' },
    '@type': { const: 'Dataset' },
    name: text,
    description: { type: 'string' },
    schemaVersion: text,
    identifier: { type: 'array' },
    version: text,
    inLanguage: keys,
    keywords: keys,
    distribution: { type: 'array', items: { type: 'object', required: ['@type', 'contentUrl', 'encodingFormat'] } },
    variableMeasured: { type: 'array', minItems: 1, items: propertyValue },
  },
  additionalProperties: false,
};

/** Names of Psych-DS data files: keyword-value pairs, then `_data.csv`. */
export const PSYCH_DS_FILE = /^data\/(?:[a-z]+-[A-Za-z0-9]+)(?:_[a-z]+-[A-Za-z0-9]+)*_data\.csv$/;
