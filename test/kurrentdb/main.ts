/**
 * `node --conditions=source --import ./scripts/typescript.mjs test/kurrentdb/main.ts --port 0 --data FILE`: a server of
 * the EventStoreDB protocol for tests. Says its URL in one line of JSON, obeys orders (server.faults.ts) on standard input.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendService, batchAppendService } from './append.service.ts';
import { CallGuard } from './call.guard.ts';
import { clusterServices } from './cluster.services.ts';
import { deleteServices } from './delete.services.ts';
import { FrontDoor } from './front.door.ts';
import { LogModel } from './log.model.ts';
import { GossipService, ServerFeaturesService, StreamsService } from './protocol.ts';
import { readService } from './read.service.ts';
import { order, ServerFaults } from './server.faults.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    /** Ids remembered for appends that expect any revision. */
    window: { type: 'string', default: '16' },
    'max-append': { type: 'string', default: '1048576' },
    version: { type: 'string', default: '24.10.0' },
    user: { type: 'string' },
    password: { type: 'string' },
    /** Files of a certificate and its key: serves TLS. */
    certificate: { type: 'string' },
    key: { type: 'string' },
    'system-events': { type: 'string', default: 'yes' },
  },
});
if (values.data === undefined) throw new Error('--data FILE: where the log is kept');

const faults = new ServerFaults();
const { user, password } = values;
const credentials = user === undefined || password === undefined ? undefined : { user, password };
const log = new LogModel({
  path: values.data,
  window: Number(values.window),
  systemEvents: values['system-events'] === 'yes',
});
const guard = new CallGuard({ faults, credentials });
const parts = { log, guard, faults, maxAppendSize: Number(values['max-append']) };

const server = new Server({
  'grpc.max_receive_message_length': 16 * 1024 * 1024,
  'grpc.max_send_message_length': 17 * 1024 * 1024,
});
server.addService(StreamsService, {
  read: readService(parts),
  append: appendService(parts),
  batchAppend: batchAppendService(parts),
  ...deleteServices(parts),
});

const { certificate, key } = values;
const secure = certificate !== undefined && key !== undefined;
const transport = secure
  ? ServerCredentials.createSsl(null, [{ cert_chain: readFileSync(certificate), private_key: readFileSync(key) }])
  : ServerCredentials.createInsecure();

let port = 0;
const { gossip, features } = clusterServices({ faults, version: values.version, port: () => port });
server.addService(GossipService, gossip);
server.addService(ServerFeaturesService, features);
const inner = await new Promise<number>((resolve, reject) => {
  server.bindAsync('127.0.0.1:0', transport, (error, bound) => (error ? reject(error) : resolve(bound)));
});
const door = new FrontDoor(inner);
faults.cut = () => door.cut();
faults.shut = (shut) => door.shut(shut);
port = await door.listen(Number(values.port));

const login = credentials && secure ? `${credentials.user}:${credentials.password}@` : '';
process.stdout.write(`${JSON.stringify({ url: `esdb://${login}127.0.0.1:${String(port)}?tls=${String(secure)}` })}\n`);

createInterface({ input: process.stdin })
  .on('line', (line) => {
    faults.obey(order.parse(JSON.parse(line)));
    process.stdout.write(`${JSON.stringify({ obeyed: true })}\n`);
  })
  // Nobody is left to obey.
  .on('close', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
