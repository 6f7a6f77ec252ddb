import { type AllocationScheme, type AllocationSequence, stratumOf } from './allocation.schema.ts';

/** What is wrong with a scheme or its sequence, and in which field. */
export interface AllocationProblem {
  readonly kind: 'unusable' | 'duplicate' | 'too-short';
  readonly field: string;
  readonly problem: string;
}

const unusable = (field: string, problem: string): AllocationProblem => ({ kind: 'unusable', field, problem });

/** @returns the first reason why arms could not be drawn by this; nothing when they can */
export function allocationProblem(
  scheme: AllocationScheme,
  sequence: AllocationSequence,
): AllocationProblem | undefined {
  return namesProblem(scheme) ?? strataProblem(scheme) ?? methodProblem(scheme, sequence);
}

/** More than a trial has participants for, and few enough to be listed. */
const MOST_STRATA = 1_000;

function strataProblem({ method, factors }: AllocationScheme): AllocationProblem | undefined {
  const strata = factors.reduce((product, { levels }) => product * levels.length, 1);
  if (method === 'minimisation' || strata <= MOST_STRATA) return undefined;
  return unusable('factors', `make ${strata} strata, and there may be ${MOST_STRATA}; minimisation has no such limit`);
}

function namesProblem({ arms, factors }: AllocationScheme): AllocationProblem | undefined {
  const arm = firstTwice(arms.map((one) => one.arm));
  if (arm !== undefined) return unusable(`arms.${arm}.arm`, 'is there twice');
  const factor = firstTwice(factors.map((one) => one.factor));
  if (factor !== undefined) return unusable(`factors.${factor}.factor`, 'is there twice');
  for (const [at, { levels }] of factors.entries()) {
    const level = firstTwice(levels);
    if (level !== undefined) return unusable(`factors.${at}.levels.${level}`, 'is there twice');
  }
  return undefined;
}

function methodProblem(scheme: AllocationScheme, sequence: AllocationSequence): AllocationProblem | undefined {
  const { method, arms } = scheme;
  if (method !== 'list' && sequence.list.length > 0) return unusable('list', `has no place in ${method}`);
  if (method !== 'permuted-blocks' && sequence.blockSizes.length > 0) {
    return unusable('blockSizes', `have no place in ${method}`);
  }
  if (method !== 'minimisation' && sequence.probability !== 1)
    return unusable('probability', `has no place in ${method}`);
  switch (method) {
    case 'permuted-blocks':
      return blocksProblem(scheme, sequence);
    case 'minimisation':
      return minimisationProblem(scheme, sequence);
    case 'list':
      return arms.some(({ ratio }) => ratio !== 1)
        ? unusable('arms', 'take their ratio from the list; give 1')
        : listProblem(scheme, sequence);
  }
}

function blocksProblem({ arms }: AllocationScheme, { blockSizes }: AllocationSequence): AllocationProblem | undefined {
  if (blockSizes.length === 0) return unusable('blockSizes', 'must name at least one size');
  const once = arms.reduce((sum, { ratio }) => sum + ratio, 0);
  const odd = blockSizes.findIndex((size) => size % once !== 0);
  if (odd >= 0) return unusable(`blockSizes.${odd}`, `must be a multiple of ${once}, the sum of the ratios`);
  const twice = firstTwice(blockSizes);
  return twice === undefined ? undefined : unusable(`blockSizes.${twice}`, 'is there twice');
}

function minimisationProblem(
  { arms }: AllocationScheme,
  { probability }: AllocationSequence,
): AllocationProblem | undefined {
  // Kuznetsova & Tymofyeyev (2012), Stat Med 31:701-723: minimisation to unequal ratios shifts the ratio along the trial.
  const unequal = arms.findIndex(({ ratio }) => ratio !== 1);
  if (unequal >= 0) return unusable(`arms.${unequal}.ratio`, 'must be 1: minimisation is for equal arms');
  if (probability <= 1 / arms.length) return unusable('probability', 'must be above that of each arm by chance alone');
  return probability < 1 ? undefined : unusable('probability', 'must be below 1: arms could be foretold');
}

function listProblem(scheme: AllocationScheme, { list }: AllocationSequence): AllocationProblem | undefined {
  const arms = new Set(scheme.arms.map(({ arm }) => arm));
  const unknown = list.findIndex(({ arm }) => !arms.has(arm));
  if (unknown >= 0) return unusable(`list.${unknown}.arm`, 'is not among the arms');
  const strata = new Set(strataOf(scheme));
  const elsewhere = list.findIndex((entry) => entry.participantId === undefined && !strata.has(entry.stratum ?? ''));
  if (elsewhere >= 0) return unusable(`list.${elsewhere}.stratum`, 'is not made of the levels of the factors');
  const place = firstTwice(list.map(({ stratum, number }) => `${stratum ?? ''} ${number}`));
  if (place !== undefined) return { kind: 'duplicate', field: `list.${place}.number`, problem: 'is there twice' };
  const people = list.map(({ participantId }, at) => participantId ?? `${at} of the list`);
  const person = firstTwice(people);
  if (person !== undefined) {
    return { kind: 'duplicate', field: `list.${person}.participantId`, problem: 'is there twice' };
  }
  if (list.length >= scheme.planned) return undefined;
  return { kind: 'too-short', field: 'list', problem: `has ${list.length} places for ${scheme.planned} participants` };
}

/** Every stratum there can be. */
export function strataOf(scheme: Pick<AllocationScheme, 'factors'>): readonly string[] {
  const combined = scheme.factors.reduce<readonly Readonly<Record<string, string>>[]>(
    (some, { factor, levels }) => some.flatMap((one) => levels.map((level) => ({ ...one, [factor]: level }))),
    [{}],
  );
  return combined.map((levels) => stratumOf(scheme, levels));
}

/** Place of the first item that was there before; nothing where all differ. */
function firstTwice(items: readonly (string | number)[]): number | undefined {
  const at = items.findIndex((item, place) => items.indexOf(item) < place);
  return at < 0 ? undefined : at;
}

/** The field in which a participant's levels do not fit the factors; nothing when they do. */
export function levelsProblem(
  { factors }: Pick<AllocationScheme, 'factors'>,
  levels: Readonly<Record<string, string>>,
): string | undefined {
  const odd = factors.find(({ factor, levels: known }) => !known.includes(levels[factor] ?? ''));
  if (odd !== undefined) return odd.factor;
  return Object.keys(levels).find((factor) => !factors.some((known) => known.factor === factor));
}
