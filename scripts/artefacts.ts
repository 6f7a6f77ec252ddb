import { eventCataloguePage } from './event-catalogue.page.ts';

/** A committed file that is made from the code, so that a review sees what a change does to it. */
export interface Artefact {
  /** From the top of the repository. */
  readonly path: string;
  /** The whole content, the same for the same code. Prettier's form is given to it afterwards. */
  readonly text: () => string | Promise<string>;
}

/** Every generated file. `npm run generate` writes them; `npm run drift` fails when one of them differs. */
export const artefacts: readonly Artefact[] = [{ path: 'docs/event-catalogue.md', text: eventCataloguePage }];
