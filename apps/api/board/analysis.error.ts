/** An analysis of outcomes is closed to the caller until lock. */
export class AnalysisClosed extends Error {
  override readonly name = 'AnalysisClosed';
  constructor(analysis: string) {
    super(
      `Analyses of ${analysis} are closed to the trial’s own team until the data are locked, unless the analysis plan opens them.`,
    );
  }
}
