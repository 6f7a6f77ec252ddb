import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enterStage, type Stage, type Visit } from './stage.ts';

/**
 * A clinician's day, in the clinic of the demonstration: who comes next, what was sent, a session from last homework to
 * its log, homework assigned by a few keys, an alert, paper, and a colleague at work beside them.
 */

const STUDY = 'clinic';
const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(new Date());

interface Waiting {
  readonly assignmentId: string;
  readonly participantId: string;
  readonly code: string;
}

let stage: Stage;
let visit: Visit;
let page: Page;
const ask = <Data>(query: string) => stage.ask<Data>('demo-clinician', query);
const queue = async (): Promise<readonly Waiting[]> =>
  (
    await ask<{ reviewQueue: readonly Waiting[] }>(
      `{ reviewQueue(studyId: "${STUDY}", today: "${TODAY}") { assignmentId participantId code } }`,
    )
  ).reviewQueue;
/** Read models follow the log: what is expected comes to hold, or the last failure is told. */
async function comes(look: () => Promise<void>): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.waitForTimeout(200);
    }
  }
}

/** Keys that a task took: counted where they are pressed. */
const keys = async (...pressed: readonly string[]): Promise<number> => {
  for (const key of pressed) await page.keyboard.press(key);
  return pressed.length;
};
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const open = async (path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('main:has(h1):not(:has(.loading))').waitFor();
};

