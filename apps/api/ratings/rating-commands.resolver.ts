import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a rating. */
export const RatingCommandsResolver = commandResolver('RatingCommandsResolver', {
  RecordRating: {
    allow: 'rating:write',
    does: 'Records a filled-in rating form.',
    takes: 'A filled-in rating form.',
    derives: 'ratingId',
  },
});
