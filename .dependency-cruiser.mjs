/**
 * Who may import whom. The layout and the direction are described in docs/adr/0002-layout-and-direction.md;
 * test/architecture/boundaries.spec.ts plants one violation per rule and expects it to be caught by name.
 */

const SPEC = '\\.spec\\.ts$';
/** One suite that every engine passes; it may use the test runner, and other specs may use it. */
const CONTRACT = '/contract\\.ts$';
/** Words that specs share, such as given / when / then. */
const SPECIFICATION = '\\.specification\\.ts$';
const TESTING = [SPEC, CONTRACT, SPECIFICATION, '^test/', '^bench/'];

/** Built by Vite into files for the browser: their packages are bundled, their entries are named by HTML. */
const BROWSER = '^apps/(web|console)/';

/** The sides of worksheets that a browser carries: without the schemas and the library of the whole. */
const FILLING = '^libs/worksheets/(filling|paper)\\.ts$';

const DOMAIN = 'domain';
/** Pure: data in, data out. The browser may import these, and a reviewer can run them on paper. */
const PURE = [
  'calendar',
  'adherence',
  'instruments',
  'randomisation',
  'worksheets',
  'statistics',
  'deidentification',
  'formats',
  'safety',
  'reminders',
];
/** What a pure library may take from npm: no input or output, no clock. */
const PURE_PACKAGES = [
  'zod',
  'temporal-polyfill',
  'jstat',
  'ml-matrix',
  'canonicalize',
  '@noble/hashes',
  'perfect-freehand',
  'syllable',
  'hyparquet-writer',
];
/** What deciders may ask: rules that have to be the same at the decision and when it is checked years later. */
const ASKED_BY_DOMAIN = ['randomisation'];

/** Libraries that each library may import. A library that is not listed here has no place yet. */
const BELOW = {
  domain: ASKED_BY_DOMAIN,
  calendar: [],
  randomisation: [],
  statistics: [],
  instruments: [],
  formats: [],
  worksheets: ['instruments'],
  adherence: ['statistics', 'instruments'],
  deidentification: ['statistics', 'instruments'],
  safety: ['calendar'],
  reminders: ['calendar'],
  simulator: [DOMAIN, ...PURE],
  imports: [DOMAIN, ...PURE],
  'event-store': [DOMAIN, ...PURE],
  ledger: [DOMAIN, ...PURE, 'event-store'],
  'read-models': [DOMAIN, ...PURE, 'event-store', 'ledger'],
  datasets: [DOMAIN, ...PURE, 'event-store', 'ledger', 'read-models'],
  platform: [DOMAIN, ...PURE, 'event-store', 'ledger', 'read-models', 'datasets'],
  processes: [DOMAIN, ...PURE, 'event-store', 'ledger', 'read-models', 'datasets', 'platform'],
};

const oneOf = (names) => `(${names.join('|')})`;
const packages = (names) => `node_modules/(@types/)?${oneOf(names)}/`;

const direction = Object.entries(BELOW).map(([library, below]) => ({
  name: 'direction',
  comment: `${library} may import ${below.length === 0 ? 'no other library' : below.join(', ')}.`,
  severity: 'error',
  from: { path: `^libs/${library}/`, pathNot: TESTING },
  to: { path: '^libs/', pathNot: [library, ...below].map((name) => `^libs/${name}/`) },
}));

const purity = [
  {
    name: 'domain-is-pure',
    comment: `The domain imports nothing but zod, itself and ${ASKED_BY_DOMAIN.join(', ')}: no node:*, no clock, no random, no input or output.`,
    severity: 'error',
    from: { path: `^libs/${DOMAIN}/`, pathNot: TESTING },
    to: { pathNot: [`^libs/${oneOf([DOMAIN, ...ASKED_BY_DOMAIN])}/`, packages(['zod'])] },
  },
  {
    name: 'pure-libraries-stay-pure',
    comment: `Pure libraries take from npm only ${PURE_PACKAGES.join(', ')}, from Node nothing.`,
    severity: 'error',
    from: { path: `^libs/${oneOf(PURE)}/`, pathNot: TESTING },
    to: { pathNot: ['^libs/', '^apps/', packages(PURE_PACKAGES)] },
  },
  {
    name: 'simulator-follows-its-seed',
    comment: 'A simulated trial is the same for the same seed: nothing of the machine it runs on may reach it.',
    severity: 'error',
    from: { path: '^libs/simulator/', pathNot: TESTING },
    to: { dependencyTypes: ['core'] },
  },
];

