/** De-identified data sets: from rows of the read models at a log index to archives that can be made again. */
export * from './dataset.contract.ts';
