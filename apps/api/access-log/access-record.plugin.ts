import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, Kind } from 'graphql';
import type { Identity } from '#platform';
import { Forbidden, NotWithinReach } from '../access/access.error.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { mutationsOnRecord } from './mutations-on-record.ts';
import { purposeOf } from './access-purpose.ts';
import type { ParticipantStudies } from './participant-studies.ts';
import { entriesOf, entryOf, type EntryOf } from './request.entries.ts';

type Asked = GraphQLRequestContext<GraphqlContext>;

/**
 * Writes down what an answer opened, before it leaves. An access log that cannot be written to keeps the answer back: nobody
 * reads what nobody will know of.
 */
export class AccessRecordPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(
    private readonly identity: Identity,
    private readonly studies: ParticipantStudies,
  ) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      didResolveOperation: async ({ contextValue }) => refuseUnfitPurpose(contextValue),
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) {
          const original = unwrapResolverError(error);
          if (original instanceof Forbidden) contextValue.notes.refused(original.permission ?? 'nobody may');
          if (original instanceof NotWithinReach) contextValue.notes.refused('not within reach');
        }
      },
      willSendResponse: async (asked) => this.#record(asked),
    };
  }

  async #record(asked: Asked): Promise<void> {
    const notes = asked.contextValue.notes.take();
    const written = this.#entry(asked);
    if (written === undefined) return;
    const entries = [...(await entriesOf(notes, written, this.studies))];
    for (const { act, outcome, ...concerns } of mutationsOnRecord(asked)) {
      entries.push({ ...written(act, outcome), ...concerns });
    }
    await this.identity.accessLog.record(entries);
  }

  /** What every entry of a request says; none for a caller who is nobody, who was shown nothing. */
  #entry({ contextValue, operation }: Asked): EntryOf | undefined {
    const { caller, principal, req, snapshots, correlationId } = contextValue;
    if (caller === undefined) return undefined;
    const fields =
      operation?.selectionSet.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : '…')) ?? [];
    const logIndex = snapshots.logIndexes.size === 0 ? undefined : Math.min(...snapshots.logIndexes.values());
    return entryOf(this.identity, { caller, principal, req, correlationId, operation: fields.join(','), logIndex });
  }
}

/** Before anything is read. Apollo passes on only errors of its own kind from here. */
function refuseUnfitPurpose({ req }: GraphqlContext): void {
  try {
    purposeOf(req);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}
