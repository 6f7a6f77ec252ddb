import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { call } from '../../graphql/call.ts';
import { Me, type MeQuery } from '../../graphql/me.generated.ts';
import { StaffStudies, type StaffStudiesQuery } from './shell.generated.ts';
import { Threshold } from './threshold.tsx';

export type StaffStudy = StaffStudiesQuery['studies']['nodes'][number];

/** Who is here, and in which study. */
export interface Who {
  readonly me: MeQuery['me'];
  readonly studies: readonly StaffStudy[];
  /** None where somebody has no part in any. */
  readonly study: StaffStudy | undefined;
  readonly choose: (studyId: string) => void;
  readonly may: (permission: string) => boolean;
}

const WhoContext = createContext<Who | undefined>(undefined);
const PLACE = 'intersession.study';

function remembered(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

function remember(studyId: string): void {
  try {
    localStorage.setItem(PLACE, studyId);
  } catch {
    // Then the newest study is shown next time.
  }
}

async function look(): Promise<Pick<Who, 'me' | 'studies'>> {
  const [{ me }, { studies }] = await Promise.all([call(Me), call(StaffStudies)]);
  return { me, studies: studies.nodes };
}

/** Asks who is here; what is inside finds it by `useWho`. */
export function WhoProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery({ queryKey: ['who'], queryFn: look, staleTime: 300_000 });
  const [chosen, setChosen] = useState(remembered);
  const who = useMemo<Who | undefined>(() => {
    if (data === undefined) return undefined;
    const study = data.studies.find(({ studyId }) => studyId === chosen) ?? data.studies[0];
    const may = (permission: string): boolean => data.me.permissions.includes(permission);
    return { ...data, study, may, choose: (studyId) => (remember(studyId), setChosen(studyId)) };
  }, [data, chosen]);
  if (who === undefined) return <Threshold error={error} again={() => void refetch()} />;
  return <WhoContext value={who}>{children}</WhoContext>;
}

export function useWho(): Who {
  const who = use(WhoContext);
  if (who === undefined) throw new Error('useWho outside of WhoProvider');
  return who;
}

/** The study that is looked at. The shell shows no screen of a study without one. */
export function useStudy(): StaffStudy {
  const { study } = useWho();
  if (study === undefined) throw new Error('no study is chosen');
  return study;
}

/** Today on the study's calendar, `YYYY-MM-DD`. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}