beforeAll(async () => {
  stage = await enterStage();
  visit = await stage.visit({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Stockholm' });
  page = visit.page;
}, 180_000);
afterAll(async () => {
  await visit.close();
  await stage.leave();
});

describe('signing in', () => {
  it('says what is wrong, and shows the caseload by next session once it is right', async () => {
    await page.goto('/staff');
    await page.getByLabel('Name', { exact: true }).fill('demo-clinician');
    await page.getByLabel('Password').fill('not it at all');
    await keys('Enter');
    await page.getByText('Name or password is wrong').waitFor();
    await page.getByLabel('Password').fill('demonstration');
    await keys('Enter');
    await heading('Caseload').waitFor();
    await page.locator('.caseload tbody th').first().waitFor();
    const codes = await page.locator('.caseload tbody th').allTextContents();
    type Person = { code: string; nextSession: { at: string } | null };
    const { caseload } = await ask<{ caseload: readonly Person[] }>(
      `{ caseload(studyId: "${STUDY}", today: "${TODAY}") { code nextSession { at } } }`,
    );
    const soonest = caseload
      .filter(({ nextSession }) => nextSession !== null)
      .sort(
        (one, other) => one.nextSession!.at.localeCompare(other.nextSession!.at) || one.code.localeCompare(other.code),
      );
    expect(codes.slice(0, soonest.length)).toEqual(soonest.map(({ code }) => code));
    expect(await page.locator('.strip').first().locator('li').count()).toBe(8);
    expect(visit.troubles.filter((line) => !line.includes('/sign-in/password'))).toEqual([]);
  });
});

describe('the review', () => {
  it('rates one submission with three keys, and takes it back with one', async () => {
    const before = await queue();
    const [first] = before;
    await open('/staff/review');
    await page.locator('.attempt').first().waitFor();
    expect(await keys('3', '4', 'Enter')).toBe(3);
    await page.getByText(/^Saved: Review of/).waitFor();
    const waiting = async () => (await queue()).map(({ assignmentId }) => assignmentId);
    await comes(async () => expect(await waiting()).not.toContain(first!.assignmentId));
    const rated = `{ reviews(studyId: "${STUDY}", filter: { assignmentIds: ["${first!.assignmentId}"] }) { nodes { helpfulness reviewerRole } }
      ratings(studyId: "${STUDY}", filter: { targetAssignmentIds: ["${first!.assignmentId}"] }) { nodes { raterRole items { item value } } } }`;
    const told = {
      reviews: { nodes: [{ helpfulness: 4, reviewerRole: 'THERAPIST' }] },
      ratings: { nodes: [{ raterRole: 'THERAPIST', items: [{ item: 'quantity', value: 3 }] }] },
    };
    await comes(async () => expect(await ask(rated)).toEqual(told));
    expect(await keys('u')).toBe(1);
    await page.getByText(/^Taken back: Review of/).waitFor();
    await comes(async () => expect(await waiting()).toContain(first!.assignmentId));
    await comes(async () => expect(await ask(rated)).toEqual({ reviews: { nodes: [] }, ratings: { nodes: [] } }));
  });

  it('sends feedback, and keeps it where the server is away', async () => {
    const [first] = await queue();
    await open('/staff/review');
    await page.locator('.attempt').first().waitFor();
    await keys('2', '3', 'f');
    await page.keyboard.type('You went on when it was hard.');
    await page.route('**/graphql', (route) => route.fulfill({ status: 503, body: 'away' }));
    await keys('Control+Enter');
    await page.getByText(/^Not saved: Review of/).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText(/^Saved: Review of/).waitFor();
    const given = `{ assignment(assignmentId: "${first!.assignmentId}") { feedback } }`;
    await comes(async () => expect(await ask(given)).toEqual({ assignment: { feedback: 1 } }));
  });
});

describe('assigning', () => {
  it('takes at most eight keys, with the next session as the date', async () => {
    await open('/staff/caseload');
    const code = await page.locator('.caseload tr[aria-current=true] th').textContent();
    let pressed = await keys('a');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    expect(await page.getByRole('dialog').getByRole('option').first().textContent()).toContain('one step harder');
    pressed += await keys('s', 'l', 'e', 'e');
    await page.getByRole('option', { name: /^Sleep diary/ }).waitFor();
    pressed += await keys('Enter', 'Enter');
    await page.getByText(`Saved: Sleep diary for ${code}`).waitFor();
    expect(pressed).toBeLessThanOrEqual(8);
    const assignmentsAsked = `{ assignments(studyId: "${STUDY}", first: 1, orderBy: { field: ASSIGNED_AT, direction: DESC }) { nodes {
        participantId status terms { title { text } due { kind } template { templateId } } } } }`;
    const expectedAssignments = {
      assignments: {
        nodes: [
          {
            ...{ participantId: `${STUDY}:${code}`, status: 'ACTIVE' },
            terms: {
              title: { text: 'Sleep diary' },
              due: { kind: 'NEXT_SESSION' },
              template: { templateId: 'sleep-diary' },
            },
          },
        ],
      },
    };
    await comes(async () => expect(await ask(assignmentsAsked)).toEqual(expectedAssignments));
    await keys('u');
    await page.getByText(`Taken back: Sleep diary for ${code}`).waitFor();
  });

  it('has keys that can be switched off', async () => {
    await open('/staff/caseload');
    await keys('?');
    const sheet = page.getByRole('dialog', { name: 'All keys' });
    await sheet.getByText('Go to a person or a page').waitFor();
    await sheet.getByRole('switch').click();
    await keys('Escape', 'a');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: /Keys/ }).click();
    await page.getByRole('switch').click();
    await keys('Escape', 'a');
    await page.getByRole('dialog', { name: /^Assign to/ }).waitFor();
    await keys('Escape');
  });
});

describe('one session', () => {
  it('goes from last homework to the next and is kept with what was and was not', async () => {
    const [person] = (await queue()).slice(-1);
    await open(`/staff/people/${person!.participantId}/session`);
    await page.getByRole('button', { name: 'Review and rate' }).first().click();
    await page.locator('.attempt, .rating').first().waitFor();
    await keys('4', '3', 'Enter');
    await page.getByText(/^Saved: Reviewed/).waitFor();
    await page.getByText('Last homework: gone through').waitFor();
    await page.getByLabel('No homework, because …').selectOption({ label: 'treatment is ending' });
    await page.getByLabel('Note on the homework').fill('Goes on with what helped.');
    await page.getByRole('button', { name: 'Keep the session' }).click();
    await page.getByText(/^Saved: Session/).waitFor();
    const sessionsAsked = `{ sessions(studyId: "${STUDY}", filter: { participantIds: ["${person!.participantId}"], state: [HELD] }, last: 1, orderBy: { field: OCCURRED_AT, direction: ASC }) {
        nodes { homeworkReviewed homeworkAssigned homeworkWhyNot homeworkNote { text } } } }`;
    const expectedSessions = {
      sessions: {
        nodes: [
          {
            ...{ homeworkReviewed: 'REVIEWED', homeworkAssigned: 'NONE', homeworkWhyNot: 'TREATMENT_ENDING' },
            homeworkNote: { text: 'Goes on with what helped.' },
          },
        ],
      },
    };
    await comes(async () => expect(await ask(sessionsAsked)).toEqual(expectedSessions));
  });
});

