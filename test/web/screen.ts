import type { Page } from 'playwright-core';

/** A screen in one state: looked at by axe in both themes and languages, and photographed. */
export interface Screen {
  /** Of the file of its picture: `today`, `today-offline`. */
  readonly name: string;
  readonly address: string;
  /** From there to the state that is meant. */
  readonly reach?: (page: Page) => Promise<unknown>;
  /** A main screen: its picture is in the README. */
  readonly main?: true;
}
