import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to the allocation of a study. */
export const AllocationCommandsResolver = commandResolver('AllocationCommandsResolver', {
  SealAllocationSequence: {
    allow: 'allocation:write',
    does: 'Fixes how arms are allocated, before the first one: publishes a commitment and seals the sequence.',
    takes: 'A method with its arms and factors. Seed and nonce are drawn by the server.',
    omits: ['seed', 'nonce'],
  },
  AllocateParticipant: {
    allow: 'allocation:assign',
    does: 'Gives an enrolled participant the next arm of the sealed sequence. The receipt does not say which.',
    takes: 'An enrolled participant, with their level of every factor.',
  },
  RecordAllocation: {
    allow: 'allocation:write',
    does: 'Records an arm that was drawn elsewhere, for studies that seal no sequence here.',
    takes: 'An enrolled participant and the arm they were given elsewhere.',
  },
  UnblindParticipant: {
    allow: 'arm:unblind',
    does: 'Tells the caller a participant’s arm before the data are final, for a reason that stays on the record.',
    takes: 'A participant, and why the arm has to be known.',
    omits: ['revealedTo'],
  },
  DiscloseAllocation: {
    allow: 'allocation:write',
    does: 'Opens the sequence of a locked study, so that everybody can check the commitment and every arm.',
    takes: 'A study whose data are final.',
  },
});
