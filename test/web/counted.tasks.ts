import type { Locator, Page } from 'playwright-core';

/** What people do most, counted where it is done: taps on a phone, keys at a desk. Targets of the design stand beside them. */
export const COUNTED_AIMS = { thoughtRecord: 11, phq9: 12, rate: 3, assign: 8 } as const;

/** Answers of the one row of the five-column thought record, by column. */
export const THOUGHT = {
  situation: 'My brother did not call',
  emotion: 'Sad',
  intensity: 80,
  thought: 'I ruin things',
  alternative: 'He works nights',
  'intensity-after': 40,
} as const;

/** A finger that counts. */
class Taps {
  count = 0;

  constructor(private readonly page: Page) {}

  async on(place: string | Locator): Promise<void> {
    this.count += 1;
    await (typeof place === 'string' ? this.page.locator(place) : place).click();
  }

  async next(): Promise<void> {
    await this.on('.p-actions .p-wide');
  }
}

const saved = (page: Page): Promise<void> => page.getByRole('heading', { name: 'It is saved' }).waitFor();

/** From the day to “It is saved”; words are typed without a tap into each box. @returns taps */
export async function thoughtRecord(page: Page, onIntro: () => Promise<void> = async () => undefined): Promise<number> {
  const taps = new Taps(page);
  await taps.on('a[aria-label="Start: Thought record"]');
  await onIntro();
  await taps.on('.p-actions a');
  for (const [field, answer] of Object.entries(THOUGHT)) {
    await page.locator(`[data-field="record/0/${field}"]`).waitFor();
    if (typeof answer === 'number') await taps.on(`.ws-scale label:has([value="${answer}"])`);
    else {
      await page.locator(`[data-field="record/0/${field}"] textarea:focus`).waitFor();
      await page.keyboard.type(answer);
      await taps.next();
    }
  }
  await page.locator('.ws-rows').waitFor();
  await taps.next();
  await page.getByText('-40').waitFor();
  await taps.next();
  await saved(page);
  return taps.count;
}

/** From the day, where it comes first, to “It is saved”. @returns taps */
export async function phq9(page: Page, onLast: () => Promise<void> = async () => undefined): Promise<number> {
  const taps = new Taps(page);
  await taps.on('.p-first .p-button');
  await taps.on('.p-actions a');
  for (let item = 1; item <= 9; item += 1) {
    await page.locator(`[data-field="q${item}"]`).waitFor();
    await taps.on('.ws-card:nth-child(2)');
  }
  await onLast();
  await taps.next();
  await saved(page);
  return taps.count;
}

async function press(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

/** The first of the queue, open in front of a clinician. @returns keys */
export async function rate(page: Page): Promise<number> {
  await page.goto('/staff/review');
  await page.locator('.attempt').first().waitFor();
  const keys = await press(page, '3', '4', 'Enter');
  await page.getByText(/^Saved: Review of/).waitFor();
  return keys;
}

/** To the person at hand on the caseload, until the next session. @returns keys */
export async function assign(page: Page): Promise<number> {
  await page.goto('/staff/caseload');
  await page.locator('main h1').waitFor();
  await page.locator('.caseload tr[aria-current=true]').waitFor();
  let keys = await press(page, 'a');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  keys += await press(page, 's', 'l', 'e', 'e');
  await page.getByRole('option', { name: /^Sleep diary/ }).waitFor();
  keys += await press(page, 'Enter', 'Enter');
  await page.getByText(/^Saved: Sleep diary for/).waitFor();
  return keys;
}