const shape = [
  {
    name: 'every-library-has-a-place',
    comment: 'A new library says in BELOW what it may import.',
    severity: 'error',
    from: {},
    to: { path: '^libs/', pathNot: `^libs/${oneOf(Object.keys(BELOW))}/` },
  },
  {
    name: 'libraries-never-import-apps',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^apps/' },
  },
  {
    name: 'apps-never-meet',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'browser-takes-only-pure-libraries',
    severity: 'error',
    from: { path: BROWSER },
    to: { path: '^libs/', pathNot: `^libs/${oneOf([DOMAIN, ...PURE])}/` },
  },
  {
    name: 'browser-takes-only-pure-libraries',
    comment: 'Of the domain, types alone: its schemas would weigh more than the whole app of a participant.',
    severity: 'error',
    from: { path: BROWSER },
    to: { path: `^libs/${DOMAIN}/`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'one-public-face',
    comment: 'A library is entered by its index.ts. A spec may also take the contract of an engine.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
  },
  {
    name: 'one-public-face',
    comment: 'A library is entered by its index.ts. A spec may also take the contract of an engine.',
    severity: 'error',
    from: { path: '^(apps|scripts)/' },
    to: { path: '^libs/[^/]+/', pathNot: ['^libs/[^/]+/index\\.ts$', FILLING, `^libs/.*${CONTRACT}`] },
  },
  {
    name: 'one-public-face',
    comment:
      'Specs and benchmarks may also take the contract of an engine, and the words that a library’s own specs share.',
    severity: 'error',
    from: { path: '^(test|bench)/' },
    to: {
      path: '^libs/[^/]+/',
      pathNot: ['^libs/[^/]+/index\\.ts$', `^libs/.*${CONTRACT}`, `^libs/.*${SPECIFICATION}`],
    },
  },
  {
    name: 'libraries-by-name',
    comment: "Another library is imported as '#name', never by a path that climbs out of this one.",
    severity: 'error',
    from: { path: '^(libs/[^/]+|apps|test|bench|scripts)/' },
    to: { path: '^libs/[^/]+/index\\.ts$', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'own-index-is-for-others',
    comment:
      "A library's files import each other, not the library's public face: that is how circles begin. Specs may.",
    severity: 'error',
    from: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/index\\.ts$', SPEC] },
    to: { path: '^libs/$1/index\\.ts$' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
];

const dependencies = [
  {
    name: 'tests-are-not-imported',
    comment: 'What runs in production imports no spec, contract, test, bench or script.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: TESTING },
    to: { path: [...TESTING, '^scripts/'] },
  },
  {
    name: 'no-development-dependency-in-production',
    comment: 'Types alone may come from one: they are gone before production.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: [...TESTING, BROWSER] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'type-only'] },
  },
  {
    name: 'kurrentdb-in-one-place',
    comment: 'The client of KurrentDB and its protocol are spoken in one folder, so that its successor can replace it.',
    severity: 'error',
    from: { pathNot: ['^libs/event-store/kurrentdb', '^test/kurrentdb/', 'node_modules/'] },
    to: { path: packages(['@eventstore/db-client', '@grpc/grpc-js', 'google-protobuf']) },
  },
  {
    name: 'one-kurrentdb-client',
    comment: 'Its successor shares a global with it: never both in one process. See docs/adr/0026.',
    severity: 'error',
    from: { pathNot: 'node_modules/' },
    to: { path: '@kurrent/' },
  },
  {
    name: 'dependencies-are-declared',
    comment: 'Every package that is imported is in package.json.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'imports-resolve',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is dead.',
    severity: 'error',
    from: { orphan: true, path: '^(apps|libs)/', pathNot: [SPEC, BROWSER, '\\.d\\.ts$', '/(index|main)\\.ts$'] },
    to: {},
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...purity, ...direction, ...shape, ...dependencies],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^node_modules/\\.cache/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
