import { z } from 'zod';
import { id, sealedPaths } from '#domain';

type Schema = z.core.JSONSchema.BaseSchema;

interface Field {
  /** Dotted; `[]` for the elements of a list, `{}` for the values of a map. */
  readonly path: string;
  readonly kind: string;
  readonly required: boolean;
}

const ID_PATTERN = z.toJSONSchema(id).pattern;
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'instant (UTC)',
  date: 'date',
  uuid: 'UUID',
};

/** Markdown table of the fields of a stored shape: path, kind, whether it may be absent, whether it is sealed. */
export function fieldTable(shape: z.ZodType): string {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  const sealed = new Set(sealedPaths(shape));
  const fields = fieldsOf(schema, '', true, sealed);
  if (fields.length === 0) return 'No fields.';
  const rows = fields.map(({ path, kind, required }) => {
    const notes = [...(required ? [] : ['may be absent']), ...(sealed.has(path) ? ['**sealed**'] : [])];
    return `| \`${path}\` | ${kind} | ${notes.join(', ')} |`;
  });
  return ['| field | holds | notes |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The schema itself and everything nested in it that has a name. */
function fieldsOf(schema: Schema, path: string, required: boolean, sealed: ReadonlySet<string>): Field[] {
  const own = (kind: string): Field[] => (path === '' ? [] : [{ path, kind, required }]);
  const options = optionsOf(schema);
  if (sealed.has(path)) return own(kindOf(options.at(-1) ?? schema));
  if (options.some(({ properties }) => properties !== undefined)) {
    return [...own(`one of ${options.length} forms`), ...options.flatMap((form) => insideOf(form, path, sealed))];
  }
  const element = elementOf(schema);
  if (element?.properties !== undefined) return [...own(kindOf(schema)), ...insideOf(element, `${path}[]`, sealed)];
  if (schema.properties !== undefined) return [...own('group'), ...insideOf(schema, path, sealed)];
  return own(kindOf(schema));
}

function insideOf(schema: Schema, path: string, sealed: ReadonlySet<string>): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const inside = path === '' ? name : `${path}.${name}`;
    return typeof inner === 'boolean' ? [] : fieldsOf(inner, inside, schema.required?.includes(name) ?? false, sealed);
  });
}

function optionsOf(schema: Schema): readonly Schema[] {
  return (schema.oneOf ?? schema.anyOf ?? []).filter((option) => typeof option !== 'boolean');
}

function elementOf({ items }: Schema): Schema | undefined {
  return typeof items === 'object' && !Array.isArray(items) ? items : undefined;
}

/** What a field holds, in words. */
function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(' · ');
  const options = optionsOf(schema);
  if (options.length > 0) return options.map(kindOf).join(', or ');
  if (schema.$ref !== undefined) return 'any JSON';
  const element = elementOf(schema);
  if (element !== undefined) return `list${bounds(schema.minItems, schema.maxItems)} of ${kindOf(element)}`;
  if (typeof schema.additionalProperties === 'object') return `map to ${kindOf(schema.additionalProperties)}`;
  return scalarOf(schema);
}

function scalarOf(schema: Schema): string {
  if (schema.pattern !== undefined && schema.pattern === ID_PATTERN) return 'id';
  const known = schema.format === undefined ? undefined : FORMATS[schema.format];
  if (known !== undefined) return known;
  if (schema.type === 'string') return `text${bounds(schema.minLength, schema.maxLength, ' characters')}`;
  if (schema.type === 'integer') return `whole number${bounds(schema.minimum, schema.maximum)}`;
  if (schema.type === 'number') return `number${bounds(schema.minimum, schema.maximum)}${above(schema)}`;
  if (schema.type === 'boolean') return 'true or false';
  return [schema.type ?? 'any JSON'].flat().join(' or ').replace('object', 'group');
}

function bounds(lowest: number | undefined, highest: number | undefined, unit = ''): string {
  const top = highest === Number.MAX_SAFE_INTEGER ? undefined : highest;
  if (lowest === undefined && top === undefined) return '';
  if (top === undefined) return ` (at least ${String(lowest)}${unit})`;
  return ` (${lowest === undefined ? 'up to ' : `${lowest} to `}${grouped(top)}${unit})`;
}

function above({ exclusiveMinimum }: Schema): string {
  return exclusiveMinimum === undefined ? '' : `, above ${exclusiveMinimum}`;
}

const grouped = (count: number) => count.toLocaleString('en-GB');
