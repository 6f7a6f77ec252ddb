import { useNavigate, useSearch } from '@tanstack/react-router';
import { useStudy } from '../shell/who.context.tsx';
import { type StudySearch, studySearch } from './study.search.ts';

/** What the board is asked: its study, the moment, and the choices in the address. */
export interface Asked {
  readonly studyId: string;
  readonly search: StudySearch;
  /** One site, or all. */
  readonly siteId: string | null;
  readonly asOf: { readonly index: number } | null;
  /** Changes the address; undefined takes a choice out. */
  readonly choose: (changes: Readonly<Partial<Record<keyof StudySearch, string | number | undefined>>>) => void;
}

export function useAsked(): Asked {
  const { studyId } = useStudy();
  const search = studySearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    ...{ studyId, search, siteId: search.site ?? null },
    asOf: search.at === undefined ? null : { index: search.at },
    choose: (changes) => void navigate({ to: '.', search: studySearch({ ...search, ...changes }), replace: true }),
  };
}
