import { DEFAULT_PAGE, MAX_PAGE } from '#read-models';

/** What one request may ask for. Numbers that a reader of the documentation can rely on. */
export const LIMITS = {
  /** Bytes of a request’s body. */
  bodyBytes: 1_000_000,
  /** Lexical tokens of a document; bounds parsing and validation. */
  tokens: 4_000,
  /** Fields below one another. The deepest sensible query (study → participants → assignments → attempts → done) has 14. */
  depth: 18,
  /** Fields of one operation with every fragment written out. */
  fields: 2_000,
  /** Fields of an operation’s first level. */
  rootFields: 20,
  /** Fields under another name than their own, fragments written out. */
  aliases: 100,
  /** Estimated fields of the answer: pages count as full. */
  complexity: 100_000,
  /** Rows of a page, and what a page has when nobody says. */
  page: { largest: MAX_PAGE, usual: DEFAULT_PAGE },
  /** Elements of a list that a caller sends, where the domain does not say fewer. */
  list: 1_000,
  /** After which a request gets no further answer. */
  milliseconds: 20_000,
} as const;
