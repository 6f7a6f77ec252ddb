import { styleText } from 'node:util';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE } from './demonstration/demonstration.people.ts';
import { DEMONSTRATION_KEY } from './sign-in/account-authentication.ts';

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
    ['Participants', paint('cyan', `${address}/`)],
    ['Staff', paint('cyan', `${address}/staff`)],
    ['GraphQL', paint('cyan', `${address}/graphql`)],
    ['Console', paint('cyan', `${address}/console`)],
    ['Data', where],
    ['Stop', 'Ctrl-C'],
  ];
  return [
    '',
    `  ${paint('bold', 'Intersession')} ${paint('dim', 'is running')}`,
    '',
    ...rows.map(([label, value]) => `  ${paint('dim', label.padEnd(14))}${value}`),
    ...(demonstration
      ? [
          '',
          `  ${paint('yellow', 'Demonstration:')} for this computer only, with a published key. Keep real data out.`,
          `  Sign in by name with the password ${paint('bold', DEMONSTRATION_PASSWORD)}; scripts send ${paint('bold', 'authorization: Bearer <name>')}.`,
          '',
          ...DEMONSTRATION_PEOPLE.map(({ name, about }) => `  ${paint('cyan', name.padEnd(24))}${paint('dim', about)}`),
          `  ${paint('cyan', DEMONSTRATION_KEY.padEnd(24))}${paint('dim', 'scripts only: may do everything')}`,
        ]
      : []),
    '',
  ].join('\n');
}
