/** The messages and services that the client ships, as values: its modules hide their names from ES imports. */
import { createRequire } from 'node:module';
import type * as gossipMessages from '@eventstore/db-client/generated/gossip_pb.js';
import type * as gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type * as featuresMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type * as featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type * as sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import type * as statusMessages from '@eventstore/db-client/generated/status_pb.js';
import type * as streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import type * as streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type * as anyMessage from 'google-protobuf/google/protobuf/any_pb.js';
import type * as emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';

const load = createRequire(import.meta.url);
const generated = (name: string): unknown => load(`@eventstore/db-client/generated/${name}.js`);
const google = (name: string): unknown => load(`google-protobuf/google/protobuf/${name}.js`);

export const streams = generated('streams_pb') as typeof streamsMessages;
export const shared = generated('shared_pb') as typeof sharedMessages;
export const gossip = generated('gossip_pb') as typeof gossipMessages;
export const features = generated('serverfeatures_pb') as typeof featuresMessages;
export const status = generated('status_pb') as typeof statusMessages;
export const any = google('any_pb') as typeof anyMessage;
export const empty = google('empty_pb') as typeof emptyMessage;

export const { StreamsService } = generated('streams_grpc_pb') as typeof streamsService;
export const { GossipService } = generated('gossip_grpc_pb') as typeof gossipService;
export const { ServerFeaturesService } = generated('serverfeatures_grpc_pb') as typeof featuresService;
