import { commandResolver } from '../commands/command-resolver.factory.ts';
import { checkDataset } from './dataset.documents.ts';

/** Commands about what leaves a study. */
export const DatasetCommandsResolver = commandResolver('DatasetCommandsResolver', {
  SetReleasePolicy: {
    allow: 'dataset:approve',
    does: 'Says whether a second person approves every release of the study’s data.',
    takes: 'Who lets a release go, and why.',
  },
  SpecifyDataset: {
    allow: 'dataset:request',
    does: 'Saves the next version of a data set’s specification. Whoever is blind to arms cannot specify a data set that holds them.',
    takes: 'The next version of a specification, in the format intersession.dataset/1.',
    check: checkDataset,
  },
  RequestDataset: {
    allow: 'dataset:request',
    does: 'Asks for a data set as of a log index. The server makes it; `releases` says how far it is.',
    takes: 'The data set, its version and the log index.',
    derives: 'releaseId',
    omits: ['requestedBy'],
  },
  ApproveDataset: {
    allow: 'dataset:approve',
    does: 'Lets a release go ahead that waits for a second person.',
    takes: 'The release, and why it may go.',
    omits: ['approvedBy'],
  },
  CancelDataset: {
    allow: 'dataset:request',
    does: 'Gives up a release that is not made yet, also while it is being made.',
    takes: 'The release, and why.',
  },
  RecallDataset: {
    allow: 'dataset:approve',
    does: 'Says that a release is to be used no more. Its recipient has to be told.',
    takes: 'The release, and why.',
  },
});
