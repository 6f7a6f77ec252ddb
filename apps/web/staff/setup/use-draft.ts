import { useEffect, useState } from 'react';
import { useRead } from '../commands/read.ts';
import { type Draft, parseDraft, readDraft } from './draft.ts';
import { SetUpPreview, type SetUpPreviewQuery, type SetUpStateQuery } from './setup.generated.ts';

const placeOf = (studyId: string): string => `intersession.setup.${studyId}`;

/** A protocol holds nothing of people: what is half written may wait in this tab. */
function remembered(studyId: string): Draft | undefined {
  try {
    return parseDraft(sessionStorage.getItem(placeOf(studyId)) ?? '');
  } catch {
    return undefined;
  }
}

/** The document that is being written: what was begun in this tab, or what is in force. */
export function useDraft(known: SetUpStateQuery, example: Draft): readonly [Draft, (next: Draft) => void] {
  const studyId = known.study?.studyId ?? '';
  const inForce = readDraft(known.protocolAmendments.nodes[0]?.protocol);
  const [draft, setDraft] = useState<Draft>(() => remembered(studyId) ?? inForce ?? example);
  const keep = (next: Draft): void => {
    setDraft(next);
    try {
      sessionStorage.setItem(placeOf(studyId), JSON.stringify(next));
    } catch {
      // Then it counts for this page alone.
    }
  };
  return [draft, keep];
}

export type Preview = SetUpPreviewQuery['previewAmendment'];

/** What the server says of the document, a moment after it was changed. */
export function usePreview(
  studyId: string,
  draft: Draft,
): { readonly preview: Preview | undefined; readonly old: boolean } {
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), 300);
    return () => clearTimeout(timer);
  }, [draft]);
  const { data, isFetching } = useRead(SetUpPreview, { studyId, protocol: settled }, { keep: true });
  return { preview: data?.previewAmendment, old: isFetching || settled !== draft };
}
