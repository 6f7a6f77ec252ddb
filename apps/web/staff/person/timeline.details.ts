/** Fields of an event that say at a glance what it is about; whatever else it holds is in the record itself. */
const TOLD = [
  'outcome',
  'state',
  'reason',
  'trigger',
  'grade',
  'risk',
  'attainment',
  'reviewed',
  'assigned',
  'modality',
  'occasion',
  'form',
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A few plain words of an event: “full”, “too-difficult”, a title where it may be read. */
export function detailOf(data: unknown): string {
  if (!isObject(data)) return '';
  const terms = isObject(data['terms']) ? data['terms'] : {};
  const titles = [data['title'], terms['title'], data['statement']];
  const title = titles.find((each): each is string => typeof each === 'string');
  const plain = TOLD.flatMap((field) => {
    const value = data[field];
    if (typeof value === 'string' || typeof value === 'number') return [String(value)];
    return isObject(value) && typeof value['formId'] === 'string' ? [value['formId']] : [];
  });
  return [...(title === undefined ? [] : [title]), ...plain].join(', ').replaceAll('-', ' ');
}
