/**
 * A GraphQL operation that the server knows by its hash; its text stays at home. Written as `.graphql` beside the screen that
 * uses it, made into this by `npm run generate`.
 */
export interface Document<Result, Variables> {
  /** SHA-256 of the text, in hexadecimal. */
  readonly id: string;
  readonly name: string;
  /** Never there: they carry the types. */
  readonly shapes?: readonly [Result, Variables];
}

/** What a document needs: nothing where it has no variables. */
export type VariablesOf<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];
