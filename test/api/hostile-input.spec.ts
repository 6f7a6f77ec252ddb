import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { LIMITS } from '../../apps/api/graphql/limits/limits.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import type { GraphqlAnswer, GraphqlClient } from './graphql-client.ts';

let api: ApiUnderTest;
let client: GraphqlClient;
const study = 'hostile';
beforeAll(async () => {
  api = await startApi();
  client = api.client;
  await client.receipt('registerStudy', { studyId: study, title: 'Hostile', timeZone: 'UTC' });
  await client.receipt('enrolParticipant', { studyId: study, code: 'P1' });
}, 120_000);
afterAll(async () => api.stop());

const codesOf = ({ errors = [] }: GraphqlAnswer): string[] => errors.map(({ extensions }) => extensions.code);
const eventsInLog = async (): Promise<number> => {
  const { rows } = await api.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM events');
  return rows[0]?.n ?? -1;
};
const studies = (selection: string) => `{ studies { nodes { ${selection} } } }`;

describe('a document', () => {
  it('may not be too deep', async () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'studyId' : `study { participants { nodes { ${deep(levels - 1)} } } }`;
    const query = `{ participants(studyId: "hostile") { nodes { ${deep(8)} } } }`;
    expect(codesOf(await client.ask(query))).toContain('DEPTH_LIMIT');
  });

  it('may not have a bomb of aliases, fields or fragments', async () => {
    const aliases = Array.from({ length: 500 }, (_, n) => `a${n}: title`).join(' ');
    expect(codesOf(await client.ask(studies(aliases)))).toContain('ALIAS_LIMIT');
    const roots = Array.from({ length: 30 }, (_, n) => `r${n}: log { index }`).join(' ');
    expect(codesOf(await client.ask(`{ ${roots} }`))).toContain('ROOT_FIELD_LIMIT');
    const doubling = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Study { ...F${n + 1} x${n}: participants { nodes { study { ...F${n + 1} } } } }`,
    );
    const bomb = `${studies('...F0')} ${doubling.join(' ')} fragment F40 on Study { title }`;
    expect(codesOf(await client.ask(bomb))).toContain('FIELD_LIMIT');
  });

  it('may not have too many tokens', async () => {
    const query = `{ ${'log { index } '.repeat(LIMITS.tokens)} }`;
    expect(codesOf(await client.ask(query))).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it('may not ask for too much at once, whatever hides the size of the page', async () => {
    const nested = (first: string) =>
      `studies(first: ${first}) { nodes { participants(first: ${first}) { nodes { assignments(first: ${first}) { nodes { assignmentId } } } } } }`;
    expect(codesOf(await client.ask(`{ ${nested('500')} }`))).toEqual(['COMPLEXITY_LIMIT']);
    const hidden = `query($n: Int) { ${nested('$n')} }`;
    expect(codesOf(await client.ask(hidden, { n: 500 }))).toEqual(['COMPLEXITY_LIMIT']);
    expect(codesOf(await client.ask(hidden, { n: 3 }))).toEqual([]);
  });

  it('must be one', async () => {
    for (const query of [
      '',
      '{',
      '{ nothing }',
      'query A { log { index } } query B { log { index } }',
      null,
      7,
      [],
      { a: 1 },
    ]) {
      const answer = await client.post({ query });
      expect([query, answer.status]).toEqual([query, 400]);
      expect(codesOf(answer.body as GraphqlAnswer)[0]).toMatch(
        /^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|OPERATION_RESOLUTION_FAILURE|BAD_REQUEST)$/,
      );
    }
  });
});

describe('a request', () => {
  it('may have one megabyte', async () => {
    const answer = await client.post({ query: '{ log { index } }', variables: { x: 'x'.repeat(2_000_000) } });
    expect([answer.status, codesOf(answer.body as GraphqlAnswer)]).toEqual([413, ['BODY_TOO_LARGE']]);
  });

  it('must be JSON, and one operation', async () => {
    const broken = await client.post('{"query": "{ log { index } }"');
    expect([broken.status, codesOf(broken.body as GraphqlAnswer)]).toEqual([400, ['BAD_REQUEST']]);
    const batch = await client.post([{ query: '{ log { index } }' }, { query: '{ log { index } }' }]);
    expect([batch.status, codesOf(batch.body as GraphqlAnswer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('of a foreign page is not answered', async () => {
    const server = api.app.getHttpServer();
    const form = await request(server)
      .post('/graphql')
      .set('Host', 'localhost')
      .type('form')
      .send('query={log{index}}');
    expect(form.status).toBeGreaterThanOrEqual(400);
    const simple = await request(server).get('/graphql?query=%7Blog%7Bindex%7D%7D').set('Host', 'localhost');
    expect(simple.status).toBe(400);
    const rebound = await request(server)
      .post('/graphql')
      .set('Host', 'evil.example')
      .send({ query: '{ log { index } }' });
    expect(rebound.status).toBe(421);
    const foreign = await request(server)
      .post('/graphql')
      .set('Host', 'localhost')
      .set('Origin', 'https://evil.example')
      .send({ query: '{ log { index } }' });
    expect(foreign.status).toBe(403);
  });

  it('cannot reach a prototype', async () => {
    const body =
      '{"query":"query($f: StudyFilter) { studies(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"title":"x"}},"__proto__":{"polluted":true}}}';
    const answer = await client.post(body);
    expect(codesOf(answer.body as GraphqlAnswer)).toEqual(['BAD_USER_INPUT']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const own = JSON.parse('{"own":{"__proto__":{"polluted":true},"format":"intersession.adherence/1"}}') as object;
    const asked = 'query($d: DefinitionChoiceInput!) { adherence(studyId: "hostile", definition: $d) { logIndex } }';
    expect(codesOf(await client.ask(asked, { d: own }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('an argument', () => {
  const participants =
    'query($first: Int, $after: String, $filter: ParticipantFilter) { participants(studyId: "hostile", first: $first, after: $after, filter: $filter) { totalCount nodes { code } } }';

  it.each([
    [{ first: -1 }, 'first'],
    [{ first: 501 }, 'first'],
    [{ after: 'not a cursor' }, 'after'],
    [{ after: Buffer.from('["enrolledAt","x"]').toString('base64url') }, 'after'],
    [{ filter: { codes: Array.from({ length: 2_000 }, () => 'x') } }, 'filter.codes'],
    [{ filter: { code: 'a\u0000b' } }, 'code'],
    [{ filter: { enrolledAt: { from: '2026-02-30' } } }, 'filter.enrolledAt.from'],
    [{ first: 'ten' }, 'first'],
    [{ first: 1e12 }, 'first'],
  ])('%j is refused by name', async (variables, field) => {
    const { errors } = await client.ask(participants, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] });
  });

  it('of SQL is data', async () => {
    const { participants: found } = await client.data<{ participants: { totalCount: number } }>(participants, {
      filter: { code: `'; DROP TABLE events; --%_\\` },
    });
    expect(found.totalCount).toBe(0);
    expect(await eventsInLog()).toBeGreaterThan(0);
  });

  it('of a moment that does not exist is refused', async () => {
    const asOf = (moment: string) => client.ask(`{ study(studyId: "hostile", asOf: ${moment}) { title } }`);
    expect(codesOf(await asOf('{ index: 1000000 }'))).toEqual(['UNKNOWN_LOG_INDEX']);
    expect(codesOf(await asOf('{ index: -5 }'))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await asOf('{ index: 1, time: "2026-01-01T00:00:00Z" }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(codesOf(await asOf('{}'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const beyond = await client.ask('{ log(afterPosition: "999999999999") { index } }');
    expect(beyond.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ field: 'afterPosition' }],
    });
    const many = Array.from(
      { length: 6 },
      (_, n) => `s${n}: study(studyId: "hostile", asOf: { time: "2026-01-0${n + 1}T00:00:00Z" }) { title }`,
    );
    expect(codesOf(await client.ask(`{ ${many.join(' ')} }`))).toContain('BAD_USER_INPUT');
  });
});

