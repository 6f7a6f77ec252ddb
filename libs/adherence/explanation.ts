import type { ConditionResult, Verdict } from './condition.evaluation.ts';
import type { AdherenceDefinition } from './definition.schema.ts';
import { type Evaluation, type Working, workOut } from './definition.evaluation.ts';
import { entry } from './definition.units.ts';
import {
  boundsWords,
  counted,
  EXCLUSION_WORDS,
  figure,
  groupWords,
  metWords,
  momentWords,
  requirementWords,
  resultWords,
  verdictWords,
} from './explanation.words.ts';
import type { EvaluationOptions } from './facts.index.ts';
import type { AdherenceFacts } from './facts.schema.ts';
import { cutWords } from './intervals/interval.words.ts';
import { intervals } from './intervals/interval.sequence.ts';
import { quantityWords } from './quantity.words.ts';
import { resolveWindow } from './window.resolver.ts';

/** One thing to read. `path` names the part of the definition it speaks of; `depth` is for indenting clauses. */
export interface ExplanationLine {
  readonly kind: 'anchor' | 'observation' | 'quantity' | 'left-out' | 'clause' | 'verdict';
  readonly path: string | null;
  readonly depth: number;
  readonly text: string;
  /** For clauses and the verdict. */
  readonly met: Verdict | null;
}

/** Why one participant is, or is not, adherent under one definition: the facts and the arithmetic, in plain English. */
export interface Explanation {
  readonly participantId: string;
  readonly definition: { readonly id: string; readonly version: number; readonly title: string };
  readonly evaluation: Evaluation;
  /** The whole story in one sentence. */
  readonly summary: string;
  readonly lines: readonly ExplanationLine[];
}

/** Explains one participant. Throws as `evaluate` does. */
export function explain(
  definition: AdherenceDefinition,
  facts: AdherenceFacts,
  options: EvaluationOptions = {},
): Explanation {
  return tell(workOut(definition, facts, options));
}

export function tell(working: Working): Explanation {
  const { definition, evaluation, indexed } = working;
  const { id, version, title } = definition;
  const { adherent } = evaluation;
  return {
    participantId: indexed.facts.participantId,
    definition: { id, version, title },
    evaluation,
    summary: summarise(working),
    lines: [
      ...anchorLines(working),
      observationLine(working),
      ...Object.keys(definition.quantities).flatMap((name) => quantityLines(working, name)),
      ...(working.condition === null ? [] : clauseLines(working, working.condition, 0)),
      { kind: 'verdict', path: 'adherent', depth: 0, text: `Verdict: ${verdictWords(adherent)}.`, met: adherent },
    ],
  };
}

/** The explanation as a block of text: the summary, then a line for each step. */
export function explanationText({ participantId, definition, summary, lines }: Explanation): string {
  const head = `Participant ${participantId} under “${definition.title}” (${definition.id}, version ${definition.version})`;
  return [head, summary, '', ...lines.map(({ depth, text }) => `${'  '.repeat(depth)}- ${text}`)].join('\n');
}

const STARTED = { 'first-attempt': 'Started', enrolment: 'Enrolled' } as const;

function summarise(working: Working): string {
  const { definition, condition, evaluation } = working;
  const start = startWords(working);
  const told = condition === null ? showQuantity(working, definition.value) : conditionWords(working, condition);
  const sentence = [start, told].filter((part) => part !== '').join('; ');
  const ending = condition === null ? '' : ` → ${verdictWords(evaluation.adherent)}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${ending}`;
}

/** `Started on 2020-08-21 11:33 UTC`, from the first window that has a day 0. */
function startWords({ definition, indexed }: Working): string {
  for (const window of Object.values(definition.windows)) {
    if (window.kind === 'record' || window.kind === 'intervals' || window.anchor === 'assignment') continue;
    const { anchor, neverStarted } = resolveWindow(window, indexed);
    if (anchor !== null) return `${STARTED[window.anchor]} on ${momentWords(anchor)}`;
    return neverStarted
      ? 'Never started'
      : `Day 0 is not known (no ${window.anchor === 'enrolment' ? 'time of enrolment' : 'timed attempt'})`;
  }
  return '';
}

/** A quantity with its bounds, without what is asked of it. */
export function showQuantity({ definition, measures, evaluation }: Working, name: string): string {
  const quantity = entry(definition.quantities, name);
  const measure = measures.get(name);
  const result = entry(evaluation.quantities, name);
  if (quantity === undefined || measure === undefined || result === undefined) return name;
  const window = 'window' in quantity ? (entry(definition.windows, quantity.window) ?? null) : null;
  const soFar = measure.settled ? '' : ' so far';
  const bounds = boundsWords(result);
  return `${quantityWords(name, quantity, window, measure)}${soFar}${bounds === '' ? '' : ` (${bounds})`}`;
}

