import { randomUUID } from 'node:crypto';
import { status as code, type handleUnaryCall } from '@grpc/grpc-js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { refusal } from './call.guard.ts';
import { features, gossip, shared, StreamsService } from './protocol.ts';
import type { ServerFaults } from './server.faults.ts';

export interface ClusterParts {
  readonly faults: ServerFaults;
  /** What the server calls itself; `none` for one that is too old to say. */
  readonly version: string;
  readonly port: () => number;
}

interface ClusterServices {
  readonly gossip: { readonly read: handleUnaryCall<Empty, ClusterInfo> };
  readonly features: { readonly getSupportedMethods: handleUnaryCall<Empty, SupportedMethods> };
}

/** Who leads, as far as this node knows, and what this server can do. */
export function clusterServices({ faults, version, port }: ClusterParts): ClusterServices {
  const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;
  return {
    gossip: {
      read: (_, callback) => {
        const { leaderPort } = faults;
        const info = new gossip.ClusterInfo();
        info.addMembers(member(port(), leaderPort === undefined ? LEADER : FOLLOWER));
        if (leaderPort !== undefined) info.addMembers(member(leaderPort, LEADER));
        callback(null, info);
      },
    },
    features: {
      getSupportedMethods: (_, callback) => {
        if (version === 'none') callback(refusal(code.UNIMPLEMENTED, 'Service is unimplemented.'));
        else callback(null, supported(version));
      },
    },
  };
}

function member(port: number, state: number) {
  const endPoint = new gossip.EndPoint().setAddress('127.0.0.1').setPort(port);
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setTimeStamp(String(Date.now() * 10_000))
    .setState(state)
    .setIsAlive(true)
    .setHttpEndPoint(endPoint);
}

function supported(version: string): SupportedMethods {
  const methods = new features.SupportedMethods().setEventStoreServerVersion(version);
  for (const { path } of Object.values(StreamsService) as { path: string }[]) {
    const [, service = '', method = ''] = path.toLowerCase().split('/');
    methods.addMethods(new features.SupportedMethod().setServiceName(service).setMethodName(method));
  }
  return methods;
}
