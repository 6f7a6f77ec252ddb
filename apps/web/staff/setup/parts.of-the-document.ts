/** Parts of the checklist that are written in the protocol document, and the fields of it that each shows. */
export const DOCUMENT_PARTS = {
  design: ['title', 'design', 'format'],
  sites: ['sites'],
  arms: ['arms'],
  schedule: ['schedule', 'instruments', 'retired', 'analysis'],
  homework: ['homework', 'adherenceDefinitions'],
  consent: ['consents'],
  rest: ['eligibility', 'checks'],
} as const;
export type DocumentPart = keyof typeof DOCUMENT_PARTS;

export interface Fault {
  readonly field: string;
  readonly problem: string;
}

/** What is wrong in a part; what belongs to none is told beside the whole document. */
export function faultsOf(part: DocumentPart, faults: readonly Fault[]): readonly Fault[] {
  const own = (field: string, fields: readonly string[]): boolean => fields.includes(field.split('.')[0] ?? '');
  const all: readonly string[] = Object.values(DOCUMENT_PARTS).flat();
  return faults.filter(({ field }) => own(field, DOCUMENT_PARTS[part]) || (part === 'rest' && !own(field, all)));
}
