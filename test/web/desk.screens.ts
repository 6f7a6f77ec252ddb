import type { Page } from 'playwright-core';
import type { Screen } from './screen.ts';

/** A press of the first button of that name, in either language, and what it opens. */
const opened =
  (name: RegExp, shown = 'dialog') =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name }).first().click();
    await page.locator(shown).first().waitFor();
    await page.waitForLoadState('networkidle');
  };

async function assigning(page: Page): Promise<void> {
  await page.keyboard.press('a');
  await page.locator('.picker [role=option]').first().waitFor();
}

/** What lies over the screens of a clinician, or unfolds in them. @param person the address of somebody in treatment */
export function deskStates(person: string): readonly Screen[] {
  return [
    {
      ...{ name: 'staff-find', address: '/staff/alerts' },
      reach: (page) => page.keyboard.press('/').then(() => page.locator('.picker [role=option]').first().waitFor()),
    },
    { name: 'staff-assign', address: '/staff/caseload', reach: assigning },
    {
      ...{ name: 'staff-assign-terms', address: '/staff/caseload' },
      reach: async (page) => {
        await assigning(page);
        await page.keyboard.press('Enter');
        await page.locator('.terms').waitFor();
      },
    },
    { name: 'staff-adjust', address: person, reach: opened(/^(Adjust|Anpassa)$/) },
    { name: 'staff-code', address: person, reach: opened(/^(Sign-in code|Inloggningskod)$/) },
    { name: 'staff-concern', address: person, reach: opened(/^(Raise a concern|Anmäl oro)$/) },
    {
      ...{ name: 'staff-session-review', address: `${person}/session` },
      reach: opened(/^(Review and rate|Gå igenom och skatta)$/, '.rating'),
    },
  ];
}

/** What only those see who run a study. */
export const COORDINATOR_SCREENS: readonly Screen[] = [{ name: 'staff-cover', address: '/staff/cover' }];
