import 'reflect-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import type { GraphqlClient } from '../api/graphql-client.ts';
import { ACCESS_TABLE, ROLE_CODES, type RoleCode } from './access.table.ts';
import { type Findings, walkFields, withoutLine, withoutWay } from './access.walk.ts';
import { walkCommands } from './command.walk.ts';
import { releaseTwice } from './dataset.scene.ts';
import { objectTypes } from './schema.paths.ts';
import { PEOPLE, setScene } from './trial.scene.ts';

// Executes E6-4.3.8, P11-10(d), P11-10(g).

let api: StagedApi;
let keys: string;
let schema: GraphQLSchema;

/** A scoring key for the ratings of the scene, so that scored ratings are there to be kept from somebody. */
const MADE_UP_KEY = {
  ...{ format: 'intersession.rating-key/1', formId: 'assignment-compliance', version: 1, permission: 'Made up' },
  scales: [{ id: 'total', items: ['compliance'], combine: 'sum' }],
};
const findings: Findings = { wrong: [], cells: 0 };
const codes = Object.keys(ROLE_CODES) as readonly RoleCode[];

beforeAll(async () => {
  schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  keys = await mkdtemp(join(tmpdir(), 'intersession-keys-'));
  await writeFile(join(keys, 'made-up.json'), JSON.stringify(MADE_UP_KEY));
  api = await startStagedApi({ variables: { RATING_KEYS_DIR: keys } });
  const { own } = PEOPLE;
  const last = await setScene(api.stage);
  const sharing = { assignmentId: own.assignmentId, visibility: 'THERAPIST', sharedWith: [`parent-of-${own.code}`] };
  await api.stage.receipt('changeSharing', sharing);
  const shared = await api.stage.receipt('changeSharing', { ...sharing, attemptId: `try-${own.code}` });
  await releaseTwice(api.stage, () =>
    api.stage.receipt('recordAttempt', {
      ...{ assignmentId: own.assignmentId, attemptId: `later-${own.code}` },
      ...{ performer: 'CLIENT', informant: 'CLIENT', outcome: 'PART' },
    }),
  );
  await api.stage.data('query($p: Position) { log(afterPosition: $p) { index } }', {
    p: shared.position ?? last.position,
  });
}, 120_000);
afterAll(async () => {
  process.stdout.write(`Walked ${findings.cells} cells of role × field × situation.\n`);
  await api.stop();
  await rm(keys, { recursive: true });
});

/** Whoever holds the role in the scene. */
function acting(role: RoleCode): GraphqlClient {
  const { own } = PEOPLE;
  if (role === 'PA') return api.as(own.participantId, 'participant');
  if (role === 'CG') return api.as(`parent-of-${own.code}`, 'caregiver');
  if (role === 'OP') return api.as('operator', 'operator');
  const named: Partial<Record<RoleCode, string>> = { CL: own.therapistId, SU: 'sue', FR: 'rae' };
  return api.as(named[role] ?? ROLE_CODES[role]);
}

describe('the table of access', () => {
  it('has a line for every field of the schema, and none for anything else', () => {
    expect(withoutLine(schema)).toEqual([]);
    const known = new Map(objectTypes(schema).map((type) => [type.name, type.getFields()]));
    const stray = Object.entries(ACCESS_TABLE).flatMap(([type, [, exceptions = {}]]) => [
      ...(known.has(type) ? [] : [type]),
      ...Object.keys(exceptions).flatMap((field) =>
        known.get(type)?.[field] === undefined ? [`${type}.${field}`] : [],
      ),
    ]);
    expect(stray).toEqual([]);
  });

  it('leaves a way to everything that it lets somebody see', () => {
    expect(withoutWay(schema, codes)).toEqual([]);
  });

  it.each(codes)(
    'holds for every field as %s, in every situation',
    async (role) => {
      const own: Findings = { wrong: [], cells: 0 };
      await walkFields({ role, client: acting(role), schema, findings: own });
      findings.cells += own.cells;
      expect(own.wrong).toEqual([]);
    },
    300_000,
  );

  it.each(codes)(
    'holds for every command as %s, in every situation',
    async (role) => {
      const own: Findings = { wrong: [], cells: 0 };
      await walkCommands({ role, client: acting(role), schema, findings: own });
      findings.cells += own.cells;
      expect(own.wrong).toEqual([]);
    },
    300_000,
  );
});
