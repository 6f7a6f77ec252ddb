/** A protocol document that is being written: it may lack anything, and the server says what. */
export type Draft = Readonly<Record<string, unknown>>;

export type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object, or nothing. */
export function readDraft(value: unknown): Draft | undefined {
  return isRow(value) ? value : undefined;
}

/** Reads JSON text. @returns nothing where it is no JSON object */
export function parseDraft(text: string): Draft | undefined {
  try {
    return readDraft(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A value by its dotted path; undefined where there is none. */
export function at(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRow(value) ? value[name] : undefined), row);
}

/** The same with another value there; undefined takes it away. */
export function put(row: Row, path: string, value: unknown): Row {
  const [name = '', ...rest] = path.split('.');
  const inner = row[name];
  const next = rest.length === 0 ? value : put(isRow(inner) ? inner : {}, rest.join('.'), value);
  const { [name]: _, ...others } = row;
  return next === undefined ? others : { ...others, [name]: next };
}

/** The rows of a list of the document; none where there is no list. */
export function rowsOf(draft: Draft, list: string): readonly Row[] {
  const rows = at(draft, list);
  return Array.isArray(rows) ? rows.filter(isRow) : [];
}

/** What a person reads of a value. */
export function wordOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordOf).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Instruments are those that are on the schedule: nobody has to list them twice. */
export function withInstruments(draft: Draft): Draft {
  const found = new Map<string, unknown>();
  for (const row of rowsOf(draft, 'schedule')) {
    const instrument = row['instrument'];
    if (isRow(instrument)) found.set(wordOf(instrument['instrumentId']), instrument);
  }
  for (const row of rowsOf(draft, 'instruments')) {
    const name = wordOf(row['instrumentId']);
    if (!found.has(name)) found.set(name, row);
  }
  return { ...draft, instruments: [...found.values()] };
}

/** Whether two documents say the same, whatever the order of their fields. */
export function sameDocument(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  const object = readDraft(value);
  if (object === undefined) return value;
  return Object.fromEntries(
    Object.entries(object)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