describe('a command', () => {
  it.each([
    ['registerStudy', { studyId: 'has space', title: 'T', timeZone: 'UTC' }, 'input.studyId'],
    ['registerStudy', { studyId: 'ok', title: 'lone \ud800 surrogate', timeZone: 'UTC' }, 'input.title'],
    ['registerStudy', { studyId: 'ok', title: 'nul \u0000', timeZone: 'UTC' }, 'input.title'],
    ['registerStudy', { studyId: 'ok', title: 'x'.repeat(201), timeZone: 'UTC' }, 'input.title'],
    ['registerStudy', { studyId: 'ok', title: 'T', timeZone: 'Mars/Olympus' }, 'input.timeZone'],
    ['registerStudy', { studyId: 'ok', title: 'T', timeZone: 'UTC', admin: true }, 'input'],
    ['registerStudy', { studyId: 'ok', title: ['T'], timeZone: 'UTC' }, 'input.title'],
    ['openSite', { studyId: study, siteId: '../../etc/passwd', name: 'N', timeZone: 'UTC' }, 'input.siteId'],
  ])('%s with %j is refused by name, and nothing is written', async (name, input, field) => {
    const before = await eventsInLog();
    const { errors } = await client.command(name, input);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] });
    expect(await eventsInLog()).toBe(before);
  });

  it('needs an id that is one', async () => {
    const { errors } = await client.command(
      'registerStudy',
      { studyId: 'ok', title: 'T', timeZone: 'UTC' },
      { commandId: 'x' },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'meta.commandId' }] });
  });

  it('sent twenty times at once happens once', async () => {
    const before = await eventsInLog();
    const meta = { commandId: randomUUID() };
    const input = { studyId: study, code: 'P20' };
    const receipts = await Promise.all(
      Array.from({ length: 20 }, async () => client.receipt('enrolParticipant', input, meta)),
    );
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await eventsInLog()).toBe(before + 1);
  });

  it('racing with others for one place leaves one in it', async () => {
    const before = await eventsInLog();
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => client.command('enrolParticipant', { studyId: study, code: 'P21' })),
    );
    expect(answers.flatMap(codesOf)).toEqual(Array.from({ length: 9 }, () => 'PARTICIPANT_ALREADY_ENROLLED'));
    expect(await eventsInLog()).toBe(before + 1);
  });

  it('cannot publish a definition that could not be evaluated', async () => {
    const before = await eventsInLog();
    const publish = async (definition: object) => {
      const { errors } = await client.command('publishAdherenceDefinition', {
        studyId: study,
        definitionId: 'd',
        version: 1,
        definition,
      });
      return errors?.[0]?.extensions;
    };
    expect(await publish({})).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'input.definition.format' }] });
    const whole = {
      format: 'intersession.adherence/1',
      id: 'other',
      version: 1,
      title: 'T',
      source: { citation: 'C' },
      windows: { record: { kind: 'record' } },
      quantities: { n: { kind: 'attempts', window: 'record' } },
      value: 'n',
    };
    expect(await publish(whole)).toMatchObject({ fields: [{ field: 'input.definition.id' }] });
    expect(await publish({ ...whole, id: 'd', value: 'nothing' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await eventsInLog()).toBe(before);
  });
});

