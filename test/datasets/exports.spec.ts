import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestsOf, ExportScene, specificationOf } from './export.scene.ts';

let scene: ExportScene;
let index: number;

beforeAll(async () => {
  scene = await ExportScene.open();
  await scene.record();
  index = await scene.ready();
}, 120_000);
afterAll(() => scene.close());

describe('an export', () => {
  it('is made', async () => {
    const made = await scene.export(specificationOf(index), 'one');
    console.log(JSON.stringify(made, null, 1), await digestsOf(scene.place('one')));
    expect(made.manifest.files.length).toBeGreaterThan(5);
  });
});
