import type { Request } from 'express';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { v7 as uuidv7 } from 'uuid';
import { currentCorrelationId, type Identity, type Log } from '#platform';
import { NOTHING } from '#read-models';
import { guardFields } from '../access/guarded-fields.ts';
import { AccessNotes } from '../access-log/access-notes.ts';
import { AccessRecordPlugin } from '../access-log/access-record.plugin.ts';
import type { ParticipantStudies } from '../access-log/participant-studies.ts';
import type { Authentication } from '../access/caller.ts';
import type { Principals } from '../access/principal.ts';
import { type Snapshots, SnapshotScope } from '../snapshots/snapshot-scope.ts';
import { SnapshotsPlugin } from '../snapshots/snapshots.plugin.ts';
import { ErrorCorrelation } from './errors/correlation.plugin.ts';
import { ErrorFormatter } from './errors/error-formatter.ts';
import { apolloLog, UnexpectedErrors } from './errors/unexpected.plugin.ts';
import type { GraphqlContext } from './graphql.context.ts';
import { AllowedDocumentsPlugin } from '../web/allowed-documents.plugin.ts';
import { ComplexityPlugin } from './limits/complexity.plugin.ts';
import { LIMITS } from './limits/limits.ts';
import { sizeRule } from './limits/size.rule.ts';
import { LogIndexPlugin } from './log-index.plugin.ts';

export interface GraphqlParts {
  readonly log: Log;
  readonly demonstration: boolean;
  readonly authentication: Authentication;
  readonly principals: Principals;
  readonly snapshots: Snapshots;
  readonly identity: Identity;
  readonly studies: ParticipantStudies;
}

/** How the schema is served. */
export function graphqlOptions(parts: GraphqlParts): ApolloDriverConfig {
  const { log, demonstration } = parts;
  const correlation = new ErrorCorrelation(new ErrorFormatter(log));
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    transformSchema: guardFields,
    sortSchema: true,
    graphiql: false,
    introspection: demonstration,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !demonstration,
    autoTransformHttpErrors: false,
    fieldResolverEnhancers: ['guards'],
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [sizeRule],
    formatError: correlation.formatError,
    logger: apolloLog,
    plugins: [
      ...[correlation, new AllowedDocumentsPlugin(demonstration), new ComplexityPlugin()],
      ...[new SnapshotsPlugin(), new LogIndexPlugin()],
      new UnexpectedErrors(log),
      new AccessRecordPlugin(parts.identity, parts.studies),
    ],
    context: ({ req }: { req: Request }) => contextOf(req, parts),
  };
}

async function contextOf(
  req: Request,
  { authentication, principals, snapshots }: GraphqlParts,
): Promise<GraphqlContext> {
  const caller = await authentication.callerOf(req);
  const principal = caller === undefined ? undefined : await principals.principalOf(caller);
  return {
    ...{ req, caller, principal, notes: new AccessNotes() },
    snapshots: new SnapshotScope(snapshots, principal?.scope ?? NOTHING),
    correlationId: currentCorrelationId() ?? uuidv7(),
  };
}
