import { styleText } from 'node:util';

export interface WelcomeFacts {
  /** For example `http://localhost:3000`. */
  readonly address: string;
  /** Folder or server of the data. */
  readonly where: string;
  readonly demonstration: boolean;
  /** Colours and line drawing. */
  readonly terminal: boolean;
}

/** What a person sees once the server is up: where to go, where the data are, how to stop. */
export function welcome({ address, where, demonstration, terminal }: WelcomeFacts): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) => (terminal ? styleText(format, text) : text);
  const rows: readonly (readonly [string, string])[] = [
    ['Home', paint('cyan', `${address}/`)],
    ['GraphQL', paint('cyan', `${address}/graphql`)],
    ['Data', where],
    ['Stop', 'Ctrl-C'],
  ];
  return [
    '',
    `  ${paint('bold', 'Intersession')} ${paint('dim', 'is running')}`,
    '',
    ...rows.map(([label, value]) => `  ${paint('dim', label.padEnd(9))}${value}`),
    ...(demonstration
      ? ['', `  ${paint('yellow', 'Demonstration:')} for this computer only, with a published key. Keep real data out.`]
      : []),
    '',
  ].join('\n');
}
