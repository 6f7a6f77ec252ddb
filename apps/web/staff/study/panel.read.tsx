import type { ReactNode } from 'react';
import type { Document } from '../../graphql/document.ts';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import { type Panel, panelOf } from './board.table.ts';
import { useAsked } from './study.context.ts';
import { type PanelFragment, StudyAbout, StudyMissing } from './study.generated.ts';

/** A panel’s answer; the one before stays while another is asked for. */
export function usePanel<Variables extends object>(
  document: Document<{ readonly panel: PanelFragment }, Variables>,
  variables: Omit<Variables, 'after'>,
): { readonly panel: Panel | undefined; readonly waiting: ReactNode } {
  const { data, error, refetch } = useRead(document, variables, { keep: true });
  if (data !== undefined) return { panel: panelOf(data.panel), waiting: null };
  return {
    panel: undefined,
    waiting: (
      <section className="panel">
        {error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />}
      </section>
    ),
  };
}

/** Sites and published definitions of the study. */
export function useStudyAbout() {
  const { studyId } = useAsked();
  const { data } = useRead(StudyAbout, { studyId }, { staleTime: 60_000 });
  const sites = data?.study?.sites.nodes ?? [];
  const published = data?.study?.adherenceDefinitions.nodes ?? [];
  return {
    sites,
    /** What a site is called; its id where it has no name. */
    siteName: (siteId: string): string => sites.find((site) => site.siteId === siteId)?.name ?? siteId,
    /** Definitions that cut a person’s time into intervals, the one that every study has first. Others judge a course as a whole. */
    definitions: ['standard', ...new Set(published.filter(cutsIntervals).map(({ definitionId }) => definitionId))],
    definitionName: (definitionId: string): string =>
      published.findLast((each) => each.definitionId === definitionId)?.title ?? definitionId.replaceAll('-', ' '),
    published,
  };
}

/** Whether a definition, as data, has a window from session to session or the like. */
function cutsIntervals({ definition }: { readonly definition: unknown }): boolean {
  return /"kind":\s*"intervals"/.test(JSON.stringify(definition));
}

/** Questionnaires that this study expects or has, the one with most measures first. */
export function useInstruments(): readonly string[] {
  const { studyId, asOf, siteId } = useAsked();
  const { data } = useRead(StudyMissing, { studyId, asOf, siteId }, { keep: true });
  const counts = new Map<string, number>();
  for (const row of data === undefined ? [] : panelOf(data.panel).rows)
    counts.set(String(row[0]), (counts.get(String(row[0])) ?? 0) + Number(row[5]));
  return [...counts].sort((one, other) => other[1] - one[1]).map(([instrument]) => instrument);
}
