/** Where an export stopped. */
export const EXPORT_STAGES = [
  'specification',
  'select',
  'decrypt',
  'classify',
  'pseudonymise',
  'generalise',
  'assess',
  'write',
  'check-output',
  'join',
  'validate',
  'manifest',
] as const;
export type ExportStage = (typeof EXPORT_STAGES)[number];

/** Nothing left: an export is refused at a stage, and each problem names its column where it has one. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';

  constructor(
    readonly stage: ExportStage,
    readonly reason: string,
    readonly problems: readonly string[],
  ) {
    super(`refused at ${stage} (${reason}): ${problems.join('; ')}`);
  }
}

/** The export was cancelled while it ran; nothing was kept. */
export class ExportCancelled extends Error {
  override readonly name = 'ExportCancelled';
}

/** Somebody was erased while it ran: what had been written is gone, and it may be run again. */
export class ErasedMeanwhile extends Error {
  override readonly name = 'ErasedMeanwhile';

  constructor() {
    super('a participant was erased while the export ran: nothing of it was kept');
  }
}
