/** JSX takes a parser of its own: in plain TypeScript `<T>` may be a type. */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      target: 'es2023',
      keepClassNames: true,
    },
    sourceMaps: 'inline',
  },
];

/** One configuration for every spec: TypeScript through SWC, native ES modules, libraries by their `source` entry. */
export default {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': swc(false),
    '^.+\\.tsx$': swc(true),
  },
  globalSetup: '<rootDir>/test/jest.postgres-setup.ts',
  globalTeardown: '<rootDir>/test/jest.postgres-teardown.ts',
  // Specs over real processes mostly wait: on few cores, let another spec work meanwhile.
  maxWorkers: '100%',
  // Module registries of native ES modules are never collected: a worker that has grown is replaced, or it spends its time collecting garbage.
  workerIdleMemoryLimit: '900MB',
  injectGlobals: false,
  // Generous: on a busy machine everything takes many times as long, and a spec that waits for ever still ends.
  testTimeout: 120_000,
};
