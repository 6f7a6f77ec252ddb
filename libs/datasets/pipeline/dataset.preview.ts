import { anonymity, type Column, HierarchyError } from '#deidentification';
import type { ReadSnapshot } from '#read-models';
import type { DatasetSpecification, Feature } from '../contract/dataset.format.ts';
import { featuresOf, kOfDataset } from '../specification/dataset.checks.ts';
import type { DatasetSources } from './dataset.sources.ts';
import { ExportRefused, type ExportStage } from './export.refused.ts';
import { flattenPeople, type LastDay } from './people.passage.ts';
import { decide, generalisedQuasi, type PersonDecision, personRelease } from './person.assessment.ts';

/** How many people can be told apart by what others may know of them. */
export interface StandingOut {
  /** People who look alike, at least. */
  readonly k: number;
  /** People whom nobody looks like. */
  readonly uniques: number;
  /** People whom fewer look like than the specification asks for. */
  readonly belowK: number;
}

/** What a quasi-identifier or feature of the course costs. */
export interface PreviewedColumn {
  /** `participants.age`; features of the course by their name. */
  readonly column: string;
  readonly hierarchy: string | null;
  readonly level: number;
  /** Levels that its hierarchy has. */
  readonly levels: number;
  /** Different values, before and after they are generalised. */
  readonly values: { readonly before: number; readonly after: number };
  /** Cells that would be suppressed; null where nothing would leave. */
  readonly suppressed: number | null;
}

export interface DatasetPreview {
  readonly people: number;
  /** k that the specification asks for. */
  readonly wanted: number;
  /** As it is recorded; null where it cannot be told, and `refusal` says why. */
  readonly before: StandingOut | null;
  /** Generalised, nothing suppressed yet. */
  readonly generalised: StandingOut | null;
  /** As it would leave; null where nothing would. */
  readonly after: StandingOut | null;
  readonly columns: readonly PreviewedColumn[];
  readonly features: readonly Feature[];
  /** Of the quasi-identifying cells, 0 to 1; null where nothing would leave. */
  readonly suppressedShare: number | null;
  readonly maxSuppressed: number;
  /** People whose rows by session would be withheld. */
  readonly withheldCourses: number | null;
  readonly refusal: {
    readonly stage: ExportStage;
    readonly reason: string;
    readonly problems: readonly string[];
  } | null;
}

/** What a preview needs beside a snapshot. */
export type PreviewSources = Pick<DatasetSources, 'openArms' | 'erasures'> & LastDay;

export interface PreviewRequest {
  readonly specification: DatasetSpecification;
  /** Rows are read from here, whatever index the specification names. The caller closes it. */
  readonly snapshot: ReadSnapshot;
  readonly sources: PreviewSources;
  readonly signal: AbortSignal;
}

/**
 * What an export would come to, without writing one: how many people stand out, what generalising and suppressing do about
 * it, and what that costs. Nothing is made or kept, also no release key. Releases that the recipient has are not looked
 * at: what both together show is assessed when it is made.
 * @throws what the signal was aborted with
 */
export async function previewDataset(request: PreviewRequest): Promise<DatasetPreview> {
  const { specification, snapshot, sources, signal } = request;
  const releaseKey = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(32));
  const erasures = await sources.erasures(specification.studyId);
  const unseen = unseenPreview(specification);
  try {
    const given = { ...sources, releaseKey };
    const { flat, people } = await flattenPeople({ snapshot, specification, sources: given, erasures, signal });
    const table = flat.table();
    const found = { ...unseen, people: people.length };
    const { raw, quasi } = generalisedQuasi(table, specification);
    const standing = (columns: readonly Column[]): StandingOut => standingOut(columns, people.length, specification);
    const seen = {
      ...{ ...found, before: standing(raw), generalised: standing(quasi) },
      columns: quasi.map((column, index) => previewed(column, raw[index] ?? column, specification)),
    };
    const decision = decidedOrRefusal(() => decide(table, specification));
    return 'refusal' in decision ? { ...seen, ...decision } : decided(seen, decision, standing);
  } catch (error) {
    return { ...unseen, ...refusalOf(error) };
  }
}

function unseenPreview(specification: DatasetSpecification): DatasetPreview {
  return {
    ...{ people: 0, wanted: kOfDataset(specification), before: null, generalised: null, after: null },
    ...{ columns: [], features: featuresOf(specification), suppressedShare: null },
    ...{ maxSuppressed: specification.model.maxSuppressed, withheldCourses: null, refusal: null },
  };
}

function standingOut(columns: readonly Column[], people: number, specification: DatasetSpecification): StandingOut {
  const { k, uniques, histogram } = anonymity(columns, specification.missing, people);
  const wanted = kOfDataset(specification);
  const below = histogram.filter(({ size }) => size < wanted);
  return { k, uniques, belowK: below.reduce((sum, { rows }) => sum + rows, 0) };
}

function previewed(quasi: Column, raw: Column, specification: DatasetSpecification): PreviewedColumn {
  const rule = personRelease(specification).columns[quasi.name];
  const { hierarchy, level } = rule?.role === 'quasi' ? rule : { hierarchy: undefined, level: 0 };
  const lines = hierarchy === undefined ? undefined : specification.hierarchies[hierarchy];
  return {
    ...{ column: quasi.name, hierarchy: hierarchy ?? null, level, suppressed: null },
    levels: (lines?.[0]?.length ?? 1) - 1,
    values: { before: raw.values.length, after: quasi.values.length },
  };
}

function decided(
  seen: DatasetPreview,
  { quasi, suppressed, withheld }: PersonDecision,
  standing: (columns: readonly Column[]) => StandingOut,
): DatasetPreview {
  const cells = seen.columns.length * seen.people;
  const taken = Object.values(suppressed).reduce((sum, count) => sum + count, 0);
  return {
    ...seen,
    after: standing(quasi),
    columns: seen.columns.map((column) => ({ ...column, suppressed: suppressed[column.column] ?? 0 })),
    suppressedShare: cells === 0 ? 0 : taken / cells,
    withheldCourses: withheld.filter(Boolean).length,
  };
}

function decidedOrRefusal(work: () => PersonDecision): PersonDecision | Pick<DatasetPreview, 'refusal'> {
  try {
    return work();
  } catch (error) {
    return refusalOf(error);
  }
}

/** @throws what is no refusal */
function refusalOf(error: unknown): { readonly refusal: NonNullable<DatasetPreview['refusal']> } {
  if (error instanceof ExportRefused) {
    const { stage, reason, problems } = error;
    return { refusal: { stage, reason, problems } };
  }
  if (error instanceof HierarchyError)
    return { refusal: { stage: 'generalise', reason: 'hierarchy', problems: [error.message] } };
  throw error;
}
