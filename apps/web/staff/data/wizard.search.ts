/** The saved data set that a new version begins with. */
export interface WizardSearch {
  readonly from?: string;
}

/** Reads an address; what does not fit is left out. */
export function wizardSearch(search: Readonly<Record<string, unknown>>): WizardSearch {
  return typeof search['from'] === 'string' ? { from: search['from'] } : {};
}
