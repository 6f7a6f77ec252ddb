/** The messages and services that the client ships, as values: its modules hide their names from ES imports. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const GENERATED = '@eventstore/db-client/generated';

export type Streams = typeof import('@eventstore/db-client/generated/streams_pb.js');
export type Shared = typeof import('@eventstore/db-client/generated/shared_pb.js');

export const streams = load(`${GENERATED}/streams_pb.js`) as Streams;
export const shared = load(`${GENERATED}/shared_pb.js`) as Shared;
export const gossip = load(
  `${GENERATED}/gossip_pb.js`,
) as typeof import('@eventstore/db-client/generated/gossip_pb.js');
export const features = load(
  `${GENERATED}/serverfeatures_pb.js`,
) as typeof import('@eventstore/db-client/generated/serverfeatures_pb.js');
export const status = load(
  `${GENERATED}/status_pb.js`,
) as typeof import('@eventstore/db-client/generated/status_pb.js');
export const any = load(
  'google-protobuf/google/protobuf/any_pb.js',
) as typeof import('google-protobuf/google/protobuf/any_pb.js');
export const empty = load(
  'google-protobuf/google/protobuf/empty_pb.js',
) as typeof import('google-protobuf/google/protobuf/empty_pb.js');

const services = {
  streams: load(
    `${GENERATED}/streams_grpc_pb.js`,
  ) as typeof import('@eventstore/db-client/generated/streams_grpc_pb.js'),
  gossip: load(`${GENERATED}/gossip_grpc_pb.js`) as typeof import('@eventstore/db-client/generated/gossip_grpc_pb.js'),
  features: load(
    `${GENERATED}/serverfeatures_grpc_pb.js`,
  ) as typeof import('@eventstore/db-client/generated/serverfeatures_grpc_pb.js'),
};

export const { StreamsService } = services.streams;
export const { GossipService } = services.gossip;
export const { ServerFeaturesService } = services.features;
export type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
