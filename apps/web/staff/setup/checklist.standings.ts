import { type Draft, rowsOf, sameDocument, wordOf } from './draft.ts';
import { DOCUMENT_PARTS, type DocumentPart, type Fault, faultsOf } from './parts.of-the-document.ts';
import type { SetUpStateQuery } from './setup.generated.ts';
import type { SetUpKey } from './setup.messages.ts';
import type { Post } from './staff.posts.ts';

export type Step = Extract<SetUpKey, `step.${string}`> extends `step.${infer Name}` ? Name : never;
/** `example`: as the example has it, and nobody has said that it is so here. */
export type Standing = 'done' | 'missing' | 'mend' | 'later' | 'example' | 'checking';

export const STEPS = [
  ...(['design', 'sites', 'arms', 'schedule', 'homework', 'consent', 'rest', 'publish', 'open'] as const),
  ...(['allocation', 'people', 'safety', 'dryRun', 'goLive'] as const),
] satisfies readonly Step[];

/** What the server knows of a study, as far as the checklist goes by it. */
type Known = Pick<SetUpStateQuery, 'watch'> & {
  readonly study: {
    readonly life: NonNullable<SetUpStateQuery['study']>['life'];
    readonly sites: { readonly nodes: readonly { readonly siteId: string }[] };
  } | null;
  readonly protocolAmendments: { readonly nodes: readonly { readonly protocol: unknown }[] };
  readonly allocation: { readonly scheme: object | null };
};

/** What is being written, beside what it began from. */
export interface Writing {
  readonly draft: Draft;
  readonly example: Draft;
  /** What the server says does not fit; undefined while it has not said. */
  readonly faults: readonly Fault[] | undefined;
  /** Posts that nobody holds; undefined while that is not known. */
  readonly vacant: readonly Post[] | undefined;
}

const doneIf = (is: boolean, otherwise: Standing = 'missing'): Standing => (is ? 'done' : otherwise);

/** What is done, by what the server knows. Nothing else is called done. */
export function standingsOf(known: Known, writing: Writing): Readonly<Record<Step, Standing>> {
  const { study, protocolAmendments, allocation, watch } = known;
  const { draft, vacant } = writing;
  const life = study?.life ?? 'UNDECLARED';
  const inForce = protocolAmendments.nodes[0]?.protocol ?? undefined;
  const open = (study?.sites.nodes ?? []).map(({ siteId }) => siteId);
  const wanted = rowsOf(draft, 'sites').map(({ siteId }) => wordOf(siteId));
  const part = (name: DocumentPart): Standing => partStanding(name, writing, inForce !== undefined);
  return {
    ...{ design: part('design'), sites: part('sites'), arms: part('arms'), schedule: part('schedule') },
    ...{ homework: part('homework'), consent: part('consent'), rest: part('rest') },
    publish: doneIf(inForce !== undefined && sameDocument(inForce, draft)),
    open: doneIf(wanted.length > 0 && wanted.every((site) => open.includes(site))),
    allocation: doneIf(rowsOf(draft, 'arms').length < 2 || allocation.scheme !== null),
    people: doneIf(vacant?.length === 0, 'later'),
    safety: doneIf(watch !== null && watch.rules.length > 0 && watch.rotaVersion !== null, 'later'),
    dryRun: doneIf(life === 'DRY_RUN' || life === 'LIVE' || life === 'CLOSED', 'later'),
    goLive: doneIf(life === 'LIVE' || life === 'CLOSED'),
  };
}

/** A part that fits is done once it has been changed here, or published: until then it is the example’s. */
function partStanding(name: DocumentPart, { draft, example, faults }: Writing, published: boolean): Standing {
  if (faults === undefined) return 'checking';
  if (faultsOf(name, faults).length > 0) return 'mend';
  const same = DOCUMENT_PARTS[name].every((field) => sameDocument(draft[field], example[field]));
  return same && !published ? 'example' : 'done';
}