describe('an alert', () => {
  it('is acknowledged, assessed and closed with a note, and no step is left out', async () => {
    await open('/staff/alerts');
    const alert = page.locator('article.alert', { hasText: 'Answered 2 to item 9' });
    await alert.getByText(/the answer is \d+ hours? old/).waitFor();
    await alert.getByRole('button', { name: 'I look at it' }).click();
    await alert.getByText('A risk assessment is needed').waitFor();
    expect(await alert.getByRole('button', { name: 'Close', exact: true }).isDisabled()).toBe(true);
    await alert.getByRole('button', { name: 'Record the risk assessment' }).click();
    await alert.getByLabel('Risk, as you judge it').selectOption('LOW');
    await alert.getByLabel('talked with them').check();
    await alert.getByRole('button', { name: 'Save' }).click();
    await alert.getByText(/risk: low/).waitFor();
    await alert.getByRole('button', { name: 'Close', exact: true }).click();
    await alert.getByLabel(/^Closing note/).fill('Passive thoughts, no plan. Safety plan looked at.');
    await alert.getByRole('button', { name: 'Save' }).click();
    await alert.waitFor({ state: 'detached' });
    const alertsAsked = `{ alerts(studyId: "${STUDY}", filter: { alertIds: ["clinic-item-9"] }) { nodes { status risk outcome } } }`;
    const expectedAlerts = { alerts: { nodes: [{ status: 'CLOSED', risk: 'LOW', outcome: 'RESOLVED' }] } };
    await comes(async () => expect(await ask(alertsAsked)).toEqual(expectedAlerts));
  });
});

describe('paper', () => {
  it('is written down for its own day, and the timeline shows both times', async () => {
    type Found = { assignments: { nodes: readonly { assignmentId: string; participantId: string }[] } };
    const { assignments } = await ask<Found>(
      `{ assignments(studyId: "${STUDY}", filter: { templateIds: ["behavioural-experiment"], status: [ACTIVE] }, first: 1) {
        nodes { assignmentId participantId } } }`,
    );
    const [{ assignmentId, participantId }] = assignments.nodes as [{ assignmentId: string; participantId: string }];
    await open(`/staff/people/${participantId}/paper/${assignmentId}`);
    const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Day they did it').fill(day);
    await page.locator('form.paper textarea').first().fill('They will laugh');
    await page.getByRole('button', { name: 'Save what the paper says' }).click();
    await page.getByText(/^Saved: .*from paper$/).waitFor();
    const written = `{ attempts(studyId: "${STUDY}", filter: { assignmentIds: ["${assignmentId}"] }, first: 1, orderBy: { field: RECORDED_AT, direction: DESC }) {
        nodes { localDate source recordedAt } } }`;
    const told = { attempts: { nodes: [{ localDate: day, source: 'PAPER' }] } };
    await comes(async () => expect(await ask(written)).toMatchObject(told));
    await page.locator('.timeline', { hasText: 'from paper' }).waitFor();
    expect(await page.locator('.timeline li', { hasText: 'from paper' }).first().textContent()).toContain('recorded');
  });
});

describe('a colleague’s change', () => {
  it('is seen without loading anew', async () => {
    const [first] = await queue();
    await open('/staff/review');
    await page.locator('.submission').waitFor();
    const shown = () => page.locator('.queue li').count();
    const before = await shown();
    const review = { assignmentId: first!.assignmentId, reviewer: 'THERAPIST' };
    const mutation = `mutation($input: ReviewHomeworkInput!, $meta: CommandMetaInput!) { reviewHomework(input: $input, meta: $meta) { position } }`;
    await stage.ask('demo-clinician', mutation, { input: review, meta: { commandId: crypto.randomUUID() } });
    await comes(async () => expect(await shown()).toBe(before - 1));
  });
});
