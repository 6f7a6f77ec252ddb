import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HttpException } from '@nestjs/common';
import { EventStoreError } from '#event-store';
import { CommandError, CommandRefused, InvalidCommand, type Log } from '#platform';
import type { FieldProblem } from '#domain';
import { Forbidden, NotWithinReach, Unauthenticated } from '../../access/access.error.ts';
import { AnalysisClosed } from '../../board/analysis.error.ts';
import { BadInput } from './bad-input.error.ts';
import { codeOf } from './error-code.ts';
import { readError } from './read-error.ts';
import { RequestTimedOut } from './request.error.ts';
import { variableProblem, withoutValue } from './variable-problem.ts';

type Extensions = Readonly<Record<string, unknown>>;
interface Told {
  readonly message: string;
  readonly extensions: Extensions;
}

/** Codes that GraphQL or Apollo give to a document or its transport; the message is about the document. */
const ABOUT_THE_DOCUMENT: readonly string[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'DOCUMENT_NOT_ALLOWED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

/**
 * Makes what a client is told of an error: a message, a stable code in `extensions.code`, and nothing else that was not
 * foreseen. An error nobody foresaw is logged with the request’s correlation id, and the client is told that id only.
 */
export class ErrorFormatter {
  constructor(private readonly log: Log) {}

  format(formatted: GraphQLFormattedError, error: unknown, correlationId: string | undefined): GraphQLFormattedError {
    const original = unwrapResolverError(error);
    const told = fromRequest(formatted, original) ?? foreseen(original) ?? this.unforeseen(original, correlationId);
    const { path, locations } = formatted;
    return {
      message: told.message,
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
      extensions: { ...told.extensions, ...(correlationId === undefined ? {} : { correlationId }) },
    };
  }

  private unforeseen(err: unknown, correlationId: string | undefined): Told {
    this.log.error({ err, correlationId }, 'An unforeseen error in a GraphQL request');
    return {
      message: 'Something went wrong here. Whoever runs this server finds it under the correlation id.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  }
}

/** Errors about the document, its variables and the limits, made by GraphQL, Apollo and our rules. */
function fromRequest({ message, extensions }: GraphQLFormattedError, original: unknown): Told | undefined {
  if (!(original instanceof GraphQLError)) return undefined;
  const code = typeof extensions?.['code'] === 'string' ? extensions['code'] : '';
  const problem = variableProblem(message);
  if (problem !== undefined) return badInput([problem]);
  const { limitCode, limit } = extensions ?? {};
  if (limitCode !== undefined) return { message, extensions: { code: limitCode, limit } };
  if (ABOUT_THE_DOCUMENT.includes(code)) return { message: documentMessage(message), extensions: { code } };
  return code === 'BAD_USER_INPUT' ? badInput([{ field: '', problem: withoutValue(message) }]) : undefined;
}

/** A document may hold values too, where somebody wrote them into it. */
function documentMessage(message: string): string {
  return /^(Expected value of type|Value "|Enum |String cannot|Int cannot|Float cannot|ID cannot|Boolean cannot)/.test(
    message,
  )
    ? withoutValue(message)
    : message.slice(0, 500);
}

function foreseen(error: unknown): Told | undefined {
  if (error instanceof BadInput || error instanceof InvalidCommand) return badInput(error.problems);
  if (error instanceof CommandRefused) {
    return { message: error.message, extensions: { code: codeOf(error.code), details: error.details } };
  }
  if (error instanceof CommandError || error instanceof EventStoreError) return storeOrCommand(error);
  if (error instanceof Unauthenticated) return { message: error.message, extensions: { code: 'UNAUTHENTICATED' } };
  if (error instanceof NotWithinReach) return { message: error.message, extensions: { code: 'NOT_FOUND' } };
  if (error instanceof Forbidden) return { message: error.message, extensions: { code: 'FORBIDDEN' } };
  if (error instanceof AnalysisClosed) return { message: error.message, extensions: { code: codeOf(error.name) } };
  if (error instanceof HttpException && error.getStatus() === 403) {
    return { message: 'This is not allowed.', extensions: { code: 'FORBIDDEN' } };
  }
  if (error instanceof RequestTimedOut) return { message: error.message, extensions: { code: 'REQUEST_TIMEOUT' } };
  return readError(error);
}

/** What a caller can do something about: a used id, contention, an unknown outcome, a store that is away. */
function storeOrCommand(error: CommandError | EventStoreError): Told | undefined {
  switch (error.code) {
    case 'AppendOutcomeUnknown':
      return {
        message: 'It is not known whether this was stored. Sending it again is safe.',
        extensions: { code: codeOf(error.code) },
      };
    case 'StoreUnavailable':
    case 'StoreClosed':
      return {
        message: 'The log cannot be reached at the moment; nothing was stored.',
        extensions: { code: 'STORE_UNAVAILABLE' },
      };
    case 'InvalidEvent':
    case 'EventIdTaken':
    case 'WrongExpectedRevision':
      return undefined;
    default:
      return { message: error.message, extensions: { code: codeOf(error.code) } };
  }
}

function badInput(fields: readonly FieldProblem[]): Told {
  const message = fields.map(({ field, problem }) => (field === '' ? problem : `${field}: ${problem}`)).join('; ');
  return { message, extensions: { code: 'BAD_USER_INPUT', fields } };
}
