import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandExecutor, createLog, Engine, Identity } from '#platform';
import { type ApiUnderTest, startApi } from '../../../test/api/api-under-test.ts';
import { ROLES } from '../access/roles.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE, seedDemonstrationPeople } from './demonstration.people.ts';
import { seedDemonstration } from './demonstration.seed.ts';

let api: ApiUnderTest;
let identity: Identity;
const log = createLog({ level: 'silent', format: 'json' });
const ME = '{ me { kind subjectId roles permissions } }';

beforeAll(async () => {
  api = await startApi({ access: {} });
  identity = api.app.get(Identity);
  const executor = api.app.get(CommandExecutor);
  const { store, readModels } = api.app.get(Engine);
  await seedDemonstration({ executor, store, log, participants: 3 });
  for (const _ of [1, 2]) await seedDemonstrationPeople({ identity, executor, log, trial: true });
  await readModels.waitFor(await store.head(), 60_000);
}, 180_000);
afterAll(async () => api.stop());

/** The person of the phone belongs to the clinic, which is not recorded here. */
const OF_THE_TRIAL = DEMONSTRATION_PEOPLE.filter(({ name }) => name !== 'demo-phone');

const as = (name: string) => api.client.with({ authorization: `Bearer ${name}` });

describe('the people of a demonstration', () => {
  it('are one for every role', () => {
    const named = DEMONSTRATION_PEOPLE.map(({ name }) => name.replace('demo-', ''));
    expect([...named].sort()).toEqual([...Object.keys(ROLES), 'phone'].sort());
  });

  it.each(OF_THE_TRIAL.map(({ name, kind }) => [name, kind]))(
    '%s has their role, by key and by password',
    async (name, kind) => {
      const { me } = await as(name).data<{ me: { kind: string; roles: string[]; permissions: string[] } }>(ME);
      expect([me.kind, me.roles]).toEqual([kind.toUpperCase(), [name.replace('demo-', '')]]);
      expect(me.permissions.length).toBeGreaterThan(2);
      const from = { address: '127.0.0.1', agent: undefined };
      const { stage } = await identity.signIn.withPassword(name, DEMONSTRATION_PASSWORD, from);
      expect(stage).toBe('open');
    },
  );

  it('find the first query of the README answered for the researcher, and nothing without a key', async () => {
    const query =
      '{ adherence(studyId: "demo", definition: { published: { definitionId: "completed-half" } }) { counts { participants } } }';
    expect(await as('demo-researcher').data(query)).toEqual({ adherence: { counts: { participants: 3 } } });
    const { errors } = await api.client.ask(query);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await as('demo-everything').data(query)).toEqual({ adherence: { counts: { participants: 3 } } });
  });
});
