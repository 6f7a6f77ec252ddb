import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { look } from './axe.look.ts';
import { participantScene } from './participant.scene.ts';
import type { Screen } from './screen.ts';
import {
  blindScreens,
  coordinatorScreens,
  DEMONSTRATION_TRIAL,
  DOORS,
  OPERATOR_SCREENS,
  phoneScreens,
  RESEARCH_SCREENS,
  staffScreens,
} from './screen.lists.ts';
import { enterStage, type Stage, type Visit } from './stage.ts';

describe('every screen, in both themes', () => {
  let stage: Stage;
  let looked = 0;
  beforeAll(async () => {
    stage = await enterStage();
  });
  afterAll(async () => {
    process.stdout.write(`Axe: ${looked} states (screens × themes × languages)\n`);
    await stage?.leave();
  });

  /** @param swedish those looked at in the other language too, which changes words alone */
  async function clean(visit: Visit, screens: readonly Screen[], swedish: readonly Screen[] = []): Promise<void> {
    try {
      const found = [await look(visit, screens, ['en']), await look(visit, swedish, ['sv'])];
      for (const { states } of found) looked += states;
      expect(found.flatMap(({ violations }) => violations)).toEqual([]);
      expect(visit.troubles).toEqual([]);
    } finally {
      await visit.close();
    }
  }

  it('is without a violation of axe before anybody signs in', async () => {
    await clean(await stage.visit(), DOORS, DOORS);
  }, 600_000);

  it('is without a violation of axe on a phone', async () => {
    const scene = await participantScene(stage);
    const visit = await stage.visit();
    await visit.context.request.post('/sign-in/code', {
      data: { code: await scene.code() },
      headers: { origin: stage.address },
    });
    const screens = phoneScreens(scene);
    await clean(
      visit,
      screens,
      screens.filter(({ main }) => main),
    );
  }, 600_000);

  it('is without a violation of axe for a clinician', async () => {
    const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
    await visit.signIn('demo-clinician');
    await clean(visit, await staffScreens(stage));
  }, 600_000);

  it('is without a violation of axe for whoever runs a trial', async () => {
    const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
    await visit.signIn('demo-coordinator');
    await visit.context.addInitScript(DEMONSTRATION_TRIAL);
    await clean(visit, RESEARCH_SCREENS);
  }, 600_000);

  it('is without a violation of axe for whoever is blind to arms, where an analysis is closed', async () => {
    const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
    await visit.signIn('demo-researcher');
    await clean(visit, await blindScreens(stage));
  }, 600_000);

  it('is without a violation of axe for whoever sets up studies and asks for data', async () => {
    const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
    await visit.signIn('demo-coordinator');
    await visit.context.addInitScript(DEMONSTRATION_TRIAL);
    await clean(visit, coordinatorScreens());
  }, 600_000);

  it('is without a violation of axe for whoever runs the server', async () => {
    const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
    await visit.signIn('demo-operator');
    await clean(visit, OPERATOR_SCREENS);
  }, 600_000);
});
