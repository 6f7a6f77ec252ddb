import type { AllocationScheme, AllocationSequence, Placed } from '#randomisation';
import { type Sealed, isErased } from '../kernel/sealed.ts';
import type { AllocationEvent } from './allocation.events.ts';

export interface AllocationState {
  /** None until a sequence is sealed. */
  readonly sealed: { readonly scheme: AllocationScheme; readonly sequence: Sealed<AllocationSequence> } | undefined;
  /** In the order of allocation. */
  readonly placed: readonly Placed[];
  readonly disclosed: boolean;
  /** Who was told whose arm. */
  readonly revealed: readonly string[];
}

/** Before anything is fixed. */
export const unallocated: AllocationState = { sealed: undefined, placed: [], disclosed: false, revealed: [] };

/** One person’s knowledge of one arm. */
export function revelation(told: { readonly participantId: string; readonly revealedTo: string }): string {
  return `${told.participantId} ${told.revealedTo}`;
}

/** Folds an allocation’s events into what its decisions need. */
export function evolveAllocation(state: AllocationState, event: AllocationEvent): AllocationState {
  switch (event.type) {
    case 'AllocationSequenceSealed': {
      const { method, arms, factors, planned, sequence } = event.data;
      return { ...state, sealed: { scheme: { method, arms, factors, planned }, sequence } };
    }
    case 'ParticipantAllocated': {
      const { participantId, levels, arm } = event.data;
      const placed = { participantId, levels, arm: isErased(arm) ? '' : arm };
      return { ...state, placed: [...state.placed, placed] };
    }
    case 'ParticipantUnblinded':
      return { ...state, revealed: [...state.revealed, revelation(event.data)] };
    case 'AllocationDisclosed':
      return { ...state, disclosed: true };
  }
}

/** Whether somebody has an arm. */
export function isPlaced({ placed }: AllocationState, participantId: string): boolean {
  return placed.some((other) => other.participantId === participantId);
}

/** @returns the field in which an event does not fit the allocation as it stands before it */
export function allocationMisfit(state: AllocationState, event: AllocationEvent): string | undefined {
  switch (event.type) {
    case 'AllocationSequenceSealed':
      return state.sealed === undefined && state.placed.length === 0 ? undefined : 'commitment';
    case 'ParticipantAllocated':
      if (isPlaced(state, event.data.participantId)) return 'participantId';
      if ((state.sealed === undefined) !== (event.data.origin === 'elsewhere')) return 'origin';
      return event.data.number === state.placed.length + 1 ? undefined : 'number';
    case 'ParticipantUnblinded':
      if (!isPlaced(state, event.data.participantId)) return 'participantId';
      return state.revealed.includes(revelation(event.data)) ? 'revealedTo' : undefined;
    case 'AllocationDisclosed':
      return state.sealed === undefined || state.disclosed ? 'sequence' : undefined;
  }
}
