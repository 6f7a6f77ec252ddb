import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { basename, dirname, relative, sep } from 'node:path';
import tseslint from 'typescript-eslint';

/** Names that say nothing: whatever is put there has a better home. */
const EMPTY_NAMES = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'base', 'misc'];

/** `subject.role.ts`: lower-case words joined by hyphens, roles by dots; no empty names, in folders neither. */
const fileName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      empty: '"{{word}}" says nothing about {{path}}: name the subject and the role (subject.role.ts).',
      form: '{{name}} is not of the form subject.role.ts (lower case, hyphens between words, dots between roles).',
    },
  },
  create(context) {
    return {
      Program(node) {
        const path = relative(context.cwd, context.filename);
        const name = basename(path);
        const words = [...dirname(path).split(sep), ...name.split('.')].flatMap((part) => part.split('-'));
        const word = words.find((candidate) => EMPTY_NAMES.includes(candidate.toLowerCase()));
        if (word !== undefined) context.report({ node, messageId: 'empty', data: { word, path } });
        if (!/^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name)) context.report({ node, messageId: 'form', data: { name } });
      },
    };
  },
};

const house = { rules: { 'file-name': fileName } };

/** Time, chance and the outside arrive as arguments. */
const IMPURE_GLOBALS = [
  'process',
  'console',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
];

const pure = {
  'no-restricted-globals': [
    'error',
    ...IMPURE_GLOBALS.map((name) => ({
      name,
      message: 'This code is pure: time, ids and the outside arrive as arguments.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'This code is pure: time arrives as an argument.' },
    { object: 'Math', property: 'random', message: 'This code is pure: chance arrives as an argument.' },
    { object: 'Temporal', property: 'Now', message: 'This code is pure: time arrives as an argument.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'This code is pure: time arrives as an argument.',
    },
  ],
};

/** What plain scripts find in Node; TypeScript knows its own. */
const NODE_GLOBALS = [
  ...IMPURE_GLOBALS,
  'AbortController',
  'AbortSignal',
  'clearInterval',
  'clearTimeout',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'bench/results/', '**/*.generated.ts'] },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house },
    rules: { 'house/file-name': 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true, 'ts-check': false },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // An adapter answers a port with promises whether or not it has to wait.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-else-return': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A story in one describe, a table of cases or a contract over every engine reads best in one piece.
    files: ['**/*.spec.ts', '**/*.specification.ts', '**/contract.ts', 'test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      // What is absent there fails the test at once.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: [
      'libs/{domain,adherence,instruments,worksheets,statistics,deidentification,formats,simulator}/**/*.ts',
      'libs/read-models/**/*.{projection,derivation}.ts',
    ],
    ignores: ['**/*.spec.ts', '**/*.specification.ts'],
    rules: pure,
  },
  {
    // Decisions and folds are written against unions; a cast there hides a missing case.
    files: ['**/*.{decider,upcast,projection,derivation,resolver,query}.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
);
