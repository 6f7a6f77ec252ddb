import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useRead } from '../commands/read.ts';
import { todayIn, useWho } from '../shell/who.context.tsx';
import { Caseload, type CaseloadQuery } from './caseload.generated.ts';

export type CaseloadPerson = CaseloadQuery['caseload'][number];

/** Who comes next stands first; then those without a session, by their code; then those who have left. */
export function byNextSession(one: CaseloadPerson, other: CaseloadPerson): number {
  const rank = ({ status, nextSession }: CaseloadPerson): number =>
    nextSession !== null ? 0 : status === 'ENROLLED' ? 1 : 2;
  return (
    rank(one) - rank(other) ||
    (one.nextSession?.at ?? '').localeCompare(other.nextSession?.at ?? '') ||
    one.code.localeCompare(other.code)
  );
}

/** The caseload of the study that is looked at, by next session. */
export function useCaseload({ enabled = true }: { enabled?: boolean } = {}): Omit<
  UseQueryResult<CaseloadQuery>,
  'data'
> & { readonly data: readonly CaseloadPerson[] | undefined } {
  const { study } = useWho();
  const variables = { studyId: study?.studyId ?? '', today: todayIn(study?.timeZone ?? 'UTC') };
  const { data, ...rest } = useRead(Caseload, variables, { enabled: enabled && study !== undefined });
  const sorted = useMemo(() => (data === undefined ? undefined : [...data.caseload].sort(byNextSession)), [data]);
  return { ...rest, data: sorted };
}
