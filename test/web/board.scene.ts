import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';
import { say } from './walk.scene.ts';

/** A live trial of two arms and two sites, one of which records what happened days later. */
export interface BoardScene {
  readonly studyId: string;
  /** The newest position of the log that it wrote. */
  readonly position: string;
}

const PEOPLE = 8;
const DAY = 86_400_000;
const HOUR = DAY / 24;
const ago = (time: number): string => new Date(Date.now() - time).toISOString();
const TERMS = {
  ...{ title: 'Walk by the water', focus: 'BEHAVIOURAL', medium: 'FREE', due: { kind: 'OPEN' } },
  ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST', difficulty: 2 },
};
const POSTS = ['COORDINATOR', 'RESEARCHER', 'DMC_STATISTICIAN'] as const;

type Tell = (name: string, input: object, meta?: object) => Promise<string>;

/** Screens of whoever is blind to arms: a board without them, and an analysis that is closed until lock. */
export async function blindScreens(stage: Pick<Stage, 'ask'>): Promise<readonly Screen[]> {
  const studyId = `closed-${randomUUID().slice(0, 8)}`;
  const position = await liveStudy(studyId, (name, input, meta) => say(stage, name, input, meta));
  await stage.ask('demo-everything', 'query ($p: Position) { log(afterPosition: $p) { index } }', { p: position });
  return [
    { name: 'board-blinded', address: '/staff/study', reach: inStudy('demo', '[data-panel=flow] .plot') },
    { name: 'board-closed', address: '/staff/study/outcomes', reach: inStudy(studyId, '.panel.closed') },
  ];
}

/** The same address in another study. @param shown what is there once it stands */
const inStudy =
  (studyId: string, shown: string): NonNullable<Screen['reach']> =>
  async (page) => {
    await page.evaluate(`localStorage.setItem('intersession.study', '${studyId}')`);
    await page.reload();
    await page.locator(shown).waitFor();
    await page.waitForLoadState('networkidle');
  };

/** Writes the scene in a study of its own. */
export async function boardScene(stage: Pick<Stage, 'ask'>): Promise<BoardScene> {
  const studyId = `board-${randomUUID().slice(0, 8)}`;
  const tell: Tell = (name, input, meta) => say(stage, name, input, meta);
  await liveStudy(studyId, tell);
  const people = Array.from({ length: PEOPLE }, (_, place) => person(studyId, place, tell));
  const positions = (await Promise.all(people)).map(BigInt);
  const position = positions.reduce((newest, each) => (each > newest ? each : newest), 0n);
  return { studyId, position: String(position) };
}

/** @returns the position of its last event */
async function liveStudy(studyId: string, tell: Tell): Promise<string> {
  const text = await readFile('examples/protocols/homework-by-telephone.protocol.json', 'utf8');
  const document = JSON.parse(text) as { sites: readonly object[] };
  const languages = { languages: ['sv'] };
  const sites = [
    { siteId: 'north', ...languages },
    { siteId: 'south', ...languages },
  ];
  const recruitment = { from: ago(21 * DAY).slice(0, 10), to: ago(-70 * DAY).slice(0, 10) };
  const protocol = { ...document, sites, recruitment };
  await tell('registerStudy', { studyId, title: `Board ${studyId}`, timeZone: 'Europe/Stockholm' });
  await tell('openSite', { studyId, siteId: 'north', name: 'North clinic', timeZone: 'Europe/Stockholm' });
  await tell('openSite', { studyId, siteId: 'south', name: 'South clinic', timeZone: 'Europe/Stockholm' });
  await tell('publishProtocol', { studyId, version: 1, changes: 'First', reason: 'A story', protocol });
  await tell('goLive', { studyId });
  let position = '';
  for (const role of POSTS) {
    const staffId = `demo-${role.toLowerCase().replaceAll('_', '-')}`;
    position = await tell('appointStaff', { studyId, staffId, role, from: ago(20 * DAY).slice(0, 10) });
  }
  return position;
}

/** South writes down a week later; whoever does more homework gets better; every other person is in the other arm. */
async function person(studyId: string, place: number, tell: Tell): Promise<string> {
  const [code, late] = [`P${place}`, place % 2 === 1];
  const participantId = `${studyId}:${code}`;
  const assignmentId = `${studyId}-hw-${place}`;
  const at = (time: number) => ({ occurredAt: ago(time) });
  await tell('enrolParticipant', { studyId, code, siteId: late ? 'south' : 'north' }, at(15 * DAY));
  await tell('recordAllocation', { studyId, participantId, arm: place % 4 < 2 ? 'telephone' : 'usual' }, at(15 * DAY));
  const measure = { participantId, informant: 'CLIENT', timing: 'BETWEEN_SESSIONS', instrument: PHQ, items: [] };
  await tell('recordMeasure', { ...measure, occasion: 'baseline', reportedTotal: 15 + (place % 3) }, at(14 * DAY));
  await tell(
    'assignHomework',
    { assignmentId, participantId, initiatedBy: 'COLLABORATIVE', terms: TERMS },
    at(13 * DAY),
  );
  const done = { assignmentId, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL', barriers: ['FORGETTING'] };
  await tell('recordAttempt', done, at(late ? 7 * DAY : 2 * HOUR));
  return tell('recordMeasure', { ...measure, occasion: 'week-2', reportedTotal: 9 + (place % 5) }, at(HOUR));
}

const PHQ = { instrumentId: 'phq-9', version: 1 };

/** Every state of the board, over the demonstration’s trial: for axe and for pictures. */
export const BOARD_SCREENS: readonly Screen[] = [
  { name: 'board', address: '/staff/study', main: true },
  { name: 'board-outcomes', address: '/staff/study/outcomes', main: true },
  ...['association', 'explorer', 'quality', 'definitions', 'audit'].map((panel): Screen => ({
    name: `board-${panel}`,
    address: `/staff/study/${panel}`,
  })),
  { name: 'board-sensitivity', address: '/staff/study/sensitivity', reach: (page) => fit(page), main: true },
  {
    name: 'board-cases',
    address: '/staff/study/missing',
    reach: async (page) => {
      await page.locator('.bar').first().click();
      await page.locator('.cases table').waitFor();
    },
  },
];

type Page = Parameters<NonNullable<Screen['reach']>>[0];

async function fit(page: Page): Promise<void> {
  await page.locator('.begin button').click();
  await page.locator('.answer').first().waitFor();
}
