import type { Actor } from '#domain';
import type { PlantedEffects } from './effects.ts';
import type { Random } from './random.ts';
import { type SimulatedAct, type SimulatedCommand, commandIdOf } from './simulated.command.ts';

/** Milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

export interface SimulatedPerson {
  readonly studyId: string;
  readonly participantId: string;
  readonly code: string;
  readonly siteId: string;
  readonly therapistId: string;
  /** Milliseconds since 1970. */
  readonly enrolledAt: number;
  readonly weeks: number;
}

type Teller = 'participant' | 'partner' | 'observer' | 'therapist';
type Told = Partial<Pick<SimulatedCommand, 'occurredPrecision' | 'source'>> & { readonly by?: Teller };

/** One person's part of the trial: turns what happens to them into commands with stable ids. */
export class Scene {
  constructor(
    readonly person: SimulatedPerson,
    readonly random: Random,
    readonly planted: PlantedEffects,
  ) {}

  /** Id of the command of that name, whether said yet or not. */
  commandId(name: string): string {
    return commandIdOf(this.person.studyId, `${this.person.code}/${name}`);
  }

  /** @param at When it happened, in milliseconds since 1970. */
  say(name: string, at: number, act: SimulatedAct, { by = 'therapist', ...told }: Told = {}): SimulatedCommand {
    return {
      ...act,
      commandId: this.commandId(name),
      actor: this.#actor(by),
      occurredAt: new Date(at).toISOString(),
      occurredPrecision: 'instant',
      source: 'web',
      ...told,
    };
  }

  /** A value drawn around `mean`, whole and on the 0–4 anchors. */
  zeroToFour(mean: number, sd = 0.8): number {
    return Math.min(4, Math.max(0, Math.round(this.random.normal(mean, sd))));
  }

  #actor(by: Teller): Actor {
    const { participantId, siteId, therapistId } = this.person;
    switch (by) {
      case 'participant':
        return { id: participantId, role: 'participant', siteId };
      case 'partner':
        return { id: `${participantId}:partner`, role: 'caregiver', siteId };
      case 'observer':
        return { id: `${siteId}-rater-1`, role: 'fidelity-rater', siteId };
      case 'therapist':
        return { id: therapistId, role: 'clinician', siteId };
    }
  }
}