describe('what is said of an error', () => {
  it('never repeats what was sent, neither to the caller nor to the log', async () => {
    const secret = 'Jane Doe 07700 900123';
    await client.ask('query($f: ParticipantFilter) { participants(studyId: "hostile", filter: $f) { totalCount } }', {
      f: { status: [secret] },
    });
    const { errors } = await client.command('enrolParticipant', { studyId: study, code: secret });
    expect(JSON.stringify(errors)).not.toContain('Jane');
    expect(api.lines.join('')).not.toContain('Jane');
  });

  it('is the correlation id alone when nobody foresaw it, and the log has it', async () => {
    await api.database.pool.query('ALTER TABLE read_model_generations RENAME TO hidden');
    try {
      const { errors } = await client.ask('{ log { index } }');
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('Something went wrong'),
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      });
      expect(JSON.stringify(errors)).not.toMatch(/read_model|\brelation\b|hidden|node_modules/);
      const correlationId = String(errors?.[0]?.extensions['correlationId']);
      expect(api.lines.filter((line) => line.includes(correlationId) && line.includes('"error"'))).toHaveLength(1);
    } finally {
      await api.database.pool.query('ALTER TABLE hidden RENAME TO read_model_generations');
    }
  });

  it('leaves no snapshot open', async () => {
    const open = async (): Promise<number> => {
      const { rows } = await api.database.pool.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      );
      return rows[0]?.n ?? -1;
    };
    await Promise.all(
      Array.from({ length: 30 }, async () =>
        client.ask('{ studies(first: -1) { totalCount } ok: studies { totalCount } }'),
      ),
    );
    // The projections have transactions of their own, for moments.
    let left = await open();
    for (let looks = 0; looks < 100 && left > 0; looks += 1) {
      await sleep(50);
      left = await open();
    }
    expect(left).toBe(0);
  });
});
