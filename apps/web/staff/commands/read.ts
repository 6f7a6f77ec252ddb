import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../../graphql/call.ts';
import type { Document } from '../../graphql/document.ts';
import { noteSignedOut } from '../shell/signed-out.ts';
import { lastWritten } from './freshness.ts';

interface ReadOptions {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  /** The answer to the variables before stays until there is one to these. */
  readonly keep?: boolean;
}

/** An answer that knows everything that this page has written, kept by its document and variables. */
export function useRead<Result, Variables extends object>(
  document: Document<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  { keep = false, ...options }: ReadOptions = {},
): UseQueryResult<Result> {
  return useQuery({
    queryKey: readKey(document, variables),
    queryFn: () => noteSignedOut(readNow(document, variables)),
    ...options,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** By what an answer is kept. */
export function readKey(document: { readonly name: string }, variables: object): readonly unknown[] {
  return [document.name, variables];
}

/** Asks the server, past everything that this page has written. @throws CallFailed */
export function readNow<Result, Variables extends object>(
  document: Document<Result, Variables>,
  variables: Omit<Variables, 'after'>,
): Promise<Result> {
  const untyped: Document<Result, object> = document;
  return call(untyped, { ...variables, after: lastWritten() });
}
