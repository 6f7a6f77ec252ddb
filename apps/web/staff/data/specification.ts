/** What happens to a column, in the format of the server: a role, and what belongs to it. */
export type Rule = Readonly<Record<string, unknown>> & { readonly role: string };

export const TIME_MODES = ['session-index', 'study-week', 'day-relative', 'shift-and-truncate'] as const;
export type TimeMode = (typeof TIME_MODES)[number];

export const FORMATS = ['csv', 'sav', 'parquet', 'psych-ds', 'odm'] as const;
export type Format = (typeof FORMATS)[number];

/** A specification (`intersession.dataset/1`) as far as the wizard asks about it; the rest is carried along. */
export interface Specification {
  readonly [field: string]: unknown;
  readonly title: string;
  readonly purpose: string;
  readonly recipient: string;
  readonly releaseKeyId: string;
  readonly tier: 'controlled' | 'public';
  readonly index: number;
  readonly tables: Readonly<Record<string, { readonly columns: Readonly<Record<string, Rule>> }>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a rule of the server; one without a role drops the column. */
export function ruleOf(value: unknown): Rule {
  if (isRecord(value) && typeof value['role'] === 'string') return { ...value, role: value['role'] };
  return DROPPED;
}

export const DROPPED: Rule = { role: 'drop', reason: 'not needed' };

/** Reads a specification, as the server gives or somebody pastes it; nothing where it is no object. */
export function readSpecification(value: unknown): Specification | undefined {
  if (!isRecord(value)) return undefined;
  const tables = isRecord(value['tables']) ? value['tables'] : {};
  const read = Object.entries(tables).map(([name, table]) => {
    const columns = isRecord(table) && isRecord(table['columns']) ? table['columns'] : {};
    return [name, { columns: mapValues(columns, ruleOf) }] as const;
  });
  return {
    ...value,
    ...{ title: textOf(value['title']), purpose: textOf(value['purpose']), recipient: textOf(value['recipient']) },
    ...{ releaseKeyId: textOf(value['releaseKeyId']), tier: value['tier'] === 'public' ? 'public' : 'controlled' },
    index: typeof value['index'] === 'number' ? value['index'] : 0,
    tables: Object.fromEntries(read),
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
}

/** The k it asks for; its tier's where it says none. */
export function kOf({ model, tier }: Specification): number {
  const own = isRecord(model) ? model['k'] : undefined;
  return typeof own === 'number' ? own : tier === 'public' ? 11 : 5;
}

/** Another model: k, or the share that may be suppressed. */
export function withModel(specification: Specification, change: Readonly<Record<string, number>>): Specification {
  const { model } = specification;
  return { ...specification, model: { ...(isRecord(model) ? model : {}), ...change } };
}

/** The largest share of quasi-identifying cells that may be suppressed, 0 to 0.2. */
export function mostSuppressed({ model }: Specification): number {
  const own = isRecord(model) ? model['maxSuppressed'] : undefined;
  return typeof own === 'number' ? own : 0.05;
}

export function timeModeOf({ time }: Specification): TimeMode {
  const mode = isRecord(time) ? time['mode'] : undefined;
  return TIME_MODES.find((each) => each === mode) ?? 'study-week';
}

/** What is left of moments. Shifted dates move back by up to half a year. */
export function withTimeMode(specification: Specification, mode: TimeMode): Specification {
  return { ...specification, time: mode === 'shift-and-truncate' ? { mode, maxShiftDays: 182 } : { mode } };
}

export function formatsOf({ formats }: Specification): readonly Format[] {
  return Array.isArray(formats) ? FORMATS.filter((each) => formats.includes(each)) : ['csv'];
}

/** Another rule of a column. */
export function withRule(specification: Specification, table: string, column: string, rule: Rule): Specification {
  const columns = { ...specification.tables[table]?.columns, [column]: rule };
  return { ...specification, tables: { ...specification.tables, [table]: { columns } } };
}

/** A rule of a role with what it cannot be without; the proposed one where it has that role. */
export function ruleFor(role: string, proposed: Rule): Rule {
  if (role === proposed.role) return proposed;
  if (role === 'drop') return DROPPED;
  if (role === 'freetext') return { role, export: 'length' };
  if (role === 'pseudonym') return { role, unit: 'participant' };
  return { role };
}

/** What does not leave in any form. */
export function isDropped({ role }: Rule): boolean {
  return role === 'drop' || role === 'identifier';
}

/** An id from a title: lower case letters, digits and hyphens. */
export function idOf(title: string): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
