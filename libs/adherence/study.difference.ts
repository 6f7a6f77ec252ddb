import { type Comparison, compare, type DecidingClause } from './comparison.ts';
import type { Verdict } from './condition.evaluation.ts';
import type { AdherenceDefinition } from './definition.schema.ts';
import { defined } from './definition.measures.ts';
import { unitOf } from './definition.units.ts';
import { counted, figure, verdictWords } from './explanation.words.ts';
import type { EvaluationOptions } from './facts.index.ts';
import type { AdherenceFacts } from './facts.schema.ts';
import { AdherenceFactsError } from './study-day.ts';

/** A person who is judged differently by the two definitions. */
export interface ChangedVerdict {
  readonly participantId: string;
  readonly a: Verdict | null;
  readonly b: Verdict | null;
  readonly deciding: readonly DecidingClause[];
  readonly text: string;
}

/** How many come out as one thing under A and as another (or the same) under B. */
export interface VerdictCount {
  readonly a: Verdict | null;
  readonly b: Verdict | null;
  readonly n: number;
}

/** A clause that decides, and whom. */
export interface DecidingGroup {
  readonly definition: 'a' | 'b';
  readonly path: string;
  readonly name: string | null;
  readonly counterpart: DecidingClause['counterpart'];
  readonly n: number;
  readonly participantIds: readonly string[];
}

/** Headline values, B − A, over those who have one under both. Null where the units differ: there is nothing to subtract. */
export interface ValueDifference {
  readonly unit: string;
  readonly n: number;
  readonly changed: number;
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** Two definitions over a study: who changes verdict, and why. */
export interface StudyDifference {
  readonly a: { readonly id: string; readonly version: number };
  readonly b: { readonly id: string; readonly version: number };
  readonly n: number;
  /** The whole cross table, the same verdicts included. */
  readonly verdicts: readonly VerdictCount[];
  readonly changed: readonly ChangedVerdict[];
  /** Largest first. One person may be decided by several clauses. */
  readonly byClause: readonly DecidingGroup[];
  readonly values: ValueDifference | null;
  /** People with a headline value under one definition only, and under neither. */
  readonly valueInOneOnly: number;
  readonly valueInNeither: number;
  readonly text: string;
}

/** Compares two definitions over a study whose facts arrive one person at a time. */
export class StudyDiff {
  private readonly seen = new Set<string>();
  private readonly verdicts = new Map<string, VerdictCount>();
  private readonly changed: ChangedVerdict[] = [];
  private readonly groups = new Map<string, { readonly clause: DecidingClause; readonly participantIds: string[] }>();
  private readonly differences: number[] = [];
  private valueInOneOnly = 0;
  private valueInNeither = 0;

  constructor(
    private readonly a: AdherenceDefinition,
    private readonly b: AdherenceDefinition,
    private readonly options: EvaluationOptions = {},
  ) {}

  /** @throws AdherenceFactsError when the facts cannot be read, or are of somebody who was counted already */
  add(facts: AdherenceFacts): void {
    const { participantId } = facts;
    if (this.seen.has(participantId)) throw new AdherenceFactsError('participantId', 'is there twice in the study');
    const comparison = compare(this.a, this.b, facts, this.options);
    this.seen.add(participantId);
    this.countVerdicts(comparison);
    this.countValues(comparison);
  }

  result(): StudyDifference {
    const of = ({ id, version }: AdherenceDefinition) => ({ id, version });
    const difference = {
      a: of(this.a),
      b: of(this.b),
      n: this.seen.size,
      verdicts: [...this.verdicts.values()],
      changed: [...this.changed],
      byClause: [...this.groups.values()]
        .map(({ clause: { definition, path, name, counterpart }, participantIds }) => ({
          definition,
          path,
          name,
          counterpart,
          n: participantIds.length,
          participantIds,
        }))
        .toSorted((one, other) => other.n - one.n),
      values: this.valueDifference(),
      valueInOneOnly: this.valueInOneOnly,
      valueInNeither: this.valueInNeither,
    };
    return { ...difference, text: differenceText(difference) };
  }

  private countVerdicts({ participantId, a, b, verdictsDiffer, deciding, text }: Comparison): void {
    const key = `${a.adherent}/${b.adherent}`;
    this.verdicts.set(key, { a: a.adherent, b: b.adherent, n: (this.verdicts.get(key)?.n ?? 0) + 1 });
    if (!verdictsDiffer) return;
    this.changed.push({ participantId, a: a.adherent, b: b.adherent, deciding, text });
    for (const clause of deciding) {
      const key = `${clause.definition} ${clause.path}`;
      const group = this.groups.get(key) ?? { clause, participantIds: [] };
      group.participantIds.push(participantId);
      this.groups.set(key, group);
    }
  }

  private countValues({ a, b }: Comparison): void {
    if (a.value !== null && b.value !== null) this.differences.push(b.value - a.value);
    else if (a.value === null && b.value === null) this.valueInNeither += 1;
    else this.valueInOneOnly += 1;
  }

  private valueDifference(): ValueDifference | null {
    const unit = headlineUnit(this.a);
    if (unit !== headlineUnit(this.b)) return null;
    const { differences } = this;
    const total = differences.reduce((sum, value) => sum + value, 0);
    const extreme = (of: (one: number, other: number) => number): number | null =>
      differences.length === 0 ? null : differences.reduce((one, other) => of(one, other));
    return {
      unit,
      n: differences.length,
      changed: differences.filter((value) => value !== 0).length,
      mean: differences.length === 0 ? null : total / differences.length,
      lowest: extreme(Math.min),
      highest: extreme(Math.max),
    };
  }
}

/**
 * Holds two definitions against each other over the people of a study.
 * @throws AdherenceFactsError when somebody's facts cannot be read, or somebody is there twice
 */
export function diffOverStudy(
  a: AdherenceDefinition,
  b: AdherenceDefinition,
  people: Iterable<AdherenceFacts>,
  options: EvaluationOptions = {},
): StudyDifference {
  const diff = new StudyDiff(a, b, options);
  for (const facts of people) diff.add(facts);
  return diff.result();
}

function headlineUnit(definition: AdherenceDefinition): string {
  return unitOf(definition, defined(definition.quantities, definition.value));
}

function differenceText({ a, b, n, verdicts, changed, byClause, values }: Omit<StudyDifference, 'text'>): string {
  const moved = verdicts
    .filter((pair) => pair.a !== pair.b)
    .map((pair) => `- ${pair.n} from ${verdictWords(pair.a)} to ${verdictWords(pair.b)}`);
  const clauses = byClause.map((group) => {
    const own = group.definition === 'a' ? a : b;
    const other = group.definition === 'a' ? b : a;
    const lacks =
      group.counterpart === 'absent' ? `${other.id} has no such clause` : `${other.id} asks for something else there`;
    return `- ${counted(group.n, 'people')}: the ${group.name ?? group.path} clause of ${own.id} (${lacks})`;
  });
  const shift =
    values === null
      ? 'The headline values are in different units and are not subtracted.'
      : `Headline values (${values.unit}) differ for ${values.changed} of ${values.n}${
          values.mean === null ? '' : `, by ${figure(values.mean)} on average (${b.id} minus ${a.id})`
        }.`;
  const head = `${a.id} (version ${a.version}) against ${b.id} (version ${b.version}): ${changed.length} of ${n} people change.`;
  return [head, ...moved, ...(clauses.length === 0 ? [] : ['What decides it:', ...clauses]), shift].join('\n');
}
