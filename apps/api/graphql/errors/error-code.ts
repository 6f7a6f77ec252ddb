/** `NotActive` → `NOT_ACTIVE`: the domain’s names as GraphQL clients expect codes. */
export function codeOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
