import 'reflect-metadata';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { resolvers } from '../graphql/resolvers.ts';
import { ALLOWED_TO, ANYONE } from './allow.decorator.ts';
import { PERMISSIONS } from './permission.ts';

// Executes E6-4.3.8, P11-10(d), P11-10(g).

/** Nest’s own marks of a query or a mutation, of a field, and of a route. */
const MARKS = ['graphql:resolver_type', 'graphql:resolve_property', PATH_METADATA];

type Class = abstract new (...parts: never[]) => object;

/** Names of methods that answer callers, and what each asks for. */
function entrancesOf(type: Class): [string, unknown][] {
  const methods = Object.entries(Object.getOwnPropertyDescriptors(type.prototype)).flatMap(([name, { value }]) =>
    typeof value === 'function' && name !== 'constructor' ? [[name, value as object] as const] : [],
  );
  return methods
    .filter(([, method]) => MARKS.some((mark) => Reflect.hasMetadata(mark, method)))
    .map(([name, method]) => [`${type.name}.${name}`, Reflect.getMetadata(ALLOWED_TO, method)]);
}

async function classesOf(pattern: RegExp): Promise<Class[]> {
  const files = (await readdir('apps/api', { recursive: true })).filter((name) => pattern.test(name));
  const modules: Record<string, unknown>[] = [];
  for (const file of files) modules.push((await import(`../${file}`)) as Record<string, unknown>);
  return modules.flatMap((module) =>
    Object.values(module).filter((value): value is Class => typeof value === 'function'),
  );
}

/** Cells of two releases are shown to whoever may ask for releases; a grid computes over what its caller may read, and changes no record. */
const ASKED_OTHERWISE = [
  'DatasetsResolver.releaseDifference',
  'GridJobsCommandsResolver.startSpecificationGrid',
  'GridJobsCommandsResolver.cancelSpecificationGrid',
  'GridJobsCommandsResolver.specificationGrid',
  // Told to whoever runs the server, who has no right to read any study.
  'ServerResolver.serverReport',
  // Devices and calendars of one's own: one right for looking and changing.
  'DevicesResolver.pushDevices',
  'CalendarFeedResolver.calendarFeed',
];

describe('every entrance of the API', () => {
  it('is found by this spec', async () => {
    const found = await classesOf(/\.resolver\.ts$/);
    expect(found.map(({ name }) => name).sort()).toEqual(resolvers.map(({ name }) => name).sort());
    expect(found.flatMap(entrancesOf).length).toBeGreaterThan(60);
  });

  it('asks for a permission that exists', async () => {
    const types = [...(await classesOf(/\.resolver\.ts$/)), ...(await classesOf(/\.controller\.ts$/))];
    const known: readonly unknown[] = [...PERMISSIONS, ANYONE];
    const open = types.flatMap(entrancesOf).filter(([, allowed]) => !known.includes(allowed));
    expect(open).toEqual([]);
  });

  it('is open to anyone only where it tells nothing about people, and where they sign in', async () => {
    const types = [...(await classesOf(/\.resolver\.ts$/)), ...(await classesOf(/\.controller\.ts$/))];
    const anyone = types.flatMap(entrancesOf).filter(([, allowed]) => allowed === ANYONE);
    const others = anyone.map(([name]) => name).filter((name) => !/^(SignIn|OwnAccount|OpenId)Controller\./.test(name));
    // Addresses that are secrets themselves, and what asks for one.
    const secret = ['BouncesController.bounced', 'CalendarController.read', 'OpenedController.opened'];
    expect(others.sort()).toEqual([...secret, 'HealthController.health', 'HealthController.ready'].sort());
  });

  it('asks reading permissions of what reads and others of what writes', () => {
    for (const type of resolvers) {
      const writes = type.name.endsWith('CommandsResolver');
      for (const [name, allowed] of entrancesOf(type)) {
        const reads = /:(read|length)$/.test(String(allowed));
        expect([name, reads]).toEqual([name, ASKED_OTHERWISE.includes(name) ? writes : !writes]);
      }
    }
  });
});
