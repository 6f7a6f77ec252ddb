/** Something a person does to get to a state of a screen; selectors are Playwright's. */
export type Step =
  | { readonly click: string }
  | { readonly fill: readonly [selector: string, text: string] }
  | { readonly press: string }
  /** Waits until it is to be seen. */
  | { readonly see: string }
  /** Without a network, from here on. */
  | { readonly offline: true };

/**
 * A screen in one state: what is looked at by axe in both themes and languages, photographed, and shown in no more places
 * than this list. Every screen and every state that looks different belongs on its app's list.
 */
export interface Screen {
  /** Of the file of its picture: `today`, `today-offline`. */
  readonly name: string;
  /** `/staff/caseload?sort=name`. */
  readonly address: string;
  /** A sign-in of the demonstration; nobody where it is left out. */
  readonly as?: string;
  /** What is to be seen once the screen is there. */
  readonly ready: string;
  /** From there to the state that is meant. */
  readonly steps?: readonly Step[];
  /** A main screen: its picture is in the README. */
  readonly main?: true;
}
