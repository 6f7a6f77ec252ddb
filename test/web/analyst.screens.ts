import type { Screen } from './screen.ts';

const study = (name: string) => `localStorage.setItem('intersession.study', '${name}')`;
const step =
  (count: number): NonNullable<Screen['reach']> =>
  async (page) => {
    for (let at = 0; at < count; at += 1) await page.locator('.wizard-acts .button.main').click();
    if (count > 1) await page.locator('.risk[aria-busy=false]').first().waitFor();
  };

/** Screens of somebody who runs a study and answers for its data. */
export function coordinatorScreens(): readonly Screen[] {
  return [
    { name: 'data-ledger', address: '/staff/data' },
    {
      name: 'data-policy',
      address: '/staff/data',
      reach: (page) => page.getByRole('button', { name: /^Change/ }).click(),
    },
    { name: 'data-question', address: '/staff/data/new' },
    { name: 'data-tables', address: '/staff/data/new', reach: step(1) },
    { name: 'data-hide', address: '/staff/data/new', reach: step(2), main: true },
    { name: 'data-risk', address: '/staff/data/new', reach: step(3) },
    { name: 'data-take', address: '/staff/data/new', reach: step(4) },
    { name: 'data-keys', address: '/staff/data/keys' },
    {
      name: 'setup-checklist',
      address: '/staff/setup',
      reach: (page) => page.locator('.checklist').waitFor(),
      main: true,
    },
    { name: 'setup-history', address: '/staff/setup/history' },
  ];
}

/** Screens of whoever runs the server. */
export const OPERATOR_SCREENS: readonly Screen[] = [{ name: 'operator', address: '/staff/operator' }];

/** Chooses the study whose screens they are. */
export const DEMONSTRATION_TRIAL = study('demo');
