import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterStage, type Stage } from './stage.ts';

describe('the pages of the web app', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await enterStage();
  });
  afterAll(async () => {
    await stage?.leave();
  });
  const get = (path: string) =>
    fetch(`${stage.address}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' });

  it('are shown at the addresses that the app knows, and at no others', async () => {
    for (const path of ['/', '/staff']) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
      ]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
    for (const path of [
      '/nothing',
      '/staff/nothing/here',
      '/staffs',
      '/index.html',
      '/..%2fpackage.json',
      '/routes.json',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  it('run nothing that is not a file of this server', async () => {
    for (const path of ['/', '/staff']) {
      const answer = await get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self';");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      const page = await answer.text();
      expect(page).not.toMatch(/<script(?![^>]* src="\/)|<style|\sstyle=|\son\w+=|https?:\/\//);
    }
  });

  it('keep files for ever whose names hold their hash, and say where one is gone', async () => {
    const page = await (await get('/')).text();
    const [, file = ''] = /src="(\/assets\/[^"]+-[\w-]{8}\.js)"/.exec(page) ?? [];
    const answer = await get(file);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    expect((await get('/assets/participant-00000000.js')).status).toBe(404);
  });

  it.each(['/', '/staff'])('open %s without a complaint of the browser', async (path) => {
    const visit = await stage.visit();
    await visit.page.goto(path);
    await visit.page.waitForSelector('h1');
    expect(visit.troubles).toEqual([]);
    await visit.close();
  });
});
