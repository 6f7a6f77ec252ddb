import type { IncomingMessage } from 'node:http';
import { type AccountKind, Authentication, type Caller, type KeyLimits } from '../../apps/api/access/caller.ts';
import type { AccessParts } from '../../apps/api/access/access.module.ts';
import { type Principal, principal, Principals } from '../../apps/api/access/principal.ts';
import { UNBOUNDED } from '../../apps/api/access/right.ts';
import { type ApiOptions, type ApiUnderTest, startApi } from './api-under-test.ts';
import type { GraphqlClient } from './graphql-client.ts';

const HEADER = 'x-acting-as';
/** May do everything, to set a scene. No account of the application is called so, and nothing but this file knows it. */
const STAGE = 'the stage of a spec';

/** Whoever a request claims to be. */
class ClaimedAuthentication extends Authentication {
  override async callerOf({ headers }: IncomingMessage): Promise<Caller | undefined> {
    const claim = headers[HEADER];
    if (typeof claim !== 'string') return undefined;
    const said = JSON.parse(claim) as Pick<Caller, 'kind' | 'subjectId' | 'key'>;
    return { accountId: said.subjectId, authenticatedAt: new Date(), secondFactor: true, ...said };
  }
}

/** The rights that events grant, and those of the stage. */
class StagedPrincipals extends Principals {
  constructor(private readonly granted: Principals) {
    super();
  }

  override async principalOf(caller: Caller): Promise<Principal> {
    if (caller.accountId === STAGE) return principal({ id: 'stage', role: 'stage' }, UNBOUNDED);
    return this.granted.principalOf(caller);
  }
}

/** Any caller by claim; what they may do is found out as in production. */
export const claimed: AccessParts = {
  authentication: new ClaimedAuthentication(),
  principals: (granted) => new StagedPrincipals(granted),
};

export interface StagedApi extends ApiUnderTest {
  /** Sets the scene: may do everything. */
  readonly stage: GraphqlClient;
  as(subjectId: string, kind?: AccountKind, key?: KeyLimits): GraphqlClient;
}

/** The whole API, to be called as anybody. */
export async function startStagedApi(options: ApiOptions = {}): Promise<StagedApi> {
  const api = await startApi({ demonstration: false, ...options, access: claimed });
  const as = (subjectId: string, kind: AccountKind = 'staff', key?: KeyLimits): GraphqlClient =>
    api.client.with({ [HEADER]: JSON.stringify({ subjectId, kind, ...(key === undefined ? {} : { key }) }) });
  return { ...api, as, stage: as(STAGE) };
}
