// Generated from the operations of the web app by `npm run generate`; do not edit.

/** What browsers may ask: SHA-256 of an operation’s text, and the text. */
export const WEB_DOCUMENTS: Readonly<Record<string, string>> = {
  '107a995e90e91682008b2084f2dd54cce1e561b1961cc098326ca0ee7153f727':
    'query Me {\n  me {\n    kind\n    subjectId\n    roles\n    permissions\n  }\n}',
};
