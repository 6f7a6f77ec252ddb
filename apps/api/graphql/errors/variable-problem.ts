import type { FieldProblem } from '#domain';

const INVALID = /^Variable "\$([A-Za-z_]\w*)" got invalid value .*? at "([^"]+)"; (.*)$/s;
const INVALID_WHOLE = /^Variable "\$([A-Za-z_]\w*)" got invalid value .*?; (.*)$/s;
/** What a program would call a field; anything else may be somebody’s words. */
const PLAIN_NAME = /^[A-Za-z_]\w{0,39}$/;
const MISSING = /^Variable "\$([A-Za-z_]\w*)" of required type "([^"]+)" was not provided\.$/;

/** Reads what GraphQL says of a variable that does not fit its type, without the value it quotes. */
export function variableProblem(message: string): FieldProblem | undefined {
  const nested = INVALID.exec(message);
  if (nested !== null) return { field: nested[2] ?? '', problem: withoutValue(nested[3] ?? '') };
  const whole = INVALID_WHOLE.exec(message);
  if (whole !== null) return { field: whole[1] ?? '', problem: withoutValue(whole[2] ?? '') };
  const missing = MISSING.exec(message);
  return missing === null ? undefined : { field: missing[1] ?? '', problem: `is required (${missing[2] ?? ''})` };
}

/** Scalars and enums repeat what was sent, after a colon or in quotation marks. */
export function withoutValue(problem: string): string {
  const [kept = ''] = problem.split(/: (?=["'{[\d-]|true|false|null|Infinity|NaN)/);
  return kept
    .replace(/^Value "[^"]*"/s, 'This value')
    .replace(/^Field "(.*)" is not defined/s, (_, name: string) =>
      PLAIN_NAME.test(name) ? `there is no field ${name}` : 'there is a field that is not defined',
    )
    .replace(/ Did you mean .*$/s, '')
    .replace(/^Expected type "([^"]+)"\.?\s*/, 'expected $1; ')
    .trim()
    .slice(0, 300);
}