/** A condition with its answer in one phrase. */
export function conditionWords(working: Working, result: ConditionResult): string {
  const { definition: condition, met, parts } = result;
  if ('quantity' in condition) {
    const unit = entry(working.evaluation.quantities, condition.quantity)?.unit ?? '';
    return `${showQuantity(working, condition.quantity)}, ${requirementWords(condition, unit)}: ${metWords(met)}`;
  }
  const inner = parts.map((part) => conditionWords(working, part));
  if (condition.kind === 'all') return inner.join('; ');
  if (condition.kind === 'not') return `not (${inner.join('')}): ${metWords(met)}`;
  return `${groupWords(result)} (${inner.join('; ')}): ${metWords(met)}`;
}

function anchorLines({ definition, indexed }: Working): ExplanationLine[] {
  const texts = Object.entries(definition.windows).flatMap(([name, window]) => {
    if (window.kind === 'record') return [];
    if (window.kind === 'intervals') return [{ name, text: cutWords(intervals(window, indexed.facts)) }];
    const measure =
      window.days === 'elapsed' ? 'a day is 24 hours from then' : "a day is a date on the participant's calendar";
    if (window.anchor === 'assignment') return [{ name, text: `Day 0 is when each assignment was made; ${measure}.` }];
    const { anchor, neverStarted } = resolveWindow(window, indexed);
    const event = window.anchor === 'enrolment' ? 'enrolment' : 'the first attempt';
    if (anchor !== null) return [{ name, text: `Day 0 is ${momentWords(anchor)}, ${event}; ${measure}.` }];
    return [
      {
        name,
        text: neverStarted
          ? 'There is no attempt, so there is no day 0.'
          : `The time of ${event} is not known, so there is no day 0.`,
      },
    ];
  });
  return texts
    .filter(({ text }, i) => texts.findIndex((other) => other.text === text) === i)
    .map(({ name, text }) => ({ kind: 'anchor', path: `windows.${name}`, depth: 0, text, met: null }));
}

function observationLine({ indexed }: Working): ExplanationLine {
  const { observedUntil, endedAt } = indexed.facts;
  const seen = observedUntil == null ? '' : `Observed until ${momentWords(observedUntil)}`;
  const text =
    seen === ''
      ? 'The record is taken as complete.'
      : !indexed.final
        ? `${seen}; what comes after is not known yet.`
        : endedAt != null && endedAt <= (observedUntil ?? '')
          ? `${seen}; the participant ended on ${momentWords(endedAt)}.`
          : `${seen} and judged on that alone.`;
  return { kind: 'observation', path: null, depth: 0, text, met: null };
}

function quantityLines(working: Working, name: string): ExplanationLine[] {
  const result = entry(working.evaluation.quantities, name);
  const path = `quantities.${name}`;
  const rate = result?.reportingRate ?? null;
  const reported = rate === null || rate === 1 ? '' : ` Reporting rate ${figure(rate)}.`;
  const lines: ExplanationLine[] = [
    { kind: 'quantity', path, depth: 0, text: `${name}: ${showQuantity(working, name)}.${reported}`, met: null },
  ];
  const measure = working.measures.get(name);
  const parts = [...(measure?.exclusions ?? [])].map(([reason, times]) => `${times} ${EXCLUSION_WORDS[reason]}`);
  if (parts.length > 0 && measure?.evidence.kind !== 'composition') {
    lines.push({ kind: 'left-out', path, depth: 1, text: `Left out or uncertain: ${parts.join('; ')}.`, met: null });
  }
  return lines;
}

function clauseLines(working: Working, result: ConditionResult, depth: number): ExplanationLine[] {
  const { definition: condition, met, parts, path } = result;
  if ('quantity' in condition) {
    const quantity = entry(working.evaluation.quantities, condition.quantity);
    const found = quantity === undefined ? '' : ` (${condition.quantity}: ${resultWords(quantity)})`;
    const text = `${upper(requirementWords(condition, quantity?.unit ?? ''))}${found}: ${metWords(met)}.`;
    return [{ kind: 'clause', path, depth, text, met }];
  }
  const text = `${upper(groupWords(result))}: ${metWords(met)} (${counted(parts.filter((part) => part.met === true).length, 'clauses')} met).`;
  return [
    { kind: 'clause', path, depth, text, met },
    ...parts.flatMap((part) => clauseLines(working, part, depth + 1)),
  ];
}

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
