import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { readFileSync } from 'node:fs';

const text = readFileSync('Dockerfile', 'utf8');
const instructions = text
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => /^(\w+)\s+(.*)$/.exec(line)?.slice(1) ?? [line]);
const stages = instructions.flatMap(([name], index) => (name === 'FROM' ? [index] : []));
const last = instructions.slice(stages.at(-1));
const of = (name: string, within = instructions) =>
  within.filter(([found]) => found === name).map(([, rest = '']) => rest);

describe('the Dockerfile', () => {
  it('has nothing that a linter of Dockerfiles finds', () => {
    expect(validate(text)).toEqual([]);
    expect(validate('FROM node\nRUM ls\n')).not.toEqual([]);
  });

  it('builds in one stage and runs in another, from one version of Node, the oldest that is supported', () => {
    expect(stages).toHaveLength(2);
    const version = readFileSync('.nvmrc', 'utf8').trim();
    for (const from of of('FROM')) expect(from).toMatch(new RegExp(`^node:${version}-bookworm-slim( AS build)?$`));
    expect(of('COPY', last).filter((copy) => !copy.startsWith('--from=build /app/'))).toEqual([]);
    expect(of('ADD')).toEqual([]);
  });

  it('runs as nobody in particular, and says how it is', () => {
    expect(of('USER', last)).toEqual(['node']);
    expect(last.findIndex(([name]) => name === 'USER')).toBeLessThan(last.findIndex(([name]) => name === 'CMD'));
    expect(of('HEALTHCHECK', last)[0]).toContain('/ready');
    expect(JSON.parse(of('CMD', last)[0] ?? '')).toEqual(['dist/apps/api/main.js']);
  });

  it('holds no secret, and takes none to build', () => {
    const named = [...of('ENV'), ...of('ARG')].join(' ');
    expect(named).not.toMatch(/KEY|PASSWORD|SECRET|TOKEN|URL/);
    expect(of('ARG')).toEqual([]);
  });

  it('is given the sources and no data', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '.data', 'node_modules', 'dist', '**/*.key', '**/*.csv', '**/.env*']),
    );
    for (const needed of ['apps', 'libs', 'scripts', 'examples', 'package.json', 'tsconfig.build.json'])
      expect(ignored).not.toContain(needed);
  });
});
