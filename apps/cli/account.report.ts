interface Listed {
  readonly name: string | null;
  readonly kind: string;
  readonly subjectId: string;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
}

/** Accounts for people, one a line. */
export function accountTable(accounts: readonly Listed[]): string {
  const rows = accounts.map((one) => [
    one.name ?? '–',
    one.kind,
    one.subjectId,
    stateOf(one),
    one.createdAt.toISOString(),
  ]);
  const head = ['name', 'kind', 'subject', 'state', 'made'];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line), '', `${accounts.length} accounts.`].join('\n');
}

function stateOf({ disabled, hasPassword, hasSecondFactor }: Listed): string {
  if (disabled) return 'disabled';
  if (!hasPassword) return 'no password';
  return hasSecondFactor ? 'two factors' : 'password only';
}

/** What to hand to whoever is to choose a password. */
export function resetNotice(made: { readonly code: string; readonly expiresAt: Date }, publicUrl = ''): string {
  return [
    'Hand this to them by a way that only they can read. It counts once, until',
    `${made.expiresAt.toISOString()}, and is not shown again:`,
    '',
    `  ${publicUrl}/sign-in#reset=${made.code}`,
    ...(publicUrl === '' ? ['', '(below the address of this server)'] : []),
  ].join('\n');
}

export function keyNotice(made: { readonly key: string; readonly keyId: string; readonly expiresAt: Date }): string {
  return [
    `The key ${made.keyId}, until ${made.expiresAt.toISOString()}; it is not shown again:`,
    '',
    `  ${made.key}`,
  ].join('\n');
}
