const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** A committed file that is made from the code, so that a review sees what a change does to it. */
export interface Artefact {
  /** From the top of the repository. */
  readonly path: string;
  /** The whole content, the same for the same code. Prettier's form is given to it afterwards. */
  readonly text: () => Promise<string>;
}

/**
 * Every generated file. `npm run generate` writes them; `npm run drift` fails when one of them differs. Each loads its code
 * when it is its turn, so that one that is broken does not hide the others.
 */
export const artefacts: readonly Artefact[] = [
  {
    path: 'schema.graphql',
    text: async () => (await import('../apps/api/graphql/schema-text.ts')).schemaText(),
  },
  {
    path: 'docs/event-catalogue.md',
    text: async () => (await import('./event-catalogue.page.ts')).eventCataloguePage(),
  },
  {
    path: 'docs/regulations.md',
    text: async () => (await import('./requirements.page.ts')).requirementsPage(),
  },
  {
    path: 'docs/configuration.md',
    text: async () => (await import('#platform')).configurationPage(),
  },
  {
    path: 'docs/access.md',
    text: async () => (await import('./access.page.ts')).accessPage(),
  },
  {
    path: 'docs/read-models.md',
    text: async () => (await import('./read-models.page.ts')).readModelsPage(),
  },
  {
    path: 'docs/homework-practices.md',
    text: async () => (await import('./homework-practices.page.ts')).homeworkPracticesPage(),
  },
  {
    path: 'docs/recovery.md',
    text: async () => (await import('./recovery.page.ts')).recoveryPage(),
  },
  {
    path: 'docs/images/recovery.svg',
    text: async () => (await import('./recovery.page.ts')).recoveryPicture(),
  },
  {
    path: 'libs/read-models/entities.snapshot.sql',
    text: async () => (await import('#read-models')).entitiesSnapshot(),
  },
  {
    path: 'docs/schemas/adherence-definition.schema.json',
    text: async () => json((await import('#adherence')).definitionJsonSchema()),
  },
  {
    path: 'docs/schemas/worksheet.schema.json',
    text: async () => json((await import('#worksheets')).worksheetJsonSchema()),
  },
  {
    path: 'docs/schemas/protocol.schema.json',
    text: async () => json((await import('#domain')).protocolJsonSchema()),
  },
  {
    path: 'docs/schemas/import-mapping.schema.json',
    text: async () => json((await import('#imports')).importMappingJsonSchema()),
  },
  {
    path: 'docs/schemas/release.schema.json',
    text: async () => json((await import('#deidentification')).releaseJsonSchema()),
  },
];
