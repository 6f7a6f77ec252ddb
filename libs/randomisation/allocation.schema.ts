import { z } from 'zod';

/** Names of arms, factors and levels: they name a treatment or a group, never a person. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/, 'must be 1 to 120 letters, digits or . _ ~ : -');
const hex256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

/** How arms come about. Blocks are stratified when there are factors. */
export const allocationMethod = z.enum(['permuted-blocks', 'minimisation', 'list']);
export type AllocationMethod = z.infer<typeof allocationMethod>;

/** An arm, and how many of each so many are to be in it. */
export const allocationArm = z.strictObject({ arm: name, ratio: z.int().min(1).max(20) });

/** A characteristic that arms are balanced within, and the values it can have. */
export const allocationFactor = z.strictObject({ factor: name, levels: z.array(name).min(1).max(50) });

/** A place on an uploaded list, for whoever comes next in a stratum or for one participant. */
export const allocationListEntry = z.strictObject({
  number: z.int().min(1).max(100_000),
  /** Levels of the factors in their order, joined by `/`; left out where there are no factors. */
  stratum: z.string().max(600).optional(),
  participantId: name.optional(),
  arm: name,
});
export type AllocationListEntry = z.infer<typeof allocationListEntry>;

/** What everybody may know of an allocation. */
export const allocationScheme = z.strictObject({
  method: allocationMethod,
  arms: z.array(allocationArm).min(2).max(10),
  factors: z.array(allocationFactor).max(10),
  /** How many participants the study plans for. */
  planned: z.int().min(2).max(5_000),
});
export type AllocationScheme = z.infer<typeof allocationScheme>;

/** What nobody may know before the data are final: it gives away every arm. */
export const allocationSequence = z.strictObject({
  seed: hex256,
  nonce: hex256,
  /** Block sizes that are drawn from; none but for permuted blocks. */
  blockSizes: z.array(z.int().min(2).max(40)).max(5),
  /** With which the arm that balances best is taken; 1 but for minimisation. */
  probability: z.number().gt(0).max(1),
  /** None but for an uploaded list. */
  list: z.array(allocationListEntry).max(5_000),
});
export type AllocationSequence = z.infer<typeof allocationSequence>;

/** Factor → the participant's level. */
export const allocationLevels = z.record(name, name);
export type AllocationLevels = z.infer<typeof allocationLevels>;

/** The levels a participant has, in the order of the factors: those who share them are one stratum. */
export function stratumOf({ factors }: Pick<AllocationScheme, 'factors'>, levels: AllocationLevels): string {
  return factors.map(({ factor }) => levels[factor] ?? '').join('/');
}
