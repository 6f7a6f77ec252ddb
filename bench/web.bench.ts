import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assign, COUNTED_AIMS, phq9, rate, thoughtRecord } from '../test/web/counted.tasks.ts';
import { participantScene, type Scene } from '../test/web/participant.scene.ts';
import { RUN_VARIABLE, STAGE_VARIABLE, strikeStage } from '../test/web/stage.place.ts';
import { enterStage, type Stage } from '../test/web/stage.ts';
import { EVERYTHING, say } from '../test/web/walk.scene.ts';
import { median } from './contest.ts';
import { type Figure, tellFigures } from './figure.ts';
import { lighthouseOf } from './lighthouse.run.ts';
import { travelled } from './page.size.ts';

const NOTES = [
  'gzip: level 9 of every file that the page asked for until the screen stood there. Browsers that take brotli get less.',
  'Lighthouse: its own throttling (mobile: a slow phone on slow 4G). The day is looked at on a phone that has been there before, the caseload signed in.',
  'Event to open page: from the answer of a command to the moment an open page of somebody else shows it; the median of five.',
];

/** Sizes, Lighthouse, the time from an event to the screen, keys and taps, each beside its aim. @returns whether all are met */
export async function benchWeb(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-web-'));
  process.env[STAGE_VARIABLE] = folder;
  process.env[RUN_VARIABLE] = String(process.pid);
  try {
    const stage = await enterStage();
    const scene = await participantScene(stage);
    const figures = [
      ...(await phoneSizes(stage, scene)),
      await staffSize(stage),
      ...(await lighthouseOf(stage, scene)),
      await eventToScreen(stage),
      ...(await taps(stage, scene)),
      ...(await keys(stage)),
    ];
    await stage.leave();
    return await tellFigures('web', figures, NOTES);
  } finally {
    await strikeStage(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

async function phoneSizes(stage: Stage, scene: Scene): Promise<readonly Figure[]> {
  const visit = await stage.visit({ serviceWorkers: 'block' });
  await visit.page.goto('/');
  await visit.page.locator('#code').waitFor();
  const door = await travelled(visit.page, 'participant.html');
  const data = { code: await scene.code() };
  await visit.context.request.post('/sign-in/code', { data, headers: { origin: stage.address } });
  // From here on somebody lives on this phone: the door is not fetched again.
  for (let visits = 0; visits < 2; visits += 1) {
    await visit.page.goto('/');
    await visit.page.locator('.p-first').waitFor();
  }
  const day = await travelled(visit.page, 'participant.html');
  await visit.close();
  return [
    { what: 'Participant, first load: the door, gzip', found: door, unit: 'kB', aim: 90, bound: 'most' },
    { what: 'Participant, first load: the day, gzip', found: day, unit: 'kB', aim: 90, bound: 'most' },
  ];
}

async function staffSize(stage: Stage): Promise<Figure> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  await visit.signIn('demo-clinician');
  await visit.page.goto('/staff/caseload');
  await visit.page.locator('.caseload').waitFor();
  const found = await travelled(visit.page, 'staff.html');
  await visit.close();
  return { what: 'Staff, first load: the caseload, gzip', found, unit: 'kB', aim: 200, bound: 'most' };
}

/** A goal that a colleague sets for somebody whose page is open. */
async function eventToScreen(stage: Stage): Promise<Figure> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  await visit.signIn('demo-clinician');
  const { assignments } = await stage.ask<{ assignments: { nodes: { participantId: string }[] } }>(
    EVERYTHING,
    '{ assignments(studyId: "clinic", first: 1) { nodes { participantId } } }',
  );
  const participantId = assignments.nodes[0]?.participantId ?? '';
  await visit.page.goto(`/staff/people/${encodeURIComponent(participantId)}`);
  await visit.page.locator('section[aria-labelledby=goals]').waitFor();
  await visit.page.waitForLoadState('networkidle');
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const statement = `Goal ${time} of ${process.pid}`;
    const shown = visit.page.getByText(statement).waitFor();
    await say(stage, 'setGoal', { participantId, setBy: 'CLIENT', statement });
    const told = performance.now();
    await shown;
    times.push(performance.now() - told);
    await visit.page.waitForLoadState('networkidle');
  }
  await visit.close();
  return { what: 'Event to open page', found: median(times) / 1_000, unit: 's', aim: 1, bound: 'most' };
}

async function taps(stage: Stage, scene: Scene): Promise<readonly Figure[]> {
  const visit = await stage.visit();
  const data = { code: await scene.code() };
  await visit.context.request.post('/sign-in/code', { data, headers: { origin: stage.address } });
  await visit.page.goto('/');
  const record = await thoughtRecord(visit.page);
  await visit.page.goto('/');
  await visit.page.locator('.p-first').waitFor();
  const measure = await phq9(visit.page);
  await visit.close();
  return [
    {
      what: 'Thought record, beside typing',
      found: record,
      unit: 'taps',
      aim: COUNTED_AIMS.thoughtRecord,
      bound: 'most',
    },
    { what: 'PHQ-9', found: measure, unit: 'taps', aim: COUNTED_AIMS.phq9, bound: 'most' },
  ];
}

async function keys(stage: Stage): Promise<readonly Figure[]> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  await visit.signIn('demo-clinician');
  const rated = await rate(visit.page);
  const assigned = await assign(visit.page);
  await visit.close();
  return [
    { what: 'Rate one submission', found: rated, unit: 'keys', aim: COUNTED_AIMS.rate, bound: 'most' },
    { what: 'Assign one homework', found: assigned, unit: 'keys', aim: COUNTED_AIMS.assign, bound: 'most' },
  ];
}
