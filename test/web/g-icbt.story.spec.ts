import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { G_ICBT_FILE, G_ICBT_SOURCE } from '../reference/g-icbt.reference.ts';
import { isLongAsked, LONG_VARIABLE, missingData, referenceFile } from '../reference/reference.data.ts';
import { STAGE_VARIABLE } from './stage.place.ts';
import { enterStage } from './stage.ts';
import { say } from './walk.scene.ts';

// Importing beside a running server takes half a minute: only where it is asked for.
const file = referenceFile(G_ICBT_FILE);
const asked = isLongAsked();
if (file === undefined) console.warn(missingData(G_ICBT_FILE, G_ICBT_SOURCE));
else if (!asked) console.warn(`SKIPPED: the board over ${G_ICBT_FILE} takes long; set ${LONG_VARIABLE} to see it.`);
const withData = file !== undefined && asked ? it : it.skip;

const STUDY = 'g-icbt';

/** Into the database of the stage, as an operator would. */
async function importLog(path: string): Promise<void> {
  const parameters = ['--conditions=source', '--import=./scripts/typescript.mjs', 'apps/cli/main.ts'];
  const mapping = join('examples', 'imports', 'g-icbt.mapping.json');
  const env = {
    PATH: process.env['PATH'],
    ...{ NODE_ENV: 'test', DATA_DIR: join(process.env[STAGE_VARIABLE] ?? '', 'data') },
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const run = promisify(execFile)(process.execPath, [...parameters, 'import', '--mapping', mapping, path], { env });
  // 3: done, with rows to look at.
  await run.catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 3)) throw error;
  });
}

describe('who counts as adherent to guided internet CBT?', () => {
  withData(
    'hangs on the definition: the published rule and the written one part 32 of 342 people, each of whom opens',
    async () => {
      const stage = await enterStage();
      await importLog(file ?? '');
      const from = new Date().toISOString().slice(0, 10);
      await say(stage, 'appointStaff', { studyId: STUDY, staffId: 'demo-researcher', role: 'RESEARCHER', from });
      const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
      const { page } = visit;
      await visit.context.addInitScript(`localStorage.setItem('intersession.study', '${STUDY}')`);
      await visit.signIn('demo-researcher');
      await page.goto('/staff/study/definitions?definition=g-icbt-published&other=g-icbt-written');
      await page.getByText('32 people of 342 come out differently.').waitFor({ timeout: 120_000 });
      await page.locator('.cross .different button').first().click();
      await page.locator('.cases tbody tr').first().waitFor();
      expect(await page.locator('.cases tbody a').count()).toBe(32);
      await visit.close();
      await stage.leave();
    },
    600_000,
  );
});
