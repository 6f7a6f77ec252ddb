import { useEffect, useRef, useState } from 'react';
import type { AnswerValues } from '#worksheets/filling';
import { usePhone } from '../phone.context.ts';
import type { Draft } from '../store/drafts.ts';
import type { Phone } from '../store/phone.ts';

/** A draft being written: kept as typed. */
export interface Writing {
  /** Nothing until what was begun before is found. */
  readonly draft: Draft | undefined;
  /** Another window wrote too; both are kept. */
  readonly beside: boolean;
  readonly change: (values: AnswerValues, page?: string) => void;
  /** Hands it in, as what is made from its id. */
  readonly handIn: (make: Parameters<Phone['handIn']>[1]) => Promise<string | undefined>;
}

/**
 * @param worksheet the version in front of the person, which the draft stays bound to
 * @param which one of several drafts at the place; the newest where it is left out
 */
export function useDraft(place: string, worksheet?: Draft['worksheet'], which?: string): Writing {
  const phone = usePhone();
  const { drafts } = phone;
  const [draft, setDraft] = useState<Draft>();
  const [beside, setBeside] = useState(false);
  const newest = useRef<Draft>(undefined);
  const show = (next: Draft): void => {
    newest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    let left = false;
    void drafts.open(place, which).then((found) => {
      if (!left) show(found ?? begun(place, worksheet));
    });
    return () => {
      left = true;
    };
    // The version of the worksheet is that of the first moment.
  }, [drafts, place, which]);
  const change = (values: AnswerValues, page?: string): void => {
    const base = newest.current ?? begun(place, worksheet);
    const at = page ?? base.page;
    const next: Draft = {
      ...base,
      values,
      changedAt: new Date().toISOString(),
      ...(at === undefined ? {} : { page: at }),
    };
    show(next);
    void drafts.write(place, next).then((kept) => (kept === 'both' ? setBeside(true) : undefined));
  };
  return { draft, beside, change, handIn: (make) => phone.handIn(place, make) };
}

function begun(place: string, worksheet: Draft['worksheet']): Draft {
  const now = new Date().toISOString();
  return { place, values: {}, startedAt: now, changedAt: now, ...(worksheet === undefined ? {} : { worksheet }) };
}
