import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ProtocolDocument, readProtocol } from '#domain';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** The newest published document of a study, and its version. */
export interface PublishedProtocol {
  readonly version: number;
  readonly protocol: ProtocolDocument;
}

/** The protocol in force; nothing where no document is published. */
export class ProtocolInForce extends Query<PublishedProtocol | undefined> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

/** The newest published document that a snapshot knows of. */
export async function protocolInForce(
  snapshot: Pick<ReadSnapshot, 'sql'>,
  studyId: string,
): Promise<PublishedProtocol | undefined> {
  const [row] = await snapshot.sql<{ version: number; protocol: string }>(
    'SELECT version, protocol FROM protocol_amendments WHERE study_id = $1 AND protocol IS NOT NULL ORDER BY version DESC LIMIT 1',
    [studyId],
  );
  if (row === undefined) return undefined;
  const read = readProtocol(JSON.parse(row.protocol));
  return 'protocol' in read ? { version: row.version, protocol: read.protocol } : undefined;
}

@QueryHandler(ProtocolInForce)
export class ProtocolInForceHandler implements IQueryHandler<ProtocolInForce> {
  execute({ snapshot, studyId }: ProtocolInForce): Promise<PublishedProtocol | undefined> {
    return protocolInForce(snapshot, studyId);
  }
}
